"""The chain over all that is kept; what is there by now is taken as it is.

It uses the formula of `openline.store.chain`, which never changes.
"""

import sqlalchemy as sa
from alembic import op

from openline.store.chain import HIDING, NO_HASH, REVISION, link, words

revision = "0004"
down_revision = "0003"

_REVISIONS = sa.text(
    "SELECT v.record_id, COALESCE(r.name, '') AS name, COALESCE(r.key, '') AS key, v.number,"
    " v.digest, v.size, v.saved_by, v.saved_at, v.note, v.parent,"
    " CAST(v.choices AS TEXT) AS choices, v.original_digest, v.original_name"
    " FROM revisions v LEFT JOIN records r ON r.id = v.record_id"
    " ORDER BY v.record_id, v.number"
)
_HIDINGS = sa.text(
    "SELECT h.id, COALESCE(r.name, '') AS name, COALESCE(r.key, '') AS key,"
    " h.hidden, h.done_by, h.done_at"
    " FROM hidings h LEFT JOIN records r ON r.id = h.record_id ORDER BY h.id"
)
_UNTOLD = ("record_id", "id", "name", "key")


def upgrade() -> None:
    """Add the columns, link what is there, and keep the end of the chain."""
    for table in ("revisions", "hidings"):
        op.add_column(table, sa.Column("place", sa.Integer))
        op.add_column(table, sa.Column("chain", sa.String(64)))
    place, chain = _link(_REVISIONS, REVISION, "record_id = :record_id AND number = :number")
    place, chain = _link(_HIDINGS, HIDING, "id = :id", place, chain)
    for table in ("revisions", "hidings"):
        with op.batch_alter_table(table) as batch:
            batch.alter_column("place", existing_type=sa.Integer, nullable=False)
            batch.alter_column("chain", existing_type=sa.String(64), nullable=False)
    head = op.create_table(
        "chain_head",
        sa.Column("place", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("chain", sa.String(64), nullable=False),
    )
    op.bulk_insert(head, [{"place": place, "chain": chain}])


def _link(
    rows: sa.TextClause, kind: str, which: str, place: int = 0, chain: str = NO_HASH
) -> tuple[int, str]:
    """Link rows to the chain, and return where it ends."""
    connection = op.get_bind()
    kept = sa.text(f"UPDATE {kind}s SET place = :place, chain = :chain WHERE {which}")  # noqa: S608 - words of our own
    for row in connection.execute(rows).mappings().all():
        columns = {name: value for name, value in row.items() if name not in _UNTOLD}
        place += 1
        chain = link(chain, place, words(kind, row["name"], row["key"], columns))
        connection.execute(kept, {**row, "place": place, "chain": chain})
    return place, chain
