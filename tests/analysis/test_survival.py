"""Time to reopening, against published figures, lifelines and exact limits."""

from datetime import date

import numpy as np
import pandas as pd
import pytest
from scipy.stats import beta

from openline.analysis.evidence import Evidence, gather
from openline.analysis.survival import (
    MIN_EVENTS,
    NOT_REACHED,
    SURVIVAL,
    SURVIVAL_SUMMARY,
    durations,
    estimate,
    survival,
    survival_summary,
)
from openline.record.reading import read_record

_REMISSION = [
    *("6", "6", "6", "6+", "7", "9+", "10", "10+", "11+", "13", "16", "17+", "19+", "20+"),
    *("22", "23", "25+", "32+", "32+", "34+", "35+"),
]
_PUBLISHED = {6: 0.857, 7: 0.807, 10: 0.753, 13: 0.690, 16: 0.627, 22: 0.538, 23: 0.448}


def _lengths(words: list[str]) -> tuple[np.ndarray, np.ndarray]:
    days = np.array([int(word.rstrip("+")) for word in words])
    return days, np.array([not word.endswith("+") for word in words])


def _evidence(*rows: str, as_of: date = date(2021, 1, 1)) -> Evidence:
    text = "\n".join(["channel,parties,date,state,event", *rows]) + "\n"
    record = read_record(text.encode(), date(2026, 1, 1))
    assert not record.has_errors
    return gather(record, as_of)


def _cut_and_restored(count: int, *, first_day: int = 1) -> list[str]:
    """Channels severed a day apart and open on 1 March 2020."""
    return [
        row
        for number in range(count)
        for row in (
            f"C{number},A; B,2020-01-{first_day + number:02d},severed,change",
            f"C{number},A; B,2020-03-01,open,change",
        )
    ]


def test_remission_times_give_the_published_estimate() -> None:
    """The 6-MP remission data have the Kaplan–Meier estimate that is printed for them."""
    curve = estimate(*_lengths(_REMISSION)).set_index("days")
    assert curve.loc[list(_PUBLISHED), "survival"].tolist() == pytest.approx(
        list(_PUBLISHED.values()), abs=6e-4
    )


def test_remission_times_give_the_published_numbers_at_risk() -> None:
    """Events of a day are counted before its censorings, which stay at risk on it."""
    curve = estimate(*_lengths(_REMISSION)).set_index("days")
    assert curve.loc[list(_PUBLISHED), "at_risk"].tolist() == [21, 17, 15, 12, 11, 7, 6]
    assert curve.loc[6, ["events", "censored"]].tolist() == [3, 1]


@pytest.mark.parametrize("seed", range(8))
def test_estimate_agrees_with_lifelines(seed: int) -> None:
    """Drawn lengths with ties and censoring have the estimate that lifelines gives."""
    # To import it takes a twentieth of the time in which all tests are gathered.
    from lifelines import KaplanMeierFitter  # noqa: PLC0415

    draw = np.random.default_rng(seed)
    days = draw.integers(1, 60, size=80)
    event = draw.random(80) < 0.6
    curve = estimate(days, event)
    fitter = KaplanMeierFitter().fit(days, event)
    expected = fitter.survival_function_at_times(curve["days"]).to_numpy()
    np.testing.assert_allclose(curve["survival"], expected, atol=1e-12)


@pytest.mark.parametrize("size", [5, 12, 40])
def test_limits_without_censoring_are_exact(size: int) -> None:
    """Without censoring the limits are those of Clopper and Pearson for a proportion."""
    curve = estimate(np.arange(1, size + 1), np.ones(size, dtype=bool)).iloc[1:]
    left = size - curve["days"].to_numpy()
    lower = np.where(left > 0, beta.ppf(0.025, np.maximum(left, 1), size - left + 1), 0.0)
    upper = beta.ppf(0.975, left + 1, size - left)
    np.testing.assert_allclose(curve["lower"], lower, atol=1e-9)
    np.testing.assert_allclose(curve["upper"], upper, atol=1e-9)


def test_limits_hold_the_estimate_and_narrow_from_one() -> None:
    """The interval holds the estimate on every day and its upper limit begins at one."""
    curve = estimate(*_lengths(_REMISSION))
    assert curve.loc[0, ["days", "survival", "upper"]].tolist() == [0, 1, 1]
    assert (curve["lower"] <= curve["survival"]).all()
    assert (curve["survival"] <= curve["upper"]).all()


