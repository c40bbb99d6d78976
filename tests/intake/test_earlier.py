"""Choices of an earlier file, and what they have to do with another."""

from typing import Final

from openline.intake.choices import Choices, DateReading, Header, Join
from openline.intake.deriving import derive
from openline.intake.earlier import carried_edits, fitting, header_of
from openline.intake.edits import Edits
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


HEAD: Final = "Line,When,Status\n"
ONE, TWO, TOTAL = "Hotline,5.8.2022,shut\n", "Talks,2022-13-01,up\n", "Total,2,\n"


def _carried(before: str, edits: Edits, now: str) -> tuple[Edits, int]:
    return carried_edits(_source(before), edits, _source(now))


def test_rows_are_found_again_wherever_they_stand() -> None:
    """A mended cell and a row that was left out go with their rows to other lines."""
    edits = Edits({3: {"When": "2022-12-01"}}, (), frozenset({4}))
    found = _carried(HEAD + ONE + TWO + TOTAL, edits, HEAD + TOTAL + "New,2023,up\n" + ONE + TWO)
    assert found == (Edits({5: {"When": "2022-12-01"}}, (), frozenset({2})), 0)


def test_a_row_that_says_something_else_is_another_row() -> None:
    """Nothing is changed in it, and the edit is counted as one without a row."""
    edits = Edits({3: {"When": "2022-12-01"}}, (), frozenset({4}))
    now = HEAD + ONE + TWO.replace("2022-13-01", "2022-12-01") + "Total,3,\n"
    assert _carried(HEAD + ONE + TWO + TOTAL, edits, now) == (Edits(), 2)


def test_columns_may_stand_otherwise_and_new_ones_come() -> None:
    """Cells go by the names of their columns; blanks around them make no difference."""
    edits = Edits({2: {"Status": "severed"}})
    now = "Source,Status,Line,When\nPost, shut ,Hotline,5.8.2022\n"
    assert _carried(HEAD + ONE, edits, now)[0] == Edits({2: {"Status": "severed"}})


def test_a_column_that_is_gone_was_part_of_what_a_row_said() -> None:
    """A row with content in it is not found again; one without is."""
    edits = Edits({2: {"Line": "A"}, 3: {"Line": "B"}})
    before = "Line,When,Status,Note\nHotline,2020,up,old\nTalks,2020,up,\n"
    found = _carried(before, edits, HEAD + "Hotline,2020,up\nTalks,2020,up\n")
    assert found == (Edits({3: {"Line": "B"}}), 1)


def test_of_rows_that_are_alike_the_second_is_the_second() -> None:
    """A repeat that was left out takes no other row with it."""
    edits = Edits({}, (), frozenset({3}))
    assert _carried(HEAD + ONE + ONE, edits, HEAD + TWO + ONE + ONE)[0].removed == {4}
    assert _carried(HEAD + ONE + ONE, edits, HEAD + ONE) == (Edits(), 1)


def test_a_file_with_nothing_in_common_gets_nothing() -> None:
    """Without a column of the same name no row is found again, empty ones included."""
    edits = Edits({2: {"Line": "x"}}, (), frozenset({3}))
    assert _carried(HEAD + ONE + TWO, edits, "a,b\n1,2\n,\n") == (Edits(), 2)


def test_added_rows_are_added() -> None:
    """They stand in no file, so they belong to every next one."""
    edits = Edits({}, ({"Line": "New", "When": "2024"},))
    assert _carried(HEAD + ONE, edits, HEAD + TWO)[0].added == edits.added


def test_cells_beyond_the_header_count() -> None:
    """What stands in no column is part of what a row says."""
    edits = Edits({2: {"4": ""}})
    long = "Hotline,5.8.2022,shut,more\n"
    assert _carried(HEAD + long, edits, HEAD + long)[0] == edits
    assert _carried(HEAD + long, edits, HEAD + ONE) == (Edits(), 1)
