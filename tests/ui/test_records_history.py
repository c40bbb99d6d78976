"""The history of a saved record."""

from openline.store.store import Store
from openline.ui.records_history import history_table
from tests.store.saving import NAME, save


def test_each_revision_has_its_row(store: Store) -> None:
    """When, who, why, how large, and from which one it was made."""
    save(store, b"one", None)
    save(store, b"three", 1, note="More rows", saved_by="Bo")
    table = history_table(store.revisions(NAME))
    assert table.to_dict("records")[0] == {
        "Revision": 2,
        "Saved": "25 Nov 2026, 14:30 UTC",
        "By": "Bo",
        "Note": "More rows",
        "Size": "5 bytes",
        "Made from": "revision 1",
    }
    assert table["Made from"].iloc[1] == ""
