"""Names that a record lacks."""

from datetime import date

import pytest

from openline.record.problems import Problem
from openline.record.reading import read_record
from openline.view.names import (
    channel_elsewhere,
    faulty_record,
    hidden_record,
    malformed_record,
    unknown_against,
    unknown_names,
    unknown_page,
    unknown_record,
    unknown_revision,
)
from openline.view.view import VIEW_PROBLEM_KINDS, View

RECORD = read_record(
    b"channel,parties,level,kind,date,state\n"
    b"Hotline,China; United States,military,hotline,2020-01-01,open\n",
    date(2024, 1, 1),
)


@pytest.mark.parametrize(
    "view",
    [
        View(),
        View(parties=("China; United States",), level=("Military",)),
        View(parties=("china",), channel=("HOTLINE",)),
    ],
)
def test_names_of_the_record_are_known(view: View) -> None:
    """Whole names are known whatever their case, and so is one side of the parties."""
    assert unknown_names(view, RECORD) == ()


def test_a_name_that_is_not_there_is_a_problem_with_the_nearest_one() -> None:
    """An unknown name is a warning on its parameter that names what was perhaps meant."""
    (problem,) = unknown_names(View(level=("militray",)), RECORD)
    assert (problem.code, problem.column, problem.value) == ("name-unknown", "level", "militray")
    assert problem.suggestion == "Is it “military”?"


def test_of_many_unknown_names_the_first_are_guessed() -> None:
    """All are named; what was perhaps meant is looked for five times a parameter."""
    view = View(level=tuple(f"militray{place:02}" for place in range(50)))
    hints = [problem.suggestion for problem in unknown_names(view, RECORD)]
    assert hints[:5] == ["Is it “military”?"] * 5
    assert hints[5:] == ["Choose a name from the list beside the page."] * 45


def test_a_cause_that_is_not_there_is_a_problem() -> None:
    """A cause is known whatever its case; another is named, with where causes are found."""
    record = read_record(
        b"channel,date,state,cause\nHotline,2020-01-01,severed,Visit\n", date(2024, 1, 1)
    )
    assert unknown_names(View(cause="visit"), record) == ()
    (problem,) = unknown_names(View(cause="Earthquake"), record)
    assert (problem.column, problem.value) == ("cause", "Earthquake")
    assert problem.suggestion == "Open one in the list of causes on Gaps."


def test_a_record_that_is_not_there_is_a_problem() -> None:
    """A name that no record has is named with the nearest one, else with a way back."""
    problem = unknown_record("Gulf linse", ["Gulf lines"])
    assert (problem.code, problem.column, problem.value) == (
        "record-unknown",
        "record",
        "Gulf linse",
    )
    assert problem.suggestion == "Is it “Gulf lines”?"
    assert unknown_record("mine").suggestion.startswith("Leave record out of the address")


def test_a_revision_that_is_not_there_is_a_problem_with_the_newest() -> None:
    """Both ways of writing an address that works are given."""
    problem = unknown_revision("Gulf lines", 9, 3)
    assert problem.message == "The record “Gulf lines” has no revision 9; nothing is shown."
    assert problem.suggestion == "Its newest is 3: write Gulf lines or Gulf lines@3."


@pytest.mark.parametrize(
    ("number", "shown", "message"),
    [
        (9, 2, "There is no revision 9 to compare with; the usual one is used."),
        (2, 2, "Revision 2 is the one that is shown; the usual one is used."),
        (9, None, "The bundled record has no revisions to compare with."),
    ],
)
def test_a_revision_that_cannot_be_compared_with_is_a_problem(
    number: int, shown: int | None, message: str
) -> None:
    """One that is not there, the shown one itself, and any of a record that has none."""
    problem = unknown_against(number, shown, 3)
    assert (problem.code in VIEW_PROBLEM_KINDS, problem.message) == (True, message)


def test_what_is_wrong_with_a_record_has_a_kind() -> None:
    """Each problem of a record is of a kind that is listed."""
    error = Problem("error", "date-form", 2, "date", "x", "“x” is no date.", "Write 2023-10-05.")
    found = [
        malformed_record("a@b"),
        unknown_record("a"),
        unknown_revision("a", 2, 1),
        hidden_record("a"),
        faulty_record("a@1", [error]),
    ]
    assert {problem.code for problem in found} <= set(VIEW_PROBLEM_KINDS)
    assert found[-1].suggestion == "Line 2: “x” is no date."


def test_a_page_past_the_last_is_a_problem() -> None:
    """A page that does not exist is named with the last one."""
    problem = unknown_page(View(page=4), 3)
    assert problem is not None
    assert problem.message == "There is no page 4; page 3 is shown."
    assert unknown_page(View(page=3), 3) is None


def test_a_channel_on_a_page_of_all_channels_is_named() -> None:
    """A name that a page leaves out is not passed over in silence."""
    problem = channel_elsewhere(["Talks"])
    assert problem is not None
    assert problem.message == "Only the page Channel shows “Talks” alone; here the name is ignored."
    assert channel_elsewhere([]) is None