def test_lower_limit_is_zero_after_the_last_length() -> None:
    """Nothing is claimed below the estimate once no length is longer."""
    assert estimate(*_lengths(_REMISSION))["lower"].iloc[-1] == 0


def test_too_few_events_leave_the_estimate_missing() -> None:
    """Under five events the lengths are listed and nothing is estimated."""
    days = np.arange(1, 10)
    curve = estimate(days, days < MIN_EVENTS)
    assert curve[["survival", "lower", "upper"]].isna().all(axis=None)
    assert curve["at_risk"].tolist() == [9, 9, 8, 7, 6, 5, 4, 3, 2, 1]


def test_five_events_are_enough() -> None:
    """From five events on there is an estimate on every day."""
    days = np.arange(1, 10)
    assert estimate(days, days <= MIN_EVENTS).notna().all(axis=None)


def test_lengths_of_no_days_are_counted_on_day_zero() -> None:
    """A length of 0 days lowers the estimate in the first row."""
    curve = estimate(np.array([0, 1, 2, 3, 4]), np.ones(5, dtype=bool))
    assert curve["days"].tolist() == [0, 1, 2, 3, 4]
    assert curve.loc[0, "survival"] == pytest.approx(0.8)


def test_severance_lasts_until_raised() -> None:
    """By default a severance ends on the day on which it becomes partial or open."""
    evidence = _evidence(
        "C,A; B,2020-01-01,severed,change",
        "C,A; B,2020-01-11,partial,change",
        "C,A; B,2020-01-31,open,change",
    )
    assert durations(evidence)[["days", "event"]].values.tolist() == [[10, True]]


def test_until_open_takes_one_length_a_run() -> None:
    """Until open, a run of severed and partial spans counts once from its first severance."""
    evidence = _evidence(
        "C,A; B,2020-01-01,severed,change",
        "C,A; B,2020-01-11,partial,change",
        "C,A; B,2020-01-21,severed,change",
        "C,A; B,2020-01-31,open,change",
    )
    assert durations(evidence)["days"].tolist() == [10, 10]
    assert durations(evidence, "open")[["days", "event"]].values.tolist() == [[30, True]]


def test_run_begins_with_its_first_severed_day() -> None:
    """Until open, partial days before the first severance do not count."""
    evidence = _evidence(
        "C,A; B,2020-01-01,partial,change",
        "C,A; B,2020-01-11,severed,change",
        "C,A; B,2020-01-31,open,change",
    )
    assert durations(evidence, "open")["days"].tolist() == [20]


def test_severances_that_go_on_are_censored() -> None:
    """A severance that is not raised is as long as the record is known, and no event."""
    evidence = _evidence(
        "A,A; B,2020-01-01,severed,change",
        "B,A; B,2020-01-01,severed,change",
        "B,A; B,2020-01-06,,ended",
        "C,A; B,2020-01-01,severed,change",
        "C,A; B,2020-01-06,unknown,change",
        as_of=date(2020, 1, 31),
    )
    lengths = durations(evidence)
    assert lengths["days"].tolist() == [30, 30, 5]
    assert not lengths["event"].any()


def test_severance_without_an_onset_is_left_out() -> None:
    """A severance first found by a check, or after unknown days, has no known length."""
    evidence = _evidence(
        "A,A; B,2020-01-01,severed,check",
        "A,A; B,2020-02-01,open,change",
        "B,A; B,2020-01-01,unknown,change",
        "B,A; B,2020-01-05,severed,change",
        "B,A; B,2020-02-01,open,change",
    )
    assert durations(evidence).empty
    assert survival(evidence).empty
    assert survival(evidence).columns.tolist() == list(SURVIVAL)


def test_summary_warns_of_shared_decisions() -> None:
    """Severances of the same parties on one day are one decision, and a note says so."""
    evidence = _evidence(
        *(f"C{number},A; B,2020-01-01,severed,change" for number in range(6)),
        *(f"C{number},A; B,2020-02-0{number + 1},open,change" for number in range(6)),
    )
    row = survival_summary(evidence).iloc[0]
    assert row[["group", "n", "events", "decisions", "median"]].tolist() == ["all", 6, 6, 1, 33]
    assert row["note"] == "interval too narrow"


