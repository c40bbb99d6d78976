"""What a file was called when it was uploaded."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the column; of earlier revisions nobody knows the name."""
    op.add_column("revisions", sa.Column("original_name", sa.Text))
