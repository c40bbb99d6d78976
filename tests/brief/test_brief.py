"""What a brief is of."""

from datetime import date

from openline.analysis.gaps import SEVERANCE, SILENCE
from tests.asking import ask, only, read
from tests.brief.briefed import briefed


def test_changes_are_told_from_a_year_before_unless_a_day_is_named() -> None:
    """A day after the one shown is taken for that day."""
    assert briefed().since == date(2020, 6, 1)
    assert briefed(since=date(2021, 4, 15)).since == date(2021, 4, 15)
    assert briefed(since=date(2022, 1, 1)).since == date(2021, 6, 1)


def test_its_tables_are_those_of_the_commands() -> None:
    """Status, ongoing gaps, moves and signs of the same question."""
    brief = briefed(window=90)
    record = brief.question.record
    assert list(brief.status["state"]) == [
        row["state"] for row in ask(record, "status", "2021-06-01")
    ]
    now = only(ask(record, "unusual", "2021-06-01"), "gap", "channel", "days")
    ongoing = [
        (gap, row["channel"], row["days"])
        for gap in (SEVERANCE, SILENCE)
        for _, row in brief.ongoing(gap).iterrows()
    ]
    assert sorted(ongoing) == sorted(now)
    moved = only(
        ask(record, "openings", "2021-06-01", window=90, closings=True), "channel", "change"
    )
    assert list(zip(brief.moves["channel"], brief.moves["change"], strict=True)) == moved
    assert len(brief.signs) == len(ask(record, "signs", "2021-06-01", window=90))


def test_what_is_new_counts_stale_channels_of_the_day_before() -> None:
    """A channel that was stale then and moved since is not first recorded now."""
    old = (
        "Line,A; B,2010-01-01,change,open,,,,,",
        "Line,A; B,2021-05-20,change,severed,,,,,",
    )
    brief = briefed(lines=old, fresh=True)
    assert list(brief.news["what"]) == ["closed"]


def test_rows_entered_late_are_new_whatever_their_day() -> None:
    """Those that the brief is told of."""
    record = read("channel,date,state", "Line,2019-01-01,open")
    row = int(record.observations.index[0])
    late = briefed(lines=("Line,,2019-01-01,change,open,,,,,",), late=frozenset({row}))
    assert list(late.news["late"]) == [True]