def test_summary_claims_no_median_of_few_events() -> None:
    """Under five events the median is missing and its text says why."""
    row = survival_summary(_evidence(*_cut_and_restored(4))).iloc[0]
    assert pd.isna(row["median"])
    assert row["median_text"] == "under 5 events"


def test_summary_says_that_the_median_is_not_reached() -> None:
    """Where more than half are never raised, the median is told as not reached."""
    going_on = [f"D{number},A; B,2019-12-{number + 1:02d},severed,change" for number in range(9)]
    row = survival_summary(_evidence(*_cut_and_restored(5), *going_on)).iloc[0]
    assert row["median"] == NOT_REACHED


def test_groups_sort_by_name() -> None:
    """With groups there is one summary for each, in order of their names."""
    rows = [*_cut_and_restored(1), "X,A; C,2020-01-01,severed,change"]
    summary = survival_summary(_evidence(*rows), by="parties")
    assert summary.columns.tolist()[: len(SURVIVAL_SUMMARY)] == list(SURVIVAL_SUMMARY)
    assert summary["group"].tolist() == ["A; B", "A; C"]


@pytest.mark.parametrize(("until", "bounds"), [("raised", (30, 60, 60)), ("open", (60, 91, 90))])
def test_lengths_have_bounds_where_dates_are_coarse(
    until: str, bounds: tuple[int, int, int]
) -> None:
    """A severance that began in a month has a least and a greatest length beside its days."""
    record = read_record(
        b"channel,date,event,state\nA,2020-01,,severed\nA,2020-03-01,,partial\n"
        b"A,2020-03-31/2020-04-01,,open\n",
        date(2021, 1, 1),
    )
    row = durations(gather(record, date(2021, 1, 1)), until).iloc[0]
    assert (row["days_min"], row["days_max"], row["days"]) == bounds


def _unused(*rows: str, until: str = "raised") -> list[bool]:
    """Say of each severance, on 1 Jan 2023, whether it is of a channel that nobody uses."""
    return durations(_evidence(*rows, as_of=date(2023, 1, 1)), until)["unused"].tolist()


def test_a_severance_without_a_row_for_730_days_is_of_an_unused_channel() -> None:
    """One that goes on is of an unused channel from the 731st day after its latest row."""
    # 730 days before 1 Jan 2023 is 1 Jan 2021.
    assert _unused("A,A; B,2020-12-31,severed,change", "B,A; B,2021-01-01,severed,change") == [
        True,
        False,
    ]


def test_any_row_shows_that_a_severed_channel_is_not_forgotten() -> None:
    """A refusal, an overture or a check of the last 730 days is an attempt or a sign of life."""
    old = "A,A; B,2019-01-01,severed,change"
    for row in ("2022-01-01,,overture", "2022-01-01,,refusal", "2022-01-01,severed,check"):
        assert _unused(old, f"A,A; B,{row}") == [False]


def test_a_severance_stopped_by_the_end_is_of_an_unused_channel() -> None:
    """A channel that ended while severed is not used any more, however lately it ended."""
    assert _unused("A,A; B,2022-01-01,severed,change", "A,A; B,2022-12-01,,ended") == [True]


def test_a_severance_that_is_over_is_of_no_unused_channel() -> None:
    """Reopened or unknown by now, it is of no unused channel, however old its rows are."""
    assert _unused(
        "A,A; B,2019-01-01,severed,change",
        "A,A; B,2019-06-01,open,change",
        "B,A; B,2019-01-01,severed,change",
        "B,A; B,2019-06-01,unknown,change",
    ) == [False, False]


def test_until_open_a_run_that_is_partial_is_of_a_used_channel() -> None:
    """A run that goes on counts as unused where it is severed by now, not where it is partial."""
    rows = ("2019-01-01,severed,change", "2019-06-01,partial,change", "2019-07-01,severed,change")
    runs = [f"A,A; B,{row}" for row in rows]
    assert _unused(*runs[:2], until="open") == [False]
    assert _unused(*runs, until="open") == [True]


def test_the_summary_counts_severances_of_unused_channels() -> None:
    """Beside the median stands how many of its severances are of channels nobody uses."""
    going_on = ("X,A; B,2018-01-01,severed,change", "Y,A; B,2020-12-01,severed,change")
    rows = (*_cut_and_restored(5), *going_on)
    row = survival_summary(_evidence(*rows, as_of=date(2021, 1, 1))).iloc[0]
    assert (row["n"], row["unused"]) == (7, 1)
