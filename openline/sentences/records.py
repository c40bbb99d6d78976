"""The words of the page Records: what a file is, what is wrong with it, and what comes next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from openline.record.dates import show_day
from openline.sentences.runs import MUTED, STRONG, Run, Text, count, list_words

PASTED_ROWS = "Pasted rows"
"""What rows that were pasted are called, in place of a file's name: they are several."""
_KILO = 1000
_FEW = 10
"""Rows that are read are few where the file has more than so many times as many."""


@dataclass(frozen=True, slots=True)
class FileState:
    """What is known of a file: its name, its errors, in how many lines they are (0 where they
    are of the whole file), its warnings; the rows and channels that were read, and the first
    and last day of these; whether columns, words or dates are still to be chosen, whether
    its header is faulty, as which revision of which record it is saved, and the name of the
    saved record that it may be a file of, "" where there is none; what all its errors come
    from, if that is known (`cause_words`); how many rows it has, read or not; which things of it
    are still to be chosen; and how many of its errors are counted alone, without their lines."""

    name: str
    errors: int
    lines: int
    warnings: int
    rows: int
    channels: int
    first: date | None = None
    last: date | None = None
    to_choose: bool = False
    in_header: bool = False
    saved_as: tuple[str, int] | None = None
    offered_to: str = ""
    cause: str = ""
    found: int = 0
    asks: tuple[str, ...] = ()
    unlisted: int = 0


def ready_words(name: str, saver: str, warnings: int) -> str:
    """Say what a file without errors still needs before it is saved: a name, and who saves it."""
    lacks = [
        *([] if name.strip() else ["a name for the record"]),
        *([] if saver.strip() else ["your name"]),
    ]
    if lacks:
        return f"Enter {' and '.join(lacks)} to save."
    rest = f"; {count(warnings, 'warning')} can stay" if warnings else ""
    return f"Ready to save{rest}."


def records_headline(saved: int | None) -> Text:
    """Say what the page is for; `saved` are the records of the store, None if unreachable."""
    if not saved:
        return (Run("Add a record of your own, or one that a colleague has."),)
    verb = "is" if saved == 1 else "are"
    return (Run(f"{count(saved, 'record')} {verb} saved here. Open one, or add your own."),)


def records_sentence(limits: str) -> Text:
    """Say what is done with a file, and what it may have, in the words of `limit_words`."""
    return (
        Run(
            "Any file can be viewed. It is checked, you choose what its words mean and fix "
            "what is wrong; nothing is kept until you save it. "
        ),
        Run(limits, MUTED),
    )


def file_headline(state: FileState) -> Text:
    """Say of a file whether it can be saved, and what stands against it."""
    name = Run(state.name)
    several = state.name == PASTED_ROWS
    is_, has = ("are", "have") if several else ("is", "has")
    if state.offered_to:
        return (
            name,
            Run(f": {'are they rows' if several else 'is it a file'} of “{state.offered_to}”?"),
        )
    if state.cause:
        return (name, Run(f": {state.cause}"))
    if state.saved_as is not None:
        record, number = state.saved_as
        return (name, Run(f" {is_} saved as “{record}”, revision {number:,}."))
    if not state.errors:
        warnings = f" and {count(state.warnings, 'warning')}" if state.warnings else ""
        return (
            name,
            Run(f" {has} no errors{warnings}; {'they' if several else 'it'} can be saved."),
        )
    if _is_under_way(state):
        return (name, Run(f": {count(state.found, 'row')} found; {asks_words(state.asks)}."))
    then = f"{'they' if several else 'it'} can be viewed but not saved yet."
    if not state.rows:
        then = f"none of {'them' if several else 'its rows'} can be read yet."
    return (name, Run(f" {has} {count(state.errors, 'error')}{_where(state)}; {then}"))


