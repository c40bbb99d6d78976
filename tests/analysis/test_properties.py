"""What holds of the tables of every record."""

import csv
import io
from collections import defaultdict
from datetime import date, timedelta
from typing import Final

import pandas as pd
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from openline.analysis.evidence import Evidence, gather
from openline.analysis.filters import Filters
from openline.analysis.gaps import GAPS, gaps
from openline.analysis.openings import OPENINGS, openings
from openline.analysis.openness import openness
from openline.analysis.spans import SPANS, spans
from openline.analysis.status import STATUS, status
from openline.analysis.time_in_state import SHARES, shares
from openline.formats.machine import text_of
from openline.record.columns import CONFIDENCES, ENDED, KNOWN_STATES, UNKNOWN
from openline.record.reading import read_record
from openline.record.record import Record, record_rows
from tests.analysis.records import TODAY, read
from tests.budget import budget
from tests.reference.strategies import FIRST_DAY, LAST_DAY, records

pytestmark = pytest.mark.thorough

_SETTINGS: Final = settings(
    max_examples=budget(4, 40),
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
_AS_OF: Final = st.dates(FIRST_DAY, LAST_DAY + timedelta(days=60))
_CARRY: Final = st.sampled_from((None, 10, 100, 400))
_DAY: Final = pd.Timedelta(days=1)


def _tables(evidence: Evidence) -> dict[str, pd.DataFrame]:
    return {
        "spans": spans(evidence)[list(SPANS)],
        "status": status(evidence)[list(STATUS)],
        "gaps": gaps(evidence, 30)[list(GAPS)],
        "openings": openings(evidence, 2000, 30)[list(OPENINGS)],
        "openness": openness(evidence),
        "shares": shares(evidence)[["parties", "channel", *SHARES]],
    }


def _assert_same(one: Evidence, other: Evidence) -> None:
    left, right = _tables(one), _tables(other)
    for name, frame in left.items():
        assert_frame_equal(frame, right[name], obj=name)


def _states(evidence: Evidence, days: list[pd.Timestamp]) -> dict[tuple[int, pd.Timestamp], str]:
    """The state of each channel on each day, where it has one."""
    found: dict[tuple[int, pd.Timestamp], str] = {}
    for channel, moves in evidence.moves.groupby("channel_id"):
        for day in days:
            until = moves.loc[moves["day"] <= day, "state"]
            if len(until):
                found[channel, day] = until.iloc[-1]
    return found


@_SETTINGS
@given(records(), _AS_OF, _CARRY)
def test_spans_leave_no_hole_but_an_end(text: str, day: date, carry: int | None) -> None:
    """Each span but the last ends where the next begins, unless the channel had ended."""
    for _, frame in spans(gather(read(text), day, carry=carry)).groupby("channel_id"):
        ends, starts = frame["end"].to_numpy()[:-1], frame["start"].to_numpy()[1:]
        ended = frame["ended"].to_numpy()[:-1]
        assert (ends <= starts).all()
        assert ((ends == starts) | ended).all()
        assert not frame["ongoing"].to_numpy()[:-1].any()


@_SETTINGS
@given(records(), _AS_OF, _CARRY)
def test_status_is_the_last_span_or_the_end(text: str, day: date, carry: int | None) -> None:
    """A channel's status is its last span's state, or ended where that span was ended."""
    evidence = gather(read(text), day, carry=carry)
    last = spans(evidence).drop_duplicates("channel_id", keep="last").set_index("channel_id")
    found = status(evidence).set_index("channel_id")
    assert found["state"].to_dict() == last["state"].mask(last["ended"], ENDED).to_dict()
    ongoing = last[last["ongoing"]]
    assert found.loc[ongoing.index, "days_in_state"].to_dict() == ongoing["days"].to_dict()


@_SETTINGS
@given(records(intervals=False), _AS_OF)
def test_later_rows_never_matter(text: str, day: date) -> None:
    """What is computed as of a day is the same for the record without its later rows."""
    record = read(text)
    rows = record.observations
    kept = set(rows.loc[rows["earliest"] <= pd.Timestamp(day), "line"])
    lines = text.splitlines(keepends=True)
    shorter = "".join(line for i, line in enumerate(lines, 1) if i == 1 or i in kept)
    alone = read_record(shorter.encode(), TODAY)
    # A check may rest on a later row of its range: without that row the record has an error.
    assume(kept and not alone.has_errors)
    _assert_same(gather(record, day), gather(alone, day))


@_SETTINGS
@given(records(), _AS_OF, _CARRY)
def test_shares_sum_to_the_days_on_record(text: str, day: date, carry: int | None) -> None:
    """The days in each state sum to the days from the first state to the ends of the lives."""
    evidence = gather(read(text), day, carry=carry)
    found = shares(evidence).set_index("channel_id")
    total = found["known_days"] + found["unknown_days"]
    for channel, moves in evidence.moves.groupby("channel_id"):
        days, since = 0, None
        known = False
        for state, at in zip(moves["state"], moves["day"], strict=True):
            known = known or state in KNOWN_STATES
            if state == ENDED and since is not None:
                days, since = days + (at - since) // _DAY, None
            elif known and since is None and state != ENDED:
                since = at
        days += (evidence.as_of - since) // _DAY if since is not None else 0
        assert total[channel] == days


@_SETTINGS
@given(records(), _AS_OF, _CARRY)
def test_openness_lies_between_its_bounds(text: str, day: date, carry: int | None) -> None:
    """Openness lies between its strict readings, and all three between 0 and 1."""
    found = openness(gather(read(text), day, carry=carry)).dropna(subset="openness")
    assert (found["low"] >= 0).all()
    assert (found["low"] <= found["openness"]).all()
    assert (found["openness"] <= found["high"]).all()
    assert (found["high"] <= 1).all()


@_SETTINGS
@given(records(), _AS_OF, st.sampled_from(CONFIDENCES))
def test_confidence_never_invents_a_state(text: str, day: date, confidence: str) -> None:
    """A channel that is known under a confidence is in the same state without it."""
    record = read(text)
    days = list(record.observations["earliest"].unique())
    days = [one for one in days if one <= pd.Timestamp(day)]
    everything = _states(gather(record, day), days)
    filtered = _states(gather(record, day, Filters(confidence=confidence)), days)
    for place, state in filtered.items():
        if state != UNKNOWN:
            assert everything[place] == state


@_SETTINGS
@given(records(), _AS_OF, st.data())
def test_channels_do_not_mind_each_other(text: str, day: date, data: st.DataObject) -> None:
    """Rows of different channels may stand in any order in the file."""
    head, *rows = csv.reader(io.StringIO(text))
    by_channel: dict[tuple[str, ...], list[list[str]]] = defaultdict(list)
    keys = [_channel(dict(zip(head, row, strict=True))) for row in rows]
    for key, row in zip(keys, rows, strict=True):
        by_channel[key].append(row)
    order = data.draw(st.permutations(keys))
    queues = {key: iter(found) for key, found in by_channel.items()}
    out = io.StringIO()
    csv.writer(out).writerows([head, *(next(queues[key]) for key in order)])
    _assert_same(gather(read(text), day), gather(read(out.getvalue()), day))


def _channel(row: dict[str, str]) -> tuple[str, ...]:
    return (row["channel"], *sorted(side.strip() for side in row["parties"].split(";")))


@_SETTINGS
@given(records(intervals=False))
def test_an_export_is_the_same_record(text: str) -> None:
    """A record that is exported and read again has the same observations and problems, but
    for the rows that repeated another, and the lines below them."""
    record = read(text)
    again = read(text_of(record_rows(record), "csv"))
    first, second = (one.observations.drop(columns="line") for one in (record, again))
    assert_frame_equal(first, second)
    assert _told(again) == [one for one in _told(record) if one[0] != "row-repeated"]


def _told(record: Record) -> list[tuple[str, str | None, str | None]]:
    """Problems without the parties as written: an export has these in the record's own form."""
    return [
        (one.code, one.column, None if one.column == "parties" else one.value)
        for one in record.problems
    ]


@_SETTINGS
@given(records(intervals=True))
def test_an_export_of_intervals_has_the_same_states(text: str) -> None:
    """A record in interval form is exported with dates and means the same."""
    record = read(text)
    again = read(text_of(record_rows(record), "csv"))
    _assert_same(_last(record), _last(again))


def _last(record: Record) -> Evidence:
    return gather(record, LAST_DAY)


@_SETTINGS
@given(records(), _AS_OF, _CARRY)
def test_lengths_lie_within_their_bounds(text: str, day: date, carry: int | None) -> None:
    """Every length of a span or a gap lies between its bounds, which are not below 0."""
    evidence = gather(read(text), day, carry=carry)
    for frame in (spans(evidence), gaps(evidence, 0)):
        assert (frame["days_min"] >= 0).all()
        assert (frame["days_min"] <= frame["days"]).all()
        assert (frame["days"] <= frame["days_max"]).all()
