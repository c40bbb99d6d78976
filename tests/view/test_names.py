"""Names that a record lacks."""

from datetime import date

import pytest

from openline.record.reading import read_record
from openline.view import View, channel_elsewhere, unknown_names, unknown_page, unknown_record

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


def test_only_the_bundled_record_exists() -> None:
    """Any other record is a problem; the bundled one is none."""
    problem = unknown_record(View(record="mine"))
    assert problem is not None
    assert problem.code == "record-unknown"
    assert unknown_record(View()) is None


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
    assert problem.message == "Only the page Channel shows “Talks” alone; here it is left out."
    assert channel_elsewhere([]) is None
