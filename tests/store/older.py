"""A store as an older program left it: what later steps brought is taken away."""

from typing import Final

from sqlalchemy import URL, text

from openline.store.engines import make_engine, writing

__all__ = ["back_to"]

_BROUGHT: Final = {
    "0002": ("DROP TABLE hidings",),
    "0003": ("ALTER TABLE revisions DROP COLUMN original_name",),
    "0004": (
        "DROP TABLE chain_head",
        *(
            f"ALTER TABLE {table} DROP COLUMN {column}"
            for table in ("revisions", "hidings")
            for column in ("place", "chain")
        ),
    ),
}
"""What each step brought, undone."""


def back_to(place: URL, step: str) -> None:
    """Take a store, which nobody has open, back to what it was after a step."""
    engine = make_engine(place)
    with writing(engine) as connection:
        for later in sorted((one for one in _BROUGHT if one > step), reverse=True):
            for statement in _BROUGHT[later]:
                connection.execute(text(statement))
        is_at = text("UPDATE alembic_version SET version_num = :step")
        connection.execute(is_at, {"step": step})
    engine.dispose()
