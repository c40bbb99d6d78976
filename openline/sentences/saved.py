"""Sentences on saved records: which revision is shown, what is newer, what is compared and differs,
and what a link holds to."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

import pandas as pd

from openline.record.dates import show_day
from openline.record.problems import ERROR, WARNING, Problem
from openline.sentences.runs import MUTED, STRONG, Run, Text, count, list_words, show_sides

_OF_THE_BOARD: Final = frozenset(
    {"store-address", "store-denied", "store-earlier", "store-later", "store-read-only"}
)
"""Problems of a store that only whoever runs the board can fix; they have words of their own."""
_SILENT: Final = "The store of saved records does not answer"
_DAMAGED: Final = "The store of saved records is damaged"


@dataclass(frozen=True, slots=True)
class Saved:
    """A revision as it is told of: the record's name, its number, the day in UTC on which it
    was saved, by whom, and with what note."""

    name: str
    number: int
    day: date
    saved_by: str
    note: str = ""


def record_title(saved: Saved) -> str:
    """Say which record and revision is looked at, to begin a line with."""
    return f"Record “{saved.name}”, {revision_words(saved)}"


def revision_words(saved: Saved) -> str:
    """Say which revision it is, from when and by whom."""
    return f"revision {saved.number:,} of {show_day(saved.day)}, saved by {saved.saved_by}"


def added_words(new: int, rows_before: int, revision: int) -> str:
    """Say how many rows were added to a revision, and how many it had already."""
    has = f"; {count(rows_before, 'row')} it already has" if rows_before else ""
    if not new:
        return f"Nothing was added to revision {revision:,}{has}."
    verb = "was" if new == 1 else "were"
    return f"{count(new, 'row')} {verb} added to revision {revision:,}{has}."


def again_words(saved: Saved) -> str:
    """Say whose choices are offered again for a file."""
    return (
        f"It can be read as revision {saved.number:,}, saved by {saved.saved_by} on "
        f"{show_day(saved.day)}:"
    )


def missing_edits_words(missing: int) -> str:
    """Say how many edits of an earlier file have no row in the next one, "" where all have."""
    if not missing:
        return ""
    rows = count(missing, "row", "rows")
    have = "has" if missing == 1 else "have"
    return f"{rows} fixed or left out last time {have} changed or gone missing in this file."


def newer_words(newest: Saved, number: int) -> Text:
    """Tell whoever follows a record that there is a newer revision than the one shown."""
    said = f": “{newest.note}”." if newest.note else "."
    return (
        Run(f"Revision {newest.number:,} of “{newest.name}”", STRONG),
        Run(f" was saved by {newest.saved_by} on {show_day(newest.day)}{said}"),
        Run(f" You are looking at revision {number:,}."),
    )


def older_words(newest: Saved, number: int) -> Text:
    """Tell whoever stays with a revision that it is not the newest one."""
    return (
        Run(
            f"This address stays with revision {number:,}. The newest is revision {newest.number:,}"
        ),
        Run(f" of {show_day(newest.day)}, saved by {newest.saved_by}."),
    )


def link_words(number: int, as_of: date) -> str:
    """Say how the two links to a view of a saved record differ."""
    return (
        "The first shows whichever revision is newest when it is opened; the second always shows "
        f"revision {number:,} as of {show_day(as_of)}, as you see it now."
    )


def record_link_words(number: int) -> str:
    """Say how the two links to a saved record differ."""
    return (
        "The first shows whichever revision is newest when it is opened, and tells its readers "
        f"of newer ones; the second always shows revision {number:,}."
    )


def silent_store(problem: Problem, is_bundled: bool, is_shown: bool) -> Problem:
    """Return a problem of the store in the words of whoever looks at a record: the bundled
    one, or a saved one that is shown from memory or not at all."""
    if problem.code in _OF_THE_BOARD:
        cause, hint = problem.message, "Tell whoever runs the board."
    else:
        cause = f"{_DAMAGED if problem.code == 'store-damaged' else _SILENT}."
        hint = "The board will try again by itself."
    if is_bundled:
        effect = "Records may be missing from the list; what is shown here is complete."
    elif is_shown:
        effect = "What was last read is shown; there may be a newer revision."
    else:
        effect = "So nothing is shown; the address remains valid."
    noted = replace(problem, severity=WARNING if is_shown else ERROR)
    return replace(noted, message=f"{cause} {effect}", suggestion=hint)


def revisions_title(first: int, second: int) -> str:
    """Head what changed between two revisions, given by their numbers, the earlier first.

    >>> revisions_title(2, 3), revisions_title(1, 3)
    ('What revision 3 changed', 'What changed from revision 1 to revision 3')
    """
    if second == first + 1:
        return f"What revision {second:,} changed"
    return f"What changed from revision {first:,} to revision {second:,}"


def revisions_how(other: Saved, *, is_first: bool) -> str:
    """Say which revision the shown one is set against, and what is compared."""
    what = "Compared with" if is_first else "Compared with the later"
    note = f", “{other.note}”" if other.note else ""
    words = f"{what} {revision_words(other)}{note}."
    return f"{words} All rows count, whatever the filters and the days above."


def change_sentence(rows: pd.DataFrame, standing: pd.DataFrame) -> str:
    """Say what differs between two records: `rows` and `standing` are the tables of
    `openline.analysis.difference`."""
    counts = rows["change"].value_counts()
    parts = [
        f"{count(int(counts[word]), 'row')} {word}"
        for word in ("added", "removed", "changed")
        if word in counts
    ]
    if not parts:
        return "The rows are the same; only the way the file is written differs."
    if not len(standing):
        return f"{list_words(parts)}; no channel's status changes as a result."
    return (
        f"{list_words(parts)}; the status of {count(len(standing), 'channel')} changes as a result."
    )


def standing_words(row: pd.Series) -> Text:
    """Say how a channel stood before and stands now: a row of `status_difference`."""
    name = show_sides(row["parties"])
    before, after = row["from_state"], row["to_state"]
    runs = [Run(name, STRONG), Run(" "), Run(str(row["channel"])), Run(": ")]
    if not isinstance(after, str):
        return (*runs, Run(str(before), str(before)), Run(" → no longer in the record"))
    if not isinstance(before, str):
        return (*runs, Run("new, "), Run(after, after))
    if before != after:
        return (*runs, Run(before, before), Run(" → "), Run(after, after))
    what = str(row["differs"]).replace("_", " ")
    return (*runs, Run(after, after), Run(f", {what} differs", MUTED))
