"""What the end of an interval is."""

import pytest

from openline.intake.end_days import EndDays
from openline.ui.records.ends import reasons
from tests.records import bring, press
from tests.screen import markup

FILE = (
    "channel,start,end,state\nNorth post,1990-01-01,2010-05-04,open\n"
    "North post,2010-05-05,2020-12-31,severed\nSouth post,1995-01-01,2020-12-31,open\n"
)


@pytest.mark.usefixtures("set_today")
def test_an_end_is_the_last_day_by_choice() -> None:
    """What the rows speak for is said; the end becomes the first day after."""
    at = bring(FILE)
    assert "1 row can only have the last day; proposed: the last day of the interval" in markup(at)
    press(at, "records_apply_ends")
    assert at.session_state["records_draft"].data.decode().splitlines()[1:] == [
        "North post,1990-01-01,2010-05-05,open",
        "North post,2010-05-05,2021-01-01,severed",
        "South post,1995-01-01,2021-01-01,open",
    ]
    assert "What the end of an interval is" not in markup(at)


@pytest.mark.usefixtures("set_today")
def test_without_a_reason_nothing_is_proposed() -> None:
    """It is asked all the same, and can be left for good; files without ends are not."""
    at = bring(
        "channel,start,end,state\nA,2019-03-01,2020-03-01,open\nA,2020-03-01,2021-01-01,severed\n"
    )
    assert "1 row the first day after" in markup(at)
    assert "proposed" not in markup(at)
    press(at, "records_leave_ends")
    assert "What the end of an interval is" not in markup(at)
    at = bring("channel,date,state\nA,2020,open\n")
    assert "What the end of an interval is" not in markup(at)


def test_reasons_are_counted() -> None:
    """For the last day, and for the day after."""
    assert reasons(EndDays(0, 0, ())) == ""
    assert reasons(EndDays(2, 1, ())) == (
        "; 2 rows can only have the last day, 1 row the first day after"
    )
