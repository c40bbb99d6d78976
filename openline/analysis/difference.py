"""Difference: what changed between two records, such as two revisions of one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from openline.analysis.compare import change_words
from openline.analysis.evidence import Evidence
from openline.analysis.status import status
from openline.record.columns import (
    CADENCE_DAYS,
    CHANNEL,
    COLUMNS,
    DATE,
    ENDED,
    EVENT,
    PARTIES,
    STATE,
    SUMMARY,
)
from openline.record.record import Record

DIFFERENT_ROWS: Final = (
    "change",
    "parties",
    "channel",
    "date",
    "event",
    "state",
    "summary",
    "before_line",
    "after_line",
    "columns",
)
DIFFERENT_CELLS: Final = ("before_line", "after_line", "column", "before", "after")
DIFFERENT_STATUS: Final = (
    "parties",
    "channel",
    "change",
    "from_state",
    "to_state",
    "from_since",
    "to_since",
    "from_last_contact",
    "to_last_contact",
    "from_last_observed",
    "to_last_observed",
    "differs",
)
_GONE: Final = "gone"
"""The change of a channel that the later record does not have."""
_PAIRED_BY: Final = (
    (PARTIES, CHANNEL, DATE, EVENT),
    (PARTIES, CHANNEL, DATE),
    (PARTIES, CHANNEL, EVENT, SUMMARY),
    (DATE, EVENT, SUMMARY),
)
"""What makes two rows that are not the same one row that was changed, the surest first: the
third finds dates that were fixed, the last channels that were renamed."""
_COMPARED: Final = (STATE, "since", "last_contact", "last_observed")
"""What of a channel's status is compared."""
_SEPARATOR: Final = ", "


@dataclass(frozen=True, eq=False)
class Difference:
    """What changed between two records.

    `rows`: the rows added, removed and changed, one each, with the columns of
    `DIFFERENT_ROWS`, by parties, channel and day; cells are the later ones, but for a row
    that was removed; `columns` names those that differ. `cells`: each cell of a changed row
    that differs, with the columns of `DIFFERENT_CELLS`. Lines are those of the two files.
    """

    rows: pd.DataFrame
    cells: pd.DataFrame


def difference(before: Record, after: Record) -> Difference:
    """Return what changed between two records: rows are compared by what they say, not by
    their place in the file, nor by how it spells a date or orders its columns."""
    extras = list(dict.fromkeys([*before.others.names, *after.others.names]))
    left, right = _texts(before, extras), _texts(after, extras)
    same = _pair(left, right, list(left))
    rest = (left.drop(same["left"]), right.drop(same["right"]))
    rounds = []
    for keys in _PAIRED_BY:
        rounds.append(_pair(*rest, keys))
        rest = (rest[0].drop(rounds[-1]["left"]), rest[1].drop(rounds[-1]["right"]))
    pairs = pd.concat(rounds, ignore_index=True)
    differs = _differs(left.loc[pairs["left"]], right.loc[pairs["right"]])
    lines = _lines(before, after, pairs)
    cells = _cells(left.loc[pairs["left"]], right.loc[pairs["right"]], differs, lines)
    names = [_SEPARATOR.join(left.columns[row]) for row in differs]
    changed = lines.assign(change="changed", columns=np.array(names, dtype=object))
    parts = [
        _told(after, rest[1].index, change="added", side="after_line"),
        _told(before, rest[0].index, change="removed", side="before_line"),
        changed.join(_cells_told(after).loc[pairs["right"]].reset_index(drop=True)),
    ]
    rows = pd.concat(parts).sort_values([PARTIES, CHANNEL, "earliest", "after_line", "before_line"])
    return Difference(_lined(rows)[list(DIFFERENT_ROWS)], cells)


def added_rows(before: Record, after: Record) -> frozenset[int]:
    """Return the observations of the later record that the earlier one does not have at all,
    by their labels; a row that was changed is not among them."""
    rows = difference(before, after).rows
    lines = rows.loc[rows["change"] == "added", "after_line"]
    line = after.observations["line"]
    return frozenset(line.index[line.isin(lines)])


