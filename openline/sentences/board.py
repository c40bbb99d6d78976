"""What a row of the board says: its columns, and their words."""

from typing import Final

import pandas as pd

from openline.record.dates import show_date
from openline.sentences.runs import count_days_range, show_sides

BOARD_DATES: Final = {
    "Since": "since_text",
    "Last contact": "last_contact_text",
    "Last observed": "last_observed_text",
}
"""The board's columns of dates, and those of the status table that they show."""
BOARD_LENGTHS: Final = {"Days in state": "days_in_state", "Days silent": "days_silent"}
"""The board's columns of lengths, and those of the status table that they show."""
OVERDUE_DAYS: Final = "Days overdue"
"""The board's column of the days since a contact was expected."""
BOARD_COLUMNS: Final = (
    "State",
    "Channel",
    "Parties",
    "Moved",
    "Since",
    "Days in state",
    "Last contact",
    "Days silent",
    OVERDUE_DAYS,
    "Last observed",
    "Cause",
    "Source",
)
"""The board's columns in their order, as far as it has them."""


def board_words(status: pd.DataFrame) -> pd.DataFrame:
    """Return the words of a status table's rows, in its order; missing ones are empty.

    Columns: `State, Channel, Parties, Cause`, and those of `BOARD_DATES` as the file gave them.
    """
    words = {
        "State": status["state"],
        "Channel": status["channel"],
        "Parties": status["parties"].map(show_sides),
        "Cause": status["cause"].fillna(""),
    }
    for name, column in BOARD_DATES.items():
        texts = status[column]
        words[name] = [show_date(text) if isinstance(text, str) else "" for text in texts]
    return pd.DataFrame(words).reset_index(drop=True)


def board_lengths(status: pd.DataFrame) -> pd.DataFrame:
    """Return the lengths of a board in words, row by row: a range where dates are not exact.

    Columns: those of `BOARD_LENGTHS`, in days, such as `426`, `1,008–1,373` or nothing.
    """
    texts = {
        name: [
            "" if pd.isna(days) else count_days_range(least, most).rpartition(" ")[0]
            for days, least, most in status[[column, f"{column}_min", f"{column}_max"]].to_numpy()
        ]
        for name, column in BOARD_LENGTHS.items()
    }
    return pd.DataFrame(texts)
