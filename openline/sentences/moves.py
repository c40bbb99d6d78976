"""The lines of the list of newest openings and closings."""

from typing import Final

import pandas as pd

from openline.record.columns import CHANNEL, ENDED, OPEN, PARTIES
from openline.record.dates import show_date
from openline.sentences.lengths import show_days_range
from openline.sentences.runs import MUTED, NAME, Run, Text, show_sides

_SAYS_ITS_STATE: Final = ("severed", ENDED, "resumed")


def move_words(row: pd.Series) -> Text:
    """Say what a row of the openings table did: `22 Nov 2022 reopened → partial, after 109 d`."""
    change, state = str(row["change"]), row["to_state"]
    role = ENDED if change == ENDED or not isinstance(state, str) else state
    arrow = "" if change in _SAYS_ITS_STATE or role == OPEN else f" → {role}"
    runs = [Run(f"{show_date(row['date_text'])} ", MUTED), Run(f"{change}{arrow}", role)]
    if pd.notna(row["after_days"]):
        lengths = (row["after_days"], row["after_days_min"], row["after_days_max"])
        runs.append(Run(f", after {show_days_range(*lengths)}", MUTED))
    return tuple(runs)


def move_name(row: pd.Series, with_parties: bool) -> Text:
    """Name the channel of a row, after its parties where several are shown."""
    names = [show_sides(row[PARTIES])] if with_parties else []
    return (Run(", ".join(filter(None, [*names, row[CHANNEL]])), NAME),)
