"""The words above two revisions."""

from datetime import date

from openline.sentences.revisions import revisions_how, revisions_title
from openline.sentences.saved import Saved

_REST = "All rows count, whatever the filters and the days above."


def test_a_revision_and_the_one_before_it_have_the_shorter_title() -> None:
    """Neighbours tell what the later one changed, others from which to which."""
    assert revisions_title(2, 3) == "What revision 3 changed"
    assert revisions_title(1, 1000) == "What changed from revision 1 to revision 1,000"


def test_the_other_revision_is_told_with_its_day_and_note() -> None:
    """Day, saver and note help to recognise a revision; a later one is called so."""
    other = Saved("Gulf lines", 4, date(2026, 11, 25), "Bo", "Cut in May")
    told = "revision 4 of 25 Nov 2026, saved by Bo"
    words = revisions_how(other, is_first=True)
    assert words == f"Compared with {told}, “Cut in May”. {_REST}"
    other = Saved("Gulf lines", 4, date(2026, 11, 25), "Bo")
    words = revisions_how(other, is_first=False)
    assert words == f"Compared with the later {told}. {_REST}"
