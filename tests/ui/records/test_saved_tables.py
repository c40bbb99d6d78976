"""Saved records and their revisions as tables."""

from openline.store.store import Store
from openline.ui.data.saved import forget_list, kept_records
from openline.ui.records.saved_tables import history_table, list_table
from tests.store.saving import NAME, NOW, save


def test_the_list_says_who_saved_what_and_when(store: Store) -> None:
    """One row a record, with its newest revision."""
    save(store, b"one", None)
    save(store, b"two", 1, note="<b>new</b>", saved_by="Bo")
    forget_list()
    table = list_table(kept_records().shown, {NAME: 3})
    assert table.to_dict("records") == [
        {
            "Name": NAME,
            "Revision": 2,
            "Saved": "25 Nov 2026",
            "By": "Bo",
            "Channels": 3,
            "Note": "<b>new</b>",
        }
    ]


def test_hidden_ones_are_marked(store: Store) -> None:
    """Where a hidden record is listed, a column says so."""
    save(store, b"one", None)
    store.hide(NAME, "Ann", now=NOW)
    forget_list()
    assert list(list_table(kept_records().records, {})["Hidden"]) == ["hidden"]


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
