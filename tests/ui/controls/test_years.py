"""The choice of the days shown."""

import pytest

from tests.screen import PAGE_CHANNEL, markup, run_page, values

OPENINGS = "pages/openings.py"
_FIRST, _LAST = "ol_range_first", "ol_range_last"


@pytest.mark.usefixtures("set_today")
def test_the_range_is_in_the_address_and_always_one() -> None:
    """A choice writes the address; ten years are chosen unless told."""
    at = run_page(OPENINGS)
    years = at.segmented_control(key="view_range")
    assert (years.options[years.indices[0]], years.value) == ("10 yr", "")
    at.segmented_control(key="view_range").set_value("25y").run()
    assert values(at, "range") == ["25y"]


@pytest.mark.usefixtures("set_today")
def test_a_page_marks_its_usual_years_with_and_without_them_in_the_address() -> None:
    """Ten years elsewhere, on Channel all; the address of a link may name them too."""
    for query in ({}, {"range": "10y"}):
        years = run_page(OPENINGS, **query).segmented_control(key="view_range")
        assert years.options == ["3 yr", "10 yr", "25 yr", "All"]
        assert years.options[years.indices[0]] == "10 yr"
    one = {"parties": "China; United States", "channel": "Defence ministers"}
    for query, chosen in (({}, "All"), ({"range": "all"}, "All"), ({"range": "10y"}, "10 yr")):
        years = run_page(PAGE_CHANNEL, **one, **query).segmented_control(key="view_range")
        assert years.options == ["3 yr", "10 yr", "25 yr", "All"]
        assert years.options[years.indices[0]] == chosen


@pytest.mark.usefixtures("set_today")
def test_two_days_can_be_typed() -> None:
    """They stand in the address, as a choice beside the years, until years are chosen."""
    at = run_page(OPENINGS, asof="2023-10-05")
    assert [at.text_input(key=key).value for key in (_FIRST, _LAST)] == ["5 Oct 2013", "5 Oct 2023"]
    at.text_input(key=_FIRST).set_value("May 2020").run()
    assert values(at, "range") == ["2020-05-01.."]
    assert "May 2020 is taken as its first day, 1 May 2020." in markup(at)
    at.text_input(key=_LAST).set_value("5 Aug 2022").run()
    assert values(at, "range") == ["2020-05-01..2022-08-05"]
    years = at.segmented_control(key="view_range")
    assert years.options[-1] == "1 May 2020 – 5 Aug 2022"
    years.set_value("3y").run()
    assert values(at, "range") == ["3y"]


@pytest.mark.usefixtures("set_today")
def test_days_that_do_not_follow_each_other_are_put_right() -> None:
    """A first day after the last leads to the as-of day; before the first a last day takes as
    many days with it."""
    at = run_page(OPENINGS, asof="2023-10-05", range="2020-01-01..2021-01-01")
    at.text_input(key=_FIRST).set_value("2022-01-01").run()
    assert values(at, "range") == ["2022-01-01.."]
    at.text_input(key=_LAST).set_value("2021-01-01").run()
    assert values(at, "range") == ["2019-03-31..2021-01-01"]


@pytest.mark.usefixtures("set_today")
def test_what_is_no_day_is_told() -> None:
    """The range stays as it is."""
    at = run_page(OPENINGS, asof="2023-10-05")
    at.text_input(key=_FIRST).set_value("soon").run()
    assert "“soon” cannot be read as a day" in markup(at)
    assert values(at, "range") == []


@pytest.mark.usefixtures("set_today")
def test_a_range_beyond_the_as_of_day_is_noted() -> None:
    """The note stands where ranges do."""
    days = {"asof": "2023-10-05", "range": "2020-01-01..2026-01-01"}
    assert "The range ends on 1 Jan 2026; it is shown up to" in markup(run_page(OPENINGS, **days))
    assert "The range ends on" not in markup(run_page("pages/method.py", **days))
