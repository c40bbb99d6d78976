"""Dates in other forms: what there is to choose, and whether the file tells."""

from openline.intake.foreign_dates import (
    ForeignDates,
    UnclearCells,
    find_foreign_dates,
    is_readable,
    says_no_end,
)


def _found(*cells: str, column: str = "date") -> ForeignDates:
    found = find_foreign_dates(column, dict.fromkeys(cells, 1))
    assert found is not None
    return found


def test_both_orders_fit_and_the_analyst_must_choose() -> None:
    """Where every date could be read in both orders, the file does not say which holds."""
    found = _found("8/5/2022", "1/2/2020")
    assert found.orders == found.fits == ("day-first", "month-first")
    assert found.must_choose


def test_one_date_settles_the_order_of_its_column() -> None:
    """A day above 12 leaves one order, which holds for the whole column."""
    found = _found("8/5/2022", "25/12/2022")
    assert found.fits == ("day-first",)
    assert not found.must_choose


def test_a_short_year_may_come_first() -> None:
    """`19-03-01` is 2019 to whoever shortens ISO dates: nothing is proposed unless the column
    leaves one order; other marks than hyphens are never read so."""
    found = _found("19-03-01")
    assert found.orders == found.fits == ("day-first", "year-first")
    assert found.must_choose
    assert _found("19-03-01", "45-03-02").fits == ("year-first",)
    assert _found("19.03.01").orders == ("day-first",)


def test_dates_that_contradict_each_other_fit_no_order() -> None:
    """A column of both orders fits neither, and only the analyst can say."""
    found = _found("25/12/2022", "12/25/2022")
    assert found.fits == ()
    assert found.must_choose


def test_dates_that_can_be_read_in_one_way_need_no_choice() -> None:
    """A named month, or one number for day and month."""
    found = _found("5 Aug 2022", "3/3/2021", "2022年8月5日")
    assert (found.plain, found.needs) == (
        UnclearCells(3, ("5 Aug 2022", "3/3/2021", "2022年8月5日")),
        {},
    )
    assert not found.must_choose


def test_what_is_needed_is_told_with_its_cells() -> None:
    """Each with how many rows have it, and some of the cells."""
    texts = {"8/5/63": 2, "Aug-22": 1, "43525": 4, "2022-08-05T10:00Z": 1, "2020-01-01": 9}
    found = find_foreign_dates("date", texts)
    assert found is not None
    assert found.count == 8
    assert found.needs == {
        "order": UnclearCells(2, ("8/5/63",)),
        "pivot": UnclearCells(3, ("8/5/63", "Aug-22")),
        "month_year": UnclearCells(1, ("Aug-22",)),
        "time": UnclearCells(1, ("2022-08-05T10:00Z",)),
        "epoch": UnclearCells(4, ("43525",)),
    }


def test_examples_show_dates_that_the_orders_read_otherwise_first() -> None:
    """The examples begin with a date on which the choice depends."""
    found = _found("25/12/2022", "8/5/2022", "9/5/2022")
    assert found.needs["order"].examples[0] in {"25/12/2022", "8/5/2022"}


def test_what_cannot_be_read_is_named() -> None:
    """Cells that are no dates are listed and do not speak against an order."""
    found = _found("25/12/2022", "before 2022")
    assert found.unread == ("before 2022",)
    assert (found.count, found.fits) == (2, ("day-first",))
    assert not _found("soon", "later").is_readable


def test_dates_of_the_format_leave_nothing_to_choose() -> None:
    """Nor do empty cells."""
    assert find_foreign_dates("date", {"2022-08": 3, "": 2, " 2022 ": 1}) is None


def test_words_for_no_end_are_told_of_ends_alone() -> None:
    """`present` as a begin is no date."""
    assert _found("Ongoing", "-", "soon", column="end").no_end == {"ongoing": 1, "-": 1}
    assert _found("Ongoing", column="end").unread == ()
    assert _found("present", column="start").no_end == {}
    assert says_no_end(" To  Present")
    assert not says_no_end("?")


def test_an_end_that_never_comes_may_be_none() -> None:
    """What programs write where there is no end; elsewhere it is a date."""
    assert _found("9999-12-31", "2099-12-31", "2026-01-01", column="end").no_end == {
        "9999-12-31": 1,
        "2099-12-31": 1,
    }
    assert find_foreign_dates("date", {"9999-12-31": 1}) is None
    assert find_foreign_dates("end", {"2098": 1}) is None


def test_languages_are_those_that_name_all_months() -> None:
    """The language that knows most names first, English where it knows them."""
    assert _found("5 Aug 2022").languages == ("en",)
    assert _found("5 août 2022", "5 mai 2022").languages == ("fr",)
    assert set(_found("5 août 2022", "5. März 2022").languages) == {"fr", "de"}


def test_a_name_that_may_mean_two_months_is_told() -> None:
    """Unless another name in the column tells the language."""
    assert _found("5 listopada 2022").unclear == {"listopada": {11: ("pl",), 10: ("hr",)}}
    assert _found("5 listopada 2022", "5 kolovoza 2022").unclear == {}
    assert _found("5 listopada 2022", "5 kolovoza 2022").languages == ("hr",)


def test_one_cell_can_be_asked_about() -> None:
    """Whether anything that could be chosen reads it."""
    assert is_readable("date", "8/5/2022")
    assert is_readable("end", "ongoing")
    assert not is_readable("date", "ongoing")
    assert not is_readable("date", "2022-08-05")
