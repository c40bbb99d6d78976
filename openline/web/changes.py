"""Changes: openings, closings and, if asked for, contacts of a view, each with a stable id."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final
from urllib.parse import urlencode

import pandas as pd

from openline.analysis.evidence import Evidence
from openline.analysis.openings import CLOSING, OPENING, openings
from openline.questions import question_of
from openline.record.columns import CONTACT
from openline.record.dates import show_date
from openline.record.hidden import visible
from openline.record.observation_names import observation_names
from openline.record.values import HTTP_ADDRESS
from openline.sentences.openings import move_name, move_words
from openline.sentences.runs import plain
from openline.view.parameters import MOVES
from openline.view.view import View
from openline.web.request import Looked

MOST: Final = 1_000
"""The most changes in a feed, which keeps the newest."""
_WORDS: Final = dict(zip(MOVES, ((*OPENING, *CLOSING), OPENING, CLOSING), strict=True))
_ID_LETTERS: Final = 32


@dataclass(frozen=True, slots=True)
class Change:
    """A change of a channel: its id, which depends only on record, channel, parties, day and kind,
    and on its number among equal ones; its day and the date as given; what happened, in words; its
    source; and where it is shown."""

    id: str
    day: date
    date_text: str
    title: str
    text: str
    source: str
    source_url: str
    path: str


def changes_of(looked: Looked, *, with_contacts: bool) -> tuple[Change, ...]:
    """Return the changes of the view's window, the newest first."""
    question = question_of(looked.view, looked.record, looked.as_of)
    evidence = question.evidence()
    moves = openings(evidence, question.window, question.min_days)
    moves = moves[moves["change"].isin(_WORDS[looked.view.moves])]
    if with_contacts:
        moves = pd.concat([moves, _contacts(evidence, question.window, moves)])
        moves = moves.sort_values("date", ascending=False, kind="stable")
    rows = pd.Index(moves["row"].head(MOST).astype("int64")).unique()
    names = observation_names(looked.record, rows)
    record = looked.view.record.partition("@")[0].casefold()
    return changes_among(moves, record, lambda row: _path(row, names[int(row["row"])], looked.view))


def changes_among(
    moves: pd.DataFrame, record: str, path_of: Callable[[pd.Series], str]
) -> tuple[Change, ...]:
    """Return the newest rows of an openings table as changes of a record; `path_of` gives the path
    of the page on a row's channel."""
    kept = moves.head(MOST)
    order = kept.groupby(["parties", "channel", "date", "change"], dropna=False).cumcount(
        ascending=False
    )
    rows = zip(kept.iterrows(), order, strict=True)
    return tuple(_change(row, _id(row, number, record), path_of(row)) for (_, row), number in rows)


def _contacts(evidence: Evidence, window: int, moves: pd.DataFrame) -> pd.DataFrame:
    """Return the contacts of the window that are not already changes."""
    rows = evidence.observations
    begin = evidence.as_of - pd.Timedelta(days=window)
    rows = rows[(rows["event"] == CONTACT) & (rows["earliest"] >= begin)]
    rows = rows.rename(columns={"date": "date_text", "earliest": "date"})
    keys = ["channel_id", "date"]
    moved = pd.MultiIndex.from_frame(moves[keys])
    rows = rows[~pd.MultiIndex.from_frame(rows[keys]).isin(moved)]
    names = evidence.channels.loc[rows["channel_id"], ["parties", "channel"]]
    return rows.assign(
        row=rows.index,
        parties=names["parties"].to_numpy(),
        channel=names["channel"].to_numpy(),
        change=CONTACT,
        to_state=None,
        after_days=None,
        after_days_min=None,
        after_days_max=None,
    )


def _change(row: pd.Series, identity: str, path: str) -> Change:
    name = plain(move_name(row, with_parties=True))
    # The words for a move leave out its date.
    what = CONTACT if row["change"] == CONTACT else plain(move_words(row)[1:]).strip()
    return Change(
        id=identity,
        day=row["date"].date(),
        date_text=show_date(row["date_text"]),
        title=visible(f"{name}: {what}"),
        text=_told(row, "summary"),
        source=_told(row, "source"),
        source_url=_link(row["source_url"]),
        path=path,
    )


def _id(row: pd.Series, number: int, record: str) -> str:
    day = str(row["date"].date())
    parts = (record, str(row["parties"]), row["channel"], day, row["change"], str(number))
    return hashlib.sha256("\n".join(parts).encode("utf-8", "replace")).hexdigest()[:_ID_LETTERS]


def _path(row: pd.Series, observation: str, view: View) -> str:
    parties = (row["parties"],) if isinstance(row["parties"], str) else ()
    linked = View(
        record=view.record,
        asof=row["date"].date(),
        parties=parties,
        channel=(row["channel"],),
        observation=observation,
    )
    return f"/channel?{urlencode(linked.to_query(), doseq=True)}"


def _told(row: pd.Series, column: str) -> str:
    return visible(row[column]) if isinstance(row[column], str) else ""


def _link(address: object) -> str:
    is_safe = isinstance(address, str) and HTTP_ADDRESS.fullmatch(address)
    return str(address) if is_safe else ""
