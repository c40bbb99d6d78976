"""What is new since a day: its sentence, the lines of its list, and the marks of what moved."""

from collections.abc import Mapping
from datetime import date
from typing import Final

import pandas as pd

from openline.analysis.news import CLOSED, OPENED, OVERDUE, RECORDED, UNCLEAR, WHAT
from openline.record.columns import CONTACT, OPEN, OVERTURE, REFUSAL, SEVERED, UNKNOWN
from openline.record.dates import show_date, show_day
from openline.sentences.days import covered_words
from openline.sentences.runs import MUTED, STRONG, Run, Text, actor_words, count, count_days

ARROWS: Final[Mapping[str, str]] = {
    "closed": "↓",
    "ended": "↓",
    "opened": "↑",
    "unchanged": "↕",
    "new": "+",
    RECORDED: "+",
    UNCLEAR: "?",
}
"""The mark of a channel that moved, by how it stands to the day before."""
_MEANINGS: Final = {
    "↓": "closed or ended",
    "↑": "opened",
    "↕": "moved and came back",
    "+": "new to the record",
    "?": "from or to unknown",
}
MOVE_WORDS: Final[Mapping[str, str]] = {
    "unchanged": "back",
    RECORDED: "first seen",
}
"""What the board calls how a channel moved, where it is another word."""
TITLES: Final[Mapping[str, str]] = {
    CLOSED: "Closed",
    OVERDUE: "Overdue",
    REFUSAL: "Refused",
    OPENED: "Opened",
    OVERTURE: "Overtures",
    CONTACT: "Contacts",
    UNCLEAR: "From or to unknown",
    RECORDED: "First recorded",
}
"""The headings of the list, by what is new."""
_EVENTS: Final = {REFUSAL: "refusal", OVERTURE: "overture", CONTACT: "contact"}
_ROLES: Final = {CLOSED: SEVERED, OPENED: OPEN, OVERDUE: STRONG, REFUSAL: STRONG}


def since_sentence(day: date, as_of: date, new: pd.DataFrame, last_day: date | None) -> Text:
    """Say what is new since a day: `Since 22 Nov 2026: 1 opened, 2 contacts, 1 refusal.`

    `new` is the table since that day; `last_day` is the last that the record knows. Contacts,
    overtures and refusals are all that there were, those that changed a state too.
    """
    start = Run(f"Since {show_day(day)}: ")
    runs = [Run(*words) for what in WHAT for words in _count(new, what)]
    if not len(new):
        return (start, Run(f"{_nothing(day, as_of, last_day)}."))
    joined = [part for run in runs for part in (run, Run(", "))][:-1]
    late = int(new["late"].sum())
    end = f". {_late(late, len(new))}" if late else "."
    covered = covered_words((as_of - day).days, as_of, last_day)
    return (start, *joined, Run(f"{end}{' ' if covered else ''}{covered}"))


def new_line(row: pd.Series) -> Text:
    """Say what a row of the table since a day tells: `22 Jun 2026 reopened → partial`."""
    what = str(row["what"])
    if what == OVERDUE:
        days = count_days(row["days_overdue"])
        return (
            Run(f"{show_date(row['date_text'])} ", MUTED),
            Run("overdue", STRONG),
            Run(f", {days} past the day expected", MUTED),
        )
    runs = [Run(f"{show_date(row['date_text'])} ", MUTED), _did(row, what)]
    if by := actor_words(row):
        runs.append(Run(f" {by}", MUTED))
    if bool(row["late"]):
        runs.append(Run(", entered later", MUTED))
    return tuple(runs)


def summary_said(row: pd.Series) -> str:
    """Return what a source says of a row of the table since a day, and the cause it has."""
    cause = f"Cause: {row['cause']}." if isinstance(row["cause"], str) else ""
    return " ".join(text for text in (row["summary"], cause) if isinstance(text, str) and text)


def change_mark(mark: str) -> str:
    """Return the mark and the word of a channel that moved: `↓ closed`."""
    return f"{ARROWS[mark]} {MOVE_WORDS.get(mark, mark)}"


def marks_how(day: date, marks: "pd.Series[str]") -> str:
    """Say what the marks of the channels that moved mean, those that there are."""
    there = {ARROWS[mark] for mark in marks}
    meanings = [f"{arrow} {words}" for arrow, words in _MEANINGS.items() if arrow in there]
    return f"Since {show_day(day)}: {', '.join(meanings)}." if meanings else ""


def kind_words(new: pd.DataFrame, what: str) -> str:
    """Return the heading of a list of one kind: `Refused: 8, with 2 more in the other lists`.

    Those others changed a state too, and are listed where such moves are; the sentence counts all.
    """
    of_kind = new["what"] == what
    more = int(((new["event"] == what) & ~of_kind).sum()) if what in _EVENTS else 0
    beside = f", with {more:,} more in the other lists" if more else ""
    return f"{TITLES[what]}: {int(of_kind.sum()):,}{beside}"


def all_words(number: int) -> str:
    """Say how many changes a list has: `All 14 changes`."""
    return f"All {count(number, 'change')}" if number > 1 else "The one change"


def _count(new: pd.DataFrame, what: str) -> list[tuple[str, str]]:
    """How many there are of what is new, and its role; nothing where there is none."""
    is_event = what in _EVENTS
    number = int((new["event" if is_event else "what"] == what).sum())
    if not number:
        return []
    role = _ROLES.get(what, "counted")
    words = "first recorded" if what == RECORDED else what
    return [(count(number, _EVENTS[what]) if is_event else f"{number:,} {words}", role)]


def _nothing(day: date, as_of: date, last_day: date | None) -> str:
    if last_day is not None and last_day <= day and last_day < max(as_of, day):
        return f"nothing is known, as the record ends on {show_day(last_day)}"
    if day >= as_of:
        return f"nothing, as {show_day(as_of)} is the day shown"
    return "nothing new is on record"


def _late(late: int, total: int) -> str:
    if late == total:
        return "All of it happened earlier and was entered since"
    verb = "happened earlier and was" if late == 1 else "happened earlier and were"
    return f"{late:,} of these {verb} entered since"


def _did(row: pd.Series, what: str) -> Run:
    change, state = row["change"], str(row["to_state"])
    if not isinstance(change, str):
        return Run(what, STRONG)
    if what == RECORDED:
        return Run("first recorded", state)
    if what == UNCLEAR:
        return Run("from or to unknown", UNKNOWN)
    return Run(change, SEVERED if what == CLOSED else OPEN)
