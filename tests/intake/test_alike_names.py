"""Names of channels that look alike."""

import pytest

from openline.intake.alike_names import AlikeName, alike_names, near_names, turned_name


def test_a_spelling_that_is_rarer_is_proposed_to_be_the_other_one() -> None:
    """Case, kinds of dash and of apostrophe, and invisible marks make no other name."""
    texts = {"Naval hotline": 3, "Naval Hotline": 2, "Talks": 9, "A–B line": 1, "A-B line": 1}
    assert alike_names(texts, {}) == (
        AlikeName("Naval Hotline", 2, ("Naval hotline",), "Naval hotline"),
        AlikeName("A-B line", 1, ("A–B line",), "A–B line"),
    )
    assert alike_names({"Talks": 1, "Talks\u200b": 1}, {})[0].most == "Talks"


def test_of_three_spellings_two_are_asked_about() -> None:
    """Each may become either of the others."""
    found = alike_names({"hotline": 1, "Hotline": 5, "HOTLINE": 2}, {})
    assert [(item.name, item.most) for item in found] == [
        ("HOTLINE", "Hotline"),
        ("hotline", "Hotline"),
    ]
    assert found[0].others == ("hotline", "Hotline")


def test_what_a_hand_adds_or_leaves_out_is_asked_about() -> None:
    """Blanks and marks within a name, though a file of such names alone has no warning."""
    (found,) = alike_names({"Hotline": 5, "hot line": 2}, {})
    assert (found.name, found.most) == ("hot line", "Hotline")
    (found,) = alike_names({"Defence-talks": 1, "Defence talks": 2}, {})
    assert found.most == "Defence talks"
    assert alike_names({"—": 1, "…": 1}, {}) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Line 1-2", "Line 12"),
        ("Track 1.5", "Track 15"),
        ("Round 1 2", "Round 12"),
        ("Grade A+", "Grade A"),
        ("दिल्ली", "दल्ली"),
    ],
)
def test_marks_that_make_another_name_stay(one: str, other: str) -> None:
    """What parts two numbers, a sign, and the vowels of scripts that write them as marks."""
    assert alike_names({one: 2, other: 1}, {}) == ()
    assert len(alike_names({"Line 1-2": 1, "line 1 – 2": 1}, {})) == 1


def test_names_that_differ_are_none_of_these() -> None:
    """A letter, a number or a word more is another name; so are blanks no difference."""
    assert alike_names({"Line 1": 1, "Line 2": 1, "Line": 1, "Lines": 1}, {}) == ()
    assert alike_names({"Naval  hotline": 1, "Naval hotline": 1}, {}) == ()


def test_what_is_chosen_is_not_asked_again() -> None:
    """It counts as the name that it was given."""
    known = {"Naval Hotline": "Naval hotline"}
    assert alike_names({"Naval hotline": 1, "Naval Hotline": 2}, known) == ()
    assert alike_names({"Naval hotline": 1, "Naval  Hotline": 2}, known) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Defence Telephone Link", "Defense Telephone Link"),
        ("Vice-ministers' talks of defence", "Vice-ministers' talks of defense"),
        ("Maritime hotline", "maritme hotline"),
        ("Defence ministers", "Defence minister"),
    ],
)
def test_a_slip_in_one_word_of_a_name_is_asked_about(one: str, other: str) -> None:
    """The rarer name may be the other one; what was chosen is not asked again."""
    assert near_names({one: 3, other: 1}, {}) == (AlikeName(other, 1, (one,), one),)
    assert near_names({one: 3, other: 1}, {other: one}) == ()


@pytest.mark.parametrize(
    "names",
    [
        ("Line 1", "Line 2"),
        ("North talks", "South talks"),
        ("Eastern Command", "Western Command"),
        ("Army talks", "Arms talks"),
        ("Brigade commanders", "Brigade talks"),
        tuple(f"Meeting {'abcdefg'[:i]}xxxxxx" for i in range(1, 8)),
        tuple(f"Meeting of ministe{mark}" for mark in "abcdefg"),
    ],
)
def test_words_of_their_own_and_series_of_names_are_apart(names: tuple[str, ...]) -> None:
    """Numbers, short words, other words, and what is one of many that differ alike."""
    assert near_names(dict.fromkeys(names, 1), {}) == ()


def test_words_in_another_order_are_asked_about() -> None:
    """Sides in either order or by another name, and what stands before or after the rest."""
    texts = {"US–China hotline": 2, "China-US hotline": 1, "Hotline (PRC and the U.S.)": 1}
    found = alike_names(texts, {}, turned_name)
    assert [(item.name, item.most) for item in found] == [
        ("China-US hotline", "US–China hotline"),
        ("Hotline (PRC and the U.S.)", "US–China hotline"),
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Line 1 2", "Line 2 1"), ("Calls from A to B", "Calls from B to A"), ("Line", "Lines")],
)
def test_the_order_of_numbers_and_directions_is_kept(one: str, other: str) -> None:
    """These are names of their own, whatever their words."""
    assert alike_names({one: 1, other: 1}, {}, turned_name) == ()


def test_among_very_many_names_no_slip_is_looked_for() -> None:
    """A board shows a thousand channels; to compare more would take long."""
    names = {"Defence link": 2, "Defense link": 1} | {f"Line {i}": 1 for i in range(1_000)}
    assert near_names(names, {}) == ()


def test_a_raised_number_is_a_footnote() -> None:
    """One on the line makes another name."""
    (found,) = alike_names({"Talks²": 1, "Talks": 1}, {})
    assert (found.name, found.most) == ("Talks²", "Talks")
    assert alike_names({"Talks": 2, "Talks 2": 1}, {}) == ()
