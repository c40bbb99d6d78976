"""Which states rest on evidence of the last two years."""

import pandas as pd

from openline.analysis.filters import Filters
from openline.analysis.freshness import (
    STALE_AFTER,
    fresh_counts,
    fresh_since,
    last_observed,
    mark_stale,
)
from openline.analysis.openness import openness
from openline.analysis.spans import spans
from openline.analysis.status import status
from tests.analysis.records import evidence

_DAY = "2026-06-30"
_RECORD = """channel,date,event,state,confidence
Old,2024-06-29,change,open,confirmed
Edge,2024-06-30,change,open,confirmed
Seen,2020-01-01,change,open,confirmed
Seen,2025-01-01,overture,,inferred
Cut,2020-01-01,change,severed,confirmed
Half,2026-01-01,change,partial,confirmed
Lost,2020-01-01,change,unknown,confirmed
Gone,2020-01-01,change,open,confirmed
Gone,2021-01-01,ended,,confirmed
"""


def test_fresh_from_730_days_before() -> None:
    """A row exactly 730 days old still makes a state fresh."""
    assert STALE_AFTER == 730
    assert fresh_since(pd.Timestamp(_DAY)) == pd.Timestamp("2024-06-30")


def test_the_latest_row_of_any_kind_is_the_last_observation() -> None:
    """An overture is an observation too; dates stay as they were given."""
    seen = last_observed(
        evidence(
            "channel,date,event,state\nA,2020-01-01,,open\nA,2021-02,overture,\n", _DAY
        ).observations
    )
    assert seen["last_observed"].tolist() == [pd.Timestamp("2021-02-01")]
    assert seen["last_observed_text"].tolist() == ["2021-02"]


def test_only_known_states_go_stale() -> None:
    """Unknown and ended channels are not stale, however old their rows are."""
    states = pd.Series(["open", "partial", "severed", "unknown", "ended"])
    old = pd.Series(pd.Timestamp("2000-01-01"), index=states.index)
    assert mark_stale(states, old, pd.Timestamp(_DAY)).tolist() == [True, True, True, False, False]


def test_the_status_marks_stale_states() -> None:
    """Each channel of the status says whether its state is stale."""
    found = status(evidence(_RECORD, _DAY)).set_index("channel")
    assert found.index[found["stale"]].tolist() == ["Cut", "Old"]


def test_fresh_states_are_counted() -> None:
    """Of three open channels two are fresh, the one partial one is, the severed one is not."""
    found = status(evidence(_RECORD, _DAY))
    assert fresh_counts(found) == {"severed": 0, "partial": 1, "open": 2}


def test_a_row_left_out_makes_nothing_fresh() -> None:
    """Where the confidence leaves out the newest row, the older one counts."""
    kept = status(evidence(_RECORD, _DAY, filters=Filters(confidence="reported")))
    assert fresh_counts(kept)["open"] == 1


def test_nothing_is_fresh_in_an_empty_table() -> None:
    """Before any channel exists each count is 0."""
    assert fresh_counts(status(evidence(_RECORD, "2019-01-01"))) == {
        "severed": 0,
        "partial": 0,
        "open": 0,
    }


def test_status_and_openness_agree() -> None:
    """On a day on which a channel changes, both count the same stale channels."""
    seen = evidence(_RECORD, "2026-01-01")
    assert openness(seen).iloc[-1]["stale"] == status(seen)["stale"].sum() == 1


def test_stale_channels_can_be_left_out() -> None:
    """Without the stale ones every table holds the others alone: fresh, unknown and ended."""
    seen = evidence(_RECORD, _DAY, filters=Filters(fresh=True))
    kept = {"Edge", "Seen", "Half", "Lost", "Gone"}
    assert set(status(seen)["channel"]) == set(seen.channels["channel"]) == kept
    assert set(spans(seen)["channel"]) == kept
    assert seen.observations["channel_id"].isin(seen.channels.index).all()
    last = openness(seen).iloc[-1]
    assert (last["open"], last["partial"], last["severed"], last["stale"]) == (2, 1, 0, 0)


def test_what_is_stale_goes_by_the_rows_that_count() -> None:
    """A channel that only a row left out keeps fresh is stale without it."""
    filters = Filters(fresh=True, confidence="reported")
    assert "Seen" not in set(status(evidence(_RECORD, _DAY, filters=filters))["channel"])


def test_a_state_that_lapsed_is_not_stale() -> None:
    """Carried for a year, the state of an old row is unknown and stays in the table."""
    found = status(evidence(_RECORD, _DAY, carry=365, filters=Filters(fresh=True)))
    assert set(found.loc[found["state"] == "unknown", "channel"]) >= {"Old", "Cut", "Lost"}
