"""The second sentence of Compare."""

from datetime import date

import pytest

from openline.sentences.compare import compare_headline
from openline.sentences.compare_between import compare_sentence, openness_words
from openline.sentences.runs import plain
from tests.sentences.compared import compared


def test_the_sentence_tells_what_happened_in_between() -> None:
    """Contacts, overtures and refusals are summed, those without a row left out."""
    frame = compared("opened", "unchanged", contacts=[1, 1], refusals=[0, 1])
    assert plain(compare_sentence(frame)) == "In between, 2 contacts and 1 refusal are on record."
    one = compared("opened", "unchanged", overtures=[0, 1])
    assert plain(compare_sentence(one)) == "In between, 1 overture is on record."
    none = plain(compare_sentence(compared("opened")))
    assert none == "No contact, overture or refusal is on record in between."


def test_the_sentence_tells_who_moved_and_came_back() -> None:
    """Unchanged is not unmoved; up to two such channels are named."""
    one = plain(compare_sentence(compared("unchanged", "opened", moves=[2, 1])))
    assert one.startswith("1 unchanged channel moved and came back: C0. No contact")
    several = compared("unchanged", "unchanged", moves=2).assign(parties=["A; B", "A; C"])
    words = plain(compare_sentence(several))
    assert "2 unchanged channels moved and came back: A–B, C0; A–C, C1." in words
    three = plain(compare_sentence(compared(*["unchanged"] * 3, moves=2)))
    assert "3 unchanged channels moved and came back." in three


def test_the_sentence_tells_how_openness_changed() -> None:
    """Openness is the mean weight of the known channels, then and now, with its low and high
    readings where channels are partial."""
    fell = plain(compare_sentence(compared("closed", "unchanged", "new")))
    assert fell.endswith("Openness fell from 100 to 67 %.")
    rose = plain(compare_sentence(compared("opened", "unchanged", "unchanged")))
    assert rose.endswith("Openness rose from 67 to 83 % (low 67 to 67, high 67 to 100).")
    same = plain(compare_sentence(compared("unchanged", "unchanged", "unchanged")))
    assert same.endswith("Openness is 100 % on both days.")
    assert "Openness" not in plain(compare_sentence(compared("new", "new", "new")))
    assert "Openness" not in plain(compare_sentence(compared("opened", "unchanged")))


@pytest.mark.parametrize(
    ("lowest", "words"),
    [
        (["severed"] * 3, "3 unchanged channels were severed for a time."),
        (
            ["severed", "partial", "partial"],
            "unchanged channels were severed or narrowed for a time.",
        ),
        (["partial", "open", "open"], "1 unchanged channel was narrowed for a time"),
    ],
)
def test_a_cut_between_the_days_is_not_hidden(lowest: list[str], words: str) -> None:
    """What was lower in between is told first, as what it was, and its number leads to the list;
    the headline does not say that it stayed as it was."""
    frame = compared(*["unchanged"] * 3, "opened", moves=[2, 2, 2, 1], lowest=[*lowest, "partial"])
    runs = compare_sentence(frame)
    assert words in plain(runs[:2])
    assert [run.role for run in runs[:2]] == ["name", ""]
    said = plain(compare_headline(date(2022, 10, 5), date(2023, 10, 5), frame))
    assert said.endswith("; as before, 3 are open.")


def test_refusals_of_one_set_of_parties_are_told_by_side() -> None:
    """Each side with its number, as far as the rows name one; not where parties differ."""
    frame = compared("opened", "closed", refusals=[2, 2])
    frame["refused_by"] = [("A", "B"), ("A",)]
    assert "4 refusals (2 by A, 1 by B) are on record" in plain(compare_sentence(frame))
    several = frame.assign(parties=["A; B", "A; C"])
    assert "4 refusals are on record" in plain(compare_sentence(several))


def test_a_change_of_openness_has_its_bounds() -> None:
    """Both readings stand beside it, unless they are what they were."""
    assert openness_words((0.6, 0.52, 0.68), (0.66, 0.56, 0.77)) == (
        "Openness rose from 60 to 66 % (low 52 to 56, high 68 to 77)."
    )
    assert openness_words((0.6, 0.6, 0.6), (0.5, 0.5, 0.5)) == "Openness fell from 60 to 50 %."
    assert openness_words((0.5, 0.5, 0.5), (0.5, 0.5, 0.5)) == "Openness is 50 % on both days."


def test_nothing_known_has_no_change() -> None:
    """Before any state is known there is nothing to compare with."""
    assert openness_words((), (0.5, 0.5, 0.5)) == ""
    assert openness_words((float("nan"),) * 3, (0.5, 0.5, 0.5)) == ""