def status_difference(before: Evidence, after: Evidence) -> pd.DataFrame:
    """Return the channels whose status differs between two records as of one day.

    The columns of `DIFFERENT_STATUS`, by parties and channel. `change` is one of those of a
    comparison of days, or `gone` for a channel that the later record does not have; `differs`
    names what differs: the state, since when, the last contact, the last observation.
    """
    sides = [status(evidence) for evidence in (before, after)]
    left, right = (side.set_index(_channel_keys(side))[list(_COMPARED)] for side in sides)
    keys = left.index.union(right.index)
    left, right = left.reindex(keys), right.reindex(keys)
    differs = _differs(left, right)
    frame = left.add_prefix("from_").join(right.add_prefix("to_"))
    began = (left[STATE] == ENDED) & right[STATE].notna() & (right[STATE] != ENDED)
    words = change_words(left[STATE], right[STATE], began.to_numpy())
    frame["change"] = np.where(right[STATE].isna(), _GONE, words)
    frame["differs"] = [_SEPARATOR.join(left.columns[row]) for row in differs]
    frame = frame[differs.any(axis=1)].reset_index()
    frame[PARTIES] = frame[PARTIES].replace("", None)
    return frame[list(DIFFERENT_STATUS)]


def _texts(record: Record, extras: list[str]) -> pd.DataFrame:
    """Return all cells of a record as text, missing where it has no such column."""
    names = [column.name for column in COLUMNS]
    frame = record.observations.sort_values("order")[names].copy()
    frame[CADENCE_DAYS] = frame[CADENCE_DAYS].astype("Int64")
    others = record.extras_of(frame.index).reindex(columns=extras)
    return pd.concat([frame, others], axis="columns").astype("str")


def _pair(left: pd.DataFrame, right: pd.DataFrame, keys: Sequence[str]) -> pd.DataFrame:
    """Pair rows that have the same cells in some columns, the first with the first and so on;
    return their labels as `left` and `right`. A summary that pairs is not missing."""
    if SUMMARY in keys and len(keys) < len(left.columns):
        left, right = (side[side[SUMMARY].notna()] for side in (left, right))
    both = pd.concat([left[list(keys)], right[list(keys)]], ignore_index=True)
    is_right = np.arange(len(both)) >= len(left)
    group = both.groupby(list(keys), dropna=False, sort=False).ngroup()
    turn = group.groupby([group, is_right]).cumcount()
    places = pd.DataFrame({"group": group, "turn": turn})
    sides = (
        places[~is_right].assign(left=left.index),
        places[is_right].assign(right=right.index),
    )
    return sides[0].merge(sides[1], on=["group", "turn"])[["left", "right"]]


def _differs(left: pd.DataFrame, right: pd.DataFrame) -> np.ndarray:
    """Mark the cells that differ; two that are missing do not."""
    left, right = left.reset_index(drop=True), right.reset_index(drop=True)
    return ((left != right) & ~(left.isna() & right.isna())).to_numpy(dtype=bool)


def _lines(before: Record, after: Record, pairs: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "before_line": before.observations["line"].loc[pairs["left"]].to_numpy(),
            "after_line": after.observations["line"].loc[pairs["right"]].to_numpy(),
        }
    )


def _cells(
    left: pd.DataFrame, right: pd.DataFrame, differs: np.ndarray, lines: pd.DataFrame
) -> pd.DataFrame:
    row, column = np.nonzero(differs)
    frame = lines.iloc[row].reset_index(drop=True)
    return frame.assign(
        column=left.columns[column],
        before=left.to_numpy(dtype=object)[row, column],
        after=right.to_numpy(dtype=object)[row, column],
    )


def _cells_told(record: Record) -> pd.DataFrame:
    return record.observations[[PARTIES, CHANNEL, DATE, EVENT, STATE, SUMMARY, "earliest"]]


def _told(record: Record, rows: pd.Index, change: str, side: str) -> pd.DataFrame:
    lines = {side: record.observations["line"].loc[rows]}
    return _cells_told(record).loc[rows].assign(change=change, columns="", **lines)


def _lined(rows: pd.DataFrame) -> pd.DataFrame:
    """Return rows with both lines as whole numbers, missing where a file has no such row."""
    lines = rows.reindex(columns=["before_line", "after_line"]).astype("Int64")
    return rows.assign(**lines).reset_index(drop=True)


def _channel_keys(frame: pd.DataFrame) -> pd.MultiIndex:
    """Return an index of channels in which missing parties equal each other."""
    return pd.MultiIndex.from_arrays(
        [frame[PARTIES].fillna(""), frame[CHANNEL]], names=[PARTIES, CHANNEL]
    )
