"""The history of a saved record."""

from openline.store.revisions import Hiding
from openline.store.store import Store
from openline.ui.records.history import hiding_words, history_table
from tests.store.saving import NAME, NOW, save


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


def test_hiding_is_told_with_who_and_when() -> None:
    """The moment is in UTC, as those of the revisions are."""
    assert hiding_words(Hiding(True, "Ann", NOW)) == "Hidden by Ann on 25 Nov 2026, 14:30 UTC."
    assert hiding_words(Hiding(False, "Bo", NOW)).startswith("Shown again by Bo on ")
