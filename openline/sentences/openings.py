"""The words of openings and closings: the sentences of their page, and the lines of lists."""

from datetime import date
from typing import Final

import pandas as pd

from openline.analysis.gaps import MIN_DAYS
from openline.analysis.openings import CLOSING, OPENING
from openline.record.columns import CHANNEL, ENDED, OPEN, PARTIES, SEVERED, UNKNOWN
from openline.record.dates import show_date, show_day
from openline.sentences.lengths import show_days_range
from openline.sentences.runs import (
    MUTED,
    NAME,
    STRONG,
    Run,
    Text,
    actor_words,
    count,
    count_days,
    list_words,
    named,
    on_date,
    show_sides,
)
from openline.sentences.status import one_parties

_SPANS: Final = {0: "day", 1: "day", 365: "year", 730: "two years", 1826: "five years"}
"""The windows that have a name of their own."""
_SEVERAL: Final = 2
_RAISED: Final = ("established", "reopened", "widened")
_SAYS_ITS_STATE: Final = ("severed", ENDED, "resumed")


def window_words(window: int) -> str:
    """Return a window as a sentence calls it: `year`, `90 days`."""
    return _SPANS.get(window) or count_days(window)


def openings_headline(as_of: date, window: int, moves: pd.DataFrame, status: pd.DataFrame) -> Text:
    """Say how many openings and closings the window has.

    `moves` is the openings table of the window, closings among them; `status` the status
    table, which says whose channels these are.
    """
    opened, closed = _counts(moves)
    day = show_day(as_of)
    start = f"In the {window_words(window)} to {day}, " if window else f"On {day}, "
    return (
        Run(start),
        Run(count(opened, "opening"), OPEN if opened else ""),
        Run(" and "),
        Run(count(closed, "closing"), SEVERED if closed else ""),
        Run(f"{_whose(status)}."),
    )


def openings_second(
    moves: pd.DataFrame, before: pd.DataFrame, ever: pd.DataFrame, window: int, more: str = ""
) -> Text:
    """Say which opening is the newest, what the counts are made of, and what came before.

    `moves` is the openings table of the window, `before` that of as many days before it,
    `ever` that of all days; `more` is what else is said.
    """
    opened, closed = _counts(before)
    past = f"{count(opened, 'opening')} and {count(closed, 'closing')}"
    parts = [
        _newest(moves, ever),
        _made_of(moves),
        f"The previous {window_words(window)} had {past}.",
        more,
    ]
    return (Run(" ".join(filter(None, parts))),)


def change_lines(row: pd.Series) -> tuple[Text, ...]:
    """Say in up to three lines what a row of the openings table did: its word, from which
    state to which, and after how long."""
    change, state = str(row["change"]), str(row["to_state"])
    lines: list[Text] = [(Run(change, state),), (Run(_from_to(row), MUTED),)]
    if pd.notna(row["after_days"]):
        lengths = (row["after_days"], row["after_days_min"], row["after_days_max"])
        lines.append((Run(f"after {show_days_range(*lengths)}", MUTED),))
    return tuple(lines)


def sign_line(row: pd.Series, number: int = 1) -> Text:
    """Say when a sign was, what it was, and in what channel, or in how many: `29 May 2026
    overture in a severed channel`."""
    where = f"a {row['state']} channel" if number == 1 else f"{number:,} {row['state']} channels"
    by = " ".join(filter(None, (actor_words(row), f"in {where}")))
    return (
        Run(f"{show_date(row['date_text'])} ", MUTED),
        Run(str(row["event"]), STRONG),
        Run(f" {by}", MUTED),
    )


def list_how(min_days: int = MIN_DAYS) -> str:
    """Say from when on a silence counts, so that a contact that ends it is an opening."""
    return (
        f"A contact counts if it ends a silence: {count_days(min_days)}, "
        "or twice the channel's cadence."
    )


def signs_how(number: int, window: int) -> str:
    """Say what signs are and how many the window has."""
    where = f"in the {window_words(window)}" if window else "on the day"
    return (
        "Contacts and overtures in severed or partial channels that changed no state: "
        f"{number:,} {where}."
    )


def _counts(moves: pd.DataFrame) -> tuple[int, int]:
    closed = int(moves["change"].isin(CLOSING).sum())
    return len(moves) - closed, closed


def _whose(status: pd.DataFrame) -> str:
    parties = one_parties(status)
    if not parties:
        return ""
    return f" in the {parties} channel" if len(status) == 1 else f" among {parties} channels"


def _newest(moves: pd.DataFrame, ever: pd.DataFrame) -> str:
    """The newest opening, or closing where there is no opening; of a window that has none, the
    newest move before it."""
    openings = moves[moves["change"].isin(OPENING)]
    noun = "opening" if len(openings) else "closing"
    openings = openings if len(openings) else moves
    if len(openings):
        return f"The newest {noun}: {_told(openings.iloc[0])}."
    return f"The last before that: {_told(ever.iloc[0])}." if len(ever) else ""


def _told(row: pd.Series) -> str:
    return f"{named(row)}, {row['change']} {on_date(row['date_text'])}"


def _made_of(moves: pd.DataFrame) -> str:
    """What the openings are made of: a state that was raised, or a silence that was ended."""
    counts = moves["change"].value_counts()
    opened = _counts(moves)[0]
    if opened < _SEVERAL:
        return ""
    listed = list_words([f"{counts[word]:,} {word}" for word in _RAISED if counts.get(word)])
    raised = opened - int(counts.get("resumed", 0))
    resumed = opened - raised
    every = "Both" if opened == _SEVERAL else f"All {opened:,}"
    if not raised:
        return f"{every} were contacts that ended a silence."
    if not resumed:
        return f"{every} changed a state: {listed}."
    words = "was a contact" if resumed == 1 else "were contacts"
    moved = f"Of the openings, {raised:,} changed a state ({listed})"
    return f"{moved}, and {resumed:,} {words} that ended a silence."


def _from_to(row: pd.Series) -> str:
    """From which state to which; a resumed channel keeps its state."""
    state = str(row["to_state"])
    if row["change"] == "resumed":
        if state == OPEN:
            return "silent → in contact"
        return f"{'state' if state == UNKNOWN else 'still'} {state}"
    before = row["from_state"]
    if not isinstance(before, str):
        before = ENDED if row["previous"] == ENDED else "new"
    return f"{before} → {state}"


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
