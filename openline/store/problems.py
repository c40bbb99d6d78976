"""What can go wrong with a save or with the store, and the one way in which it is reported.

Every method of the store either does what it says or raises `StoreError`, whose `problem` has the
same type as those of a record: a page shows it in a note, a route answers with it, a command
prints it.
"""

import math
from collections.abc import Mapping
from typing import Final

from openline.record.problems import ERROR, Problem, ProblemKind
from openline.store.revisions import Revision

STORE_PROBLEMS: Final[Mapping[str, ProblemKind]] = {
    "record-name": ProblemKind(ERROR, "A name that no record may have."),
    "record-unknown": ProblemKind(ERROR, "There is no saved record of this name."),
    "record-hidden": ProblemKind(ERROR, "The record is hidden, so nothing is saved to it."),
    "revision-unknown": ProblemKind(ERROR, "The record has no revision of this number."),
    "revision-newer": ProblemKind(ERROR, "Somebody has saved a newer revision since."),
    "saver-missing": ProblemKind(ERROR, "The name of the person saving is missing."),
    "text-too-long": ProblemKind(ERROR, "A note, or the name of the person saving, is too long."),
    "store-address": ProblemKind(ERROR, "The address of the store cannot be read."),
    "store-busy": ProblemKind(ERROR, "Others kept the store busy for too long."),
    "store-damaged": ProblemKind(ERROR, "What the store holds is not what was saved."),
    "store-denied": ProblemKind(ERROR, "The board's user may not read or write the store."),
    "store-earlier": ProblemKind(ERROR, "An earlier Openline made the tables of the store."),
    "store-failed": ProblemKind(ERROR, "The store refused for a reason not listed here."),
    "store-full": ProblemKind(ERROR, "The disk or database of the store is full."),
    "store-quota": ProblemKind(ERROR, "The save needs more room than the store is allowed."),
    "store-later": ProblemKind(ERROR, "A later Openline has changed the tables of the store."),
    "store-read-only": ProblemKind(ERROR, "The store can be read and not written."),
    "store-unreachable": ProblemKind(ERROR, "The store does not answer, or is not there."),
}
"""Every kind of problem of the store, by code."""


class StoreError(Exception):
    """The store did not do what it was asked: nothing was changed, unless `problem` says so."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem

    def __str__(self) -> str:
        return f"{self.problem.message} {self.problem.suggestion}"


class NewerRevisionError(StoreError):
    """A save was refused because the record has a newer revision than the saver has seen."""

    def __init__(self, newest: Revision) -> None:
        super().__init__(_newer(newest))
        self.newest = newest

    def __reduce__(self) -> tuple[type["NewerRevisionError"], tuple[Revision]]:
        return type(self), (self.newest,)


def store_problem(code: str, message: str, suggestion: str, value: str | None = None) -> Problem:
    """Return a problem with this code, and the severity that `STORE_PROBLEMS` gives it."""
    severity = STORE_PROBLEMS[code].severity
    return Problem(severity, code, None, None, value, message, suggestion)


def record_unknown(name: str) -> StoreError:
    """Return the error that there is no record of this name."""
    hint = "Choose one from the list of records; hidden ones are on it when you ask for them."
    return StoreError(
        store_problem("record-unknown", f"There is no saved record “{name}”.", hint, name)
    )


def record_hidden(name: str) -> StoreError:
    """Return the error that a record is hidden, so nothing can be saved to it."""
    message = f"The record “{name}” is hidden; nothing was saved."
    hint = "Show it again first, or save under another name."
    return StoreError(store_problem("record-hidden", message, hint, name))


def revision_unknown(name: str, number: int) -> StoreError:
    """Return the error that a record has no revision of this number."""
    message = f"The record “{name}” has no revision {number}."
    hint = "Choose one from the list of its revisions."
    return StoreError(store_problem("revision-unknown", message, hint, str(number)))


def damaged(digest: str) -> StoreError:
    """Return the error that the bytes with this SHA-256 are missing or altered."""
    message = f"The store is damaged: the file with the SHA-256 {digest[:12]}… is not intact."
    hint = "Restore the last intact copy, and keep the damaged one for whoever investigates."
    return StoreError(store_problem("store-damaged", message, hint, digest))


def over_quota(used: int, added: int, most: int) -> StoreError:
    """Return the error that a save would exceed the store's limit; all arguments are in bytes."""
    message = (
        f"The store may have {_megabytes(most)} MB, of which {_megabytes(used)} are used, and "
        f"this save needs {_megabytes(added)} more; nothing was saved."
    )
    hint = (
        "Download the file, and ask whoever runs the board for more room (OPENLINE_STORE_MB); "
        "hiding a record frees none."
    )
    return StoreError(store_problem("store-quota", message, hint))


def _megabytes(size: int) -> str:
    return f"{math.ceil(size / 100_000) / 10:,}"


def headless() -> StoreError:
    """Return the error that the end of the chain is missing, so nothing can be added."""
    message = "The store is damaged: the end of its chain is gone; nothing was saved."
    hint = "`python -m openline store verify` says what else differs; restore the last intact copy."
    return StoreError(store_problem("store-damaged", message, hint))


def _newer(newest: Revision) -> Problem:
    message = (
        f"“{newest.record}” has a newer revision, {newest.number}, "
        f"saved by {newest.saved_by} on {newest.saved_at.day} {newest.saved_at:%b %Y at %H:%M} UTC."
    )
    hint = "Look at what changed in it, then save again on top of it or under another name."
    return store_problem("revision-newer", message, hint, str(newest.number))
