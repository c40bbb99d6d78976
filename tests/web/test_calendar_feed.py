"""The document of a calendar."""

from dataclasses import replace
from datetime import date
from typing import Any

import icalendar

from openline.web.calendar_feed import calendar
from tests.web.test_atom import CHANGE, feed_of


def _event(text: str) -> Any:
    (event,) = icalendar.Calendar.from_ical(text).walk("VEVENT")
    return event


def test_long_lines_are_folded_between_letters() -> None:
    """Of whatever script: read again they are whole."""
    title = "線" * 100 + ", a; b\\ c\nd"
    text = calendar(feed_of(replace(CHANGE, title=title)))
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    event = _event(text)
    assert str(event["SUMMARY"]) == title


def test_an_event_is_a_whole_day_also_at_the_ends_of_time() -> None:
    """The last day that there is has no day after it."""
    for day in (date(2020, 3, 1), date(1, 1, 1), date.max):
        text = calendar(feed_of(replace(CHANGE, day=day)))
        event = _event(text)
        assert event["DTSTART"].dt == day
        assert ("DTEND" in event) == (day != date.max)


def test_a_title_ends_no_line() -> None:
    """A view's words may have marks at which some readers of calendars begin a new line."""
    text = calendar(replace(feed_of(), title="A\x0bB\u2028C\nD"))
    assert "NAME:A�B�C\\nD" in text.splitlines()
