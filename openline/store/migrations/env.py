"""What Alembic runs to migrate: it works on the connection that it is given, in the
transaction that this is in, so that a migration is done as a whole or not at all."""

from alembic import context

from openline.store.schema import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA)
context.run_migrations()
