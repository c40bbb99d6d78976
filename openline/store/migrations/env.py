"""What Alembic runs to migrate. It works on the connection that it is given, within that
connection's transaction, so that a migration happens as a whole or not at all."""

from alembic import context

from openline.store.schema import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA)
context.run_migrations()
