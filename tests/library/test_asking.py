"""Asking a record in a script: keywords are read as an address is."""

import warnings
from datetime import date
from typing import Any

import pandas as pd
import pytest

import openline
from openline.view.view import View
from tests.asking import TODAY

LINES = b"""channel,parties,date,state,level
Hotline,Aland; Bland,2020-01-01,open,military
Hotline,Aland; Bland,2021-01-01,severed,military
Talks,Aland; Cland,2020-06-01,partial,political
"""


@pytest.fixture
def record() -> openline.Record:
    """Return a record of two channels."""
    return openline.read(LINES, today=TODAY)


@pytest.mark.parametrize("day", ["2020-12-31", date(2020, 12, 31), pd.Timestamp("2020-12-31")])
def test_a_day_is_a_text_or_a_date(record: openline.Record, day: Any) -> None:
    """The day before the severance both channels can be used."""
    assert record.status(as_of=day)["state"].tolist() == ["open", "partial"]


def test_the_as_of_day_is_the_last_that_the_record_knows(record: openline.Record) -> None:
    """`today` is another day: 25 Nov 2026 is 2,154 days after 1 Jan 2021."""
    assert record.status()["days_in_state"].tolist() == [0, 214]
    assert record.status(as_of="today")["days_in_state"].iloc[0] == 2154


@pytest.mark.parametrize(
    ("filters", "left"),
    [
        ({"parties": "Bland; Aland"}, ["Hotline"]),
        ({"parties": ["Bland", "Cland"]}, ["Hotline", "Talks"]),
        ({"level": "Political"}, ["Talks"]),
        ({"channel": ("Hotline",)}, ["Hotline"]),
        ({"q": "cland"}, ["Talks"]),
        ({"carry": 30}, ["Hotline", "Talks"]),
    ],
)
def test_filters_leave_channels_out(
    record: openline.Record, filters: dict[str, Any], left: list[str]
) -> None:
    """A name may stand alone or in a list."""
    assert record.status(**filters)["channel"].tolist() == left


def test_a_value_that_cannot_be_read_is_told_by_its_keyword(record: openline.Record) -> None:
    """The words are those of a page, but that nothing is ignored."""
    with pytest.raises(openline.QuestionError) as raised:
        record.status(as_of="5/10/2023", carry=-1)
    of_page = View.from_query({"asof": ["5/10/2023"], "carry": ["-1"]})[1]
    problems = raised.value.problems
    assert [item.column for item in problems] == ["as_of", "carry"]
    assert [item.suggestion for item in problems] == [item.suggestion for item in of_page]
    lines = str(raised.value).splitlines()
    assert lines[0].startswith("as_of: '5/10/2023' is ambiguous: 5 Oct 2023 or 10 May 2023. ")
    assert lines[1].startswith("carry: “-1” is not ")


def test_days_of_a_comparison_that_do_not_follow_each_other_are_refused(
    record: openline.Record,
) -> None:
    """The same day twice compares nothing."""
    with pytest.raises(openline.QuestionError):
        record.compare("2021-01-01", "2021-01-01")


def test_a_name_that_the_record_lacks_matches_nothing_and_is_warned_of(
    record: openline.Record,
) -> None:
    """The warning points at the line that asks."""
    with pytest.warns(UserWarning, match="“Dland”") as caught:
        assert len(record.status(parties="Dland")) == 0
    assert caught[0].filename == __file__
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        record.status(parties="Aland")


def test_a_filter_of_no_known_name_is_an_error(record: openline.Record) -> None:
    """The nearest one is proposed."""
    with pytest.raises(TypeError, match=r"no filter 'levels'\. Is it level\?"):
        record.status(levels="military")  # type: ignore[call-arg]  # what is tested
