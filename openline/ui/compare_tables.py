"""What is computed once for all viewers of a comparison."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from openline.analysis.between import moves_between
from openline.analysis.compare import compare_evidence
from openline.analysis.evidence import gather
from openline.record.record import Record
from openline.ui.cache import Look, tables
from openline.ui.compare_days import Days
from openline.ui.frame import Scene

__all__ = ["compared_frame"]

_LOOKS = 64


def compared_frame(scene: Scene, days: Days) -> pd.DataFrame:
    """Return the comparison of two days under a scene's filters, by parties and channel.

    Its columns, and beside them those of `openline.analysis.between` about each channel's
    moves between the days; `moves` is 0 where there is none.
    """
    look = Look(scene.record.digest, days.first, scene.filters, scene.view.carry)
    return _compared(look, replace(look, as_of=days.second), scene.record)


@st.cache_resource(max_entries=_LOOKS, show_spinner=False)
def _compared(first: Look, second: Look, _record: Record) -> pd.DataFrame:
    then = gather(_record, first.as_of, first.filters, first.carry)
    now = tables(second, _record).evidence
    frame = compare_evidence(then, now)
    frame = frame.join(moves_between(now, then.as_of), on="channel_id")
    frame["moves"] = frame["moves"].fillna(0).astype(int)
    return frame.sort_values(["parties", "channel"], kind="stable", na_position="first")
