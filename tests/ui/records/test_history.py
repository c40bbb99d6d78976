"""The history of a saved record."""

from openline.store.revisions import Hiding
from openline.ui.records.history import hiding_words
from tests.store.saving import NOW


def test_hiding_is_told_with_who_and_when() -> None:
    """The moment is in UTC, as those of the revisions are."""
    assert hiding_words(Hiding(True, "Ann", NOW)) == "Hidden by Ann on 25 Nov 2026, 14:30 UTC."
    assert hiding_words(Hiding(False, "Bo", NOW)).startswith("Shown again by Bo on ")
