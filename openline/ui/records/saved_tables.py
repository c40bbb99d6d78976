"""Saved records and their revisions as tables, for display and for download."""

from datetime import datetime
from typing import Final

import pandas as pd

from openline.record.dates import show_day
from openline.sentences.records import file_size_words
from openline.store.revisions import Revision, SavedRecord

_UTC: Final = "%H:%M UTC"


def list_table(records: tuple[SavedRecord, ...], channels: dict[str, int | None]) -> pd.DataFrame:
    """Return saved records as a table for download: `Name, Revision, Saved, By, Channels, Note`,
    and `Hidden` if any is; `channels` counts them by name."""
    frame = pd.DataFrame(
        {
            "Name": [item.name for item in records],
            "Revision": [item.newest.number for item in records],
            "Saved": [show_day(item.newest.saved_at.date()) for item in records],
            "By": [item.newest.saved_by for item in records],
            "Channels": pd.array([channels.get(item.name) for item in records], dtype="Int64"),
            "Note": [item.newest.note for item in records],
        }
    )
    if any(item.hidden for item in records):
        frame["Hidden"] = ["hidden" if item.hidden else "" for item in records]
    return frame


def history_table(revisions: tuple[Revision, ...]) -> pd.DataFrame:
    """Return revisions as a table for display: `Revision, Saved, By, Note, Size, From`."""
    return pd.DataFrame(
        {
            "Revision": [one.number for one in revisions],
            "Saved": [saved_when(one.saved_at) for one in revisions],
            "By": [one.saved_by for one in revisions],
            "Note": [one.note for one in revisions],
            "Size": [file_size_words(one.size) for one in revisions],
            "Made from": [f"revision {one.parent:,}" if one.parent else "" for one in revisions],
        }
    )


def saved_when(moment: datetime) -> str:
    """Return the day and time at which something was saved, in UTC."""
    return f"{moment.day} {moment:%b %Y}, {moment:{_UTC}}"
