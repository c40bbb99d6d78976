"""Choices of an earlier file, and what they have to do with another."""

from typing import Final

from openline.intake.choices import Choices, DateReading, Header, Join
from openline.intake.deriving import derive
from openline.intake.earlier import fitting, header_of
from openline.intake.source import Source, read_source

EARLIER: Final = Choices(
    names={"Line": "channel", "Status": "state"},
    words={"state": {"shut": "severed", "up": "open"}},
    dates={"date": DateReading("day-first")},
)


def _source(text: str) -> Source:
    source = read_source(text.encode())
    assert isinstance(source, Source)
    return source


def _fitting(text: str, earlier: Choices = EARLIER) -> Choices:
    return fitting(_source(text), earlier)


def test_all_choices_fit_a_file_of_the_same_form() -> None:
    """Columns by their names, words under a column that is only to be renamed, and dates."""
    text = "Line,date,Status\nA,5.8.2022,shut\nA,6.8.2022,UP\n"
    assert _fitting(text) == EARLIER
    assert derive(text.encode(), _fitting(text)) == (
        b"channel,date,state\nA,2022-08-05,severed\nA,2022-08-06,open\n"
    )


def test_only_what_would_change_the_file_is_left() -> None:
    """A column that is not there, a word that nobody uses and dates of the format drop out."""
    assert _fitting("Line,date,state\nA,2022-08-05,shut\n") == Choices(
        names={"Line": "channel"}, words={"state": {"shut": "severed"}}
    )


def test_a_file_of_the_format_has_nothing_to_be_read_as_before() -> None:
    """Then nothing is offered, also after the choices have been applied once."""
    assert _fitting("channel,date,state\nA,2022-08-05,severed\n") == Choices()
    once = derive(b"Line,date,Status\nA,5.8.2022,shut\n", EARLIER)
    assert _fitting(once.decode()) == Choices()


def test_a_column_that_is_there_is_not_taken_from_another() -> None:
    """Where the file has the format's own column, the other name stays a column of its own."""
    assert _fitting("channel,Line,date,state\nA,B,2022-08-05,open\n") == Choices()


def test_dates_that_the_order_does_not_read_are_no_reason() -> None:
    """A date of no known form changes nothing."""
    assert _fitting("channel,date,state\nA,soon,open\n") == Choices()


def test_columns_that_change_places_do_so_together() -> None:
    """A name that the file has already is given away only where its column gets another one."""
    swap = Choices(names={"channel": "summary", "Note": "channel"})
    assert _fitting("channel,date,Note\nx,2020,A\n", swap) == swap
    assert _fitting("channel,date,summary\nA,2020,x\n", swap) == Choices()
    assert _fitting("channel,date,Note,summary\nx,2020,A,y\n", swap) == Choices()


def test_columns_that_others_make_fit_where_these_are_there() -> None:
    """Parts that are missing make nothing, and a column that the file has is not made."""
    earlier = Choices(
        joins={"date": Join(("year", "month"))},
        constants={"state": "severed"},
        filled=("parties", "gone"),
    )
    assert _fitting("parties,year,month\nA,2020,1\n", earlier) == Choices(
        joins=earlier.joins, constants=earlier.constants, filled=("parties",)
    )
    assert _fitting("channel,year,state\nA,2020,open\n", earlier) == Choices()


def test_the_header_is_looked_for_where_it_stands_this_time() -> None:
    """Another title may have another length; without one before nothing is looked for."""
    text = "Log\n\nnew title\nchannel,date,state\nA,2020,open\n"
    before = Choices(header=Header(2, ","))
    assert header_of(_source(text), before) == Header(4, ",")
    assert header_of(_source(text), Choices()) is None
    assert header_of(_source("channel,date,state\n"), before) is None
