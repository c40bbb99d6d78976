"""What is computed once for all viewers of a comparison."""

from dataclasses import replace

import pandas as pd

from openline.analysis.between import moves_between, newest_contacts, refusers
from openline.analysis.compare import compare_evidence
from openline.analysis.evidence import Evidence, gather
from openline.analysis.news import RECORDED, marks, news
from openline.record.columns import EVENT, STATE_RANK
from openline.record.record import Record
from openline.ui.compare.days import Days
from openline.ui.data.looks import Look
from openline.ui.data.shared import shared
from openline.ui.scene import Scene


def compared_frame(scene: Scene, days: Days) -> pd.DataFrame:
    """Return the comparison of two days under a scene's filters, by parties and channel.

    Its columns, and beside them those of `openline.analysis.between` about each channel's
    moves and newest contact between the days; `moves` is 0 where there is none. `lowest` is
    the lowest known state that a move between the days led to, missing where none did; and
    `recorded` marks the new channels that no row says were founded in between. `refused_by` has
    the party that acted in each refusal that names one, missing where none does.
    """
    look = replace(scene.look, as_of=days.first)
    second = replace(look, as_of=days.second)
    return _compared(look, second, scene.record, scene.tables.evidence)


def _lowest(evidence: Evidence, since: pd.Timestamp) -> "pd.Series[str]":
    """The lowest known state that each channel moved to after a day, by `channel_id`."""
    moves = evidence.moves[evidence.moves["day"] > since]
    moves = moves.assign(rank=moves["state"].map(STATE_RANK)).dropna(subset="rank")
    lowest = moves.sort_values("rank", kind="stable").drop_duplicates("channel_id")
    return lowest.set_index("channel_id")["state"]


@shared
def _compared(first: Look, second: Look, _record: Record, _seen: Evidence) -> pd.DataFrame:
    """Compare two looks; `_seen` is the evidence of the as-of day, often that of the second."""
    then, now = (
        _seen
        if _seen.as_of == pd.Timestamp(look.as_of)
        else gather(_record, look.as_of, look.filters, look.carry)
        for look in (first, second)
    )
    frame = compare_evidence(then, now)
    frame = frame.join(moves_between(now, then.as_of), on="channel_id")
    frame = frame.join(newest_contacts(now, then.as_of), on="channel_id")
    by = refusers(now, then.as_of).groupby(level=0).agg(tuple)
    frame["refused_by"] = frame["channel_id"].map(by)
    recorded = marks(news(then, now, has_events=EVENT in _record.columns)) == RECORDED
    frame["recorded"] = frame["channel_id"].isin(recorded.index[recorded])
    frame["moves"] = frame["moves"].fillna(0).astype(int)
    frame["lowest"] = frame["channel_id"].map(_lowest(now, then.as_of))
    return frame.sort_values(["parties", "channel"], kind="stable", na_position="first")
