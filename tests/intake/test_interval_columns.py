"""Columns that say until when, or how long, a state held."""

from openline.intake.choices import Choices, Join
from openline.intake.column_texts import Texts
from openline.intake.interval_columns import IntervalColumns, find_interval_columns

DAYS: Texts = {"2019-05-03": 2, "2020-01-01": 1}


def _found(*labels: str, **texts: Texts) -> IntervalColumns | None:
    return find_interval_columns({label: label for label in labels}, texts)


def test_a_column_until_is_the_end_of_what_begins_on_the_date() -> None:
    """By its name and its days; `ongoing` is one that has not come."""
    until: Texts = {"2019-06-02": 1, "ongoing": 1}
    expected = Choices(names={"date": "start", "until": "end"})
    assert _found("channel", "date", "until", date=DAYS, until=until) == IntervalColumns(
        "until", "date", "until", expected
    )
    assert _found("date", "end", date=DAYS, end={"2019-06-02": 1}) is not None
    assert _found("date", "until", date=DAYS, until={"further notice": 1}) is None
    assert _found("date", "last", date=DAYS, last=DAYS) is None


def test_a_length_makes_the_end() -> None:
    """In the unit that its name says, beside a start too."""
    found = _found("date", "duration", date=DAYS, duration={"30 days": 2, "2 weeks": 1})
    assert found is not None
    assert found.choices == Choices(
        names={"date": "start"}, joins={"end": Join(("date", "duration"), "days", half="after")}
    )
    weeks = find_interval_columns(
        {"start": "start", "length": "Length (weeks)"}, {"length_(weeks)": {"2": 1}}
    )
    assert weeks is not None
    assert weeks.choices.joins == {"end": Join(("start", "length"), "weeks", half="after")}
    assert _found("date", "duration", date=DAYS, duration={"short": 2}) is None


def test_a_date_of_long_stretches_may_be_an_interval() -> None:
    """Its begin and its end; days alone are none."""
    found = _found("date", "state", date={"2018-01/2019-06": 2, "2019-07": 1})
    assert found is not None
    assert found.says == "spans"
    assert found.choices.joins == {
        "start": Join(("date",), half="begin"),
        "end": Join(("date",), half="end"),
    }
    assert _found("date", "state", date=DAYS) is None


def test_rows_of_events_are_no_intervals() -> None:
    """A file with events says by itself what each row is; one with both bounds needs nothing."""
    assert _found("date", "until", "event", date=DAYS, until=DAYS) is None
    assert _found("start", "end", start=DAYS, end=DAYS) is None
    assert _found("channel", "until", until=DAYS) is None
