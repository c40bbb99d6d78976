"""Spans: the stretches of days in which a channel keeps one state, or is unknown."""

from typing import Final

import pandas as pd

from openline.analysis.evidence import Evidence, derived
from openline.analysis.lengths import bounds, days_between
from openline.record.columns import ENDED

SPANS: Final = (
    "parties",
    "channel",
    "state",
    "start",
    "end",
    "days",
    "days_min",
    "days_max",
    "ongoing",
    "cause",
    "actor",
    "summary",
    "source",
    "source_url",
)


@derived
def spans(evidence: Evidence) -> pd.DataFrame:
    """Return the spans, in order of parties, channel and start.

    The columns of `SPANS`; `days` and its bounds run to `end`, or to the as-of day. Beside
    them: `channel_id`; `life`; `event`, which began the span; `checked`, whether a check
    did; `row` of that observation; `previous`, the state before; `start_text`, `end_text`,
    dates as given; `start_latest`, `end_latest`, the latest day of each (missing while
    ongoing); `next_state`, `next_event`, what ended it; `ended`, whether the channel did.
    """
    moves = evidence.moves
    after = moves.groupby("channel_id")
    frame = moves.rename(columns={"day": "start", "latest": "start_latest", "date": "start_text"})
    frame = frame.assign(
        end=after["day"].shift(-1),
        end_latest=after["latest"].shift(-1),
        end_text=after["date"].shift(-1),
        next_state=after["state"].shift(-1),
        next_event=after["event"].shift(-1),
    )
    frame = frame[frame["state"] != ENDED].reset_index(drop=True)
    frame["ongoing"] = frame["end"].isna()
    frame["ended"] = frame["next_state"] == ENDED
    until = frame["end"].fillna(evidence.as_of)
    frame["days"] = days_between(frame["start"], until)
    frame["days_min"], frame["days_max"] = bounds(
        frame["start"], frame["start_latest"], until, frame["end_latest"].fillna(evidence.as_of)
    )
    return evidence.named(frame, "parties", "channel")