def file_sentence(state: FileState) -> Text:
    """Say what was read of a file, and what to do next."""
    if state.offered_to:
        return (Run("Next: say what it is, below. Nothing is changed until you save.", STRONG),)
    if state.cause:
        return (Run("Next: read it from there.", STRONG),)
    if _is_under_way(state) and state.errors:
        return (
            Run(f"Next: choose {list_words(state.asks)}. ", STRONG),
            Run(f"Until then there are {count(state.errors, 'error')}{_where(state)}.", MUTED),
        )
    if state.errors and not state.rows:  # the headline says that none was
        return (Run(next_step(state), STRONG),)
    return (Run(rows_words(state)), Run(" "), Run(next_step(state), STRONG))


def _where(state: FileState) -> str:
    """Say in how many lines the errors of a file are; of some it is not known."""
    if not state.lines:
        return ""
    return f" in {'at least ' if state.unlisted else ''}{count(state.lines, 'line')}"


def asks_words(asks: Sequence[str]) -> str:
    """Say of how many things the meaning is still to be chosen, of one which.

    >>> asks_words(["the words"])
    'only the words are still to be chosen'
    """
    if len(asks) == 1:
        return f"only {asks[0]} are still to be chosen"
    return f"{len(asks)} things are still to be chosen"


def _is_under_way(state: FileState) -> bool:
    """Tell whether hardly a row can be read before things are chosen: that is not a failure."""
    return bool(state.asks) and _FEW * state.rows < state.found


def rows_words(state: FileState) -> str:
    """Say how many rows and channels were read, and of which days."""
    if not state.rows:
        return "None of its rows could be read."
    verb = "was" if state.rows == 1 else "were"
    words = f"{count(state.rows, 'row')} of {count(state.channels, 'channel')} {verb} read"
    if state.first is None or state.last is None:
        return f"{words}."
    if state.first == state.last:
        return f"{words}, of {show_day(state.first)}."
    return f"{words}, from {show_day(state.first)} to {show_day(state.last)}."


def next_step(state: FileState) -> str:
    """Say what to do next with a file."""
    if state.saved_as is not None:
        return "Next: share its link, or open it."
    if state.to_choose:
        return "Next: choose below how it is to be read."
    if state.in_header:
        return "Next: correct the header as described below."
    if state.errors and state.lines:
        return "Next: fix what is wrong below, or in your own program and upload it again."
    if state.errors:
        return "Next: see below what is wrong with the file, fix it and upload it again."
    return "Next: check that it says what you mean, then save it."


def error_words(state: FileState) -> str:
    """Say what is in the way of saving a file: its errors, or nothing."""
    if not state.errors:
        return "It is ready to save."
    return f"{count(state.errors, 'error')}{_where(state)} to fix before it can be saved."


def lost_words(name: str, minutes: int) -> str:
    """Say that a file that was worked on is not kept any more, and what to do.

    `minutes` is how long it is kept after the last connection.
    """
    return (
        f"You were working on {name}; it is no longer kept, because the board was restarted, or "
        f"the page had no connection for more than {count(minutes, 'minute')} or while others "
        "needed the memory. What you chose and fixed since it was last saved is lost. Upload the "
        "file again: choices saved with a record are offered for it."
    )


def cause_words(line: int, above: int) -> str:
    """Say that a header is elsewhere than in the first line: on which it seems to, below
    how many lines with content.

    >>> cause_words(3, 1)
    'line 3 looks like the header; the line above it will be left out.'
    """
    lines = "line" if above == 1 else f"{above:,} lines"
    rest = f"; the {lines} above it will be left out" if above else ""
    return f"line {line:,} looks like the header{rest}."


def saved_sentence(record: str, number: int, already: bool) -> str:
    """Say that a record is saved, or that it was so already."""
    if already:
        return f"This file is already saved, as “{record}”, revision {number:,}; nothing was added."
    return f"Saved as “{record}”, revision {number:,}."


def file_size_words(size: int) -> str:
    """Return a number of bytes as people say it: `812 bytes`, `14 KB`, `2.3 MB`."""
    if size < _KILO:
        return count(size, "byte") if size else "0 bytes"
    if size < _KILO**2:
        return f"{size / _KILO:,.0f} KB"
    return f"{size / _KILO**2:,.1f} MB"
