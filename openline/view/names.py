"""What a view names and its record lacks: well-formed, named by a problem, never an error."""

from collections.abc import Iterable, Sequence
from typing import Final

from openline.record.columns import CHANNEL, KIND, LEVEL, PARTIES, PARTIES_SEPARATOR
from openline.record.header import nearest
from openline.record.names import folded, folded_sides
from openline.record.problems import WARNING, Problem
from openline.record.record import Record
from openline.view.parameters import BUNDLED
from openline.view.readers import shorten
from openline.view.view import View

__all__ = ["channel_elsewhere", "unknown_names", "unknown_page", "unknown_record"]

_COLUMNS: Final = (PARTIES, LEVEL, KIND, CHANNEL)


def unknown_names(view: View, record: Record) -> tuple[Problem, ...]:
    """Return a problem for each party, level, kind or channel that the record does not have.

    Case is ignored, and one side of a set of parties is a name too.
    """
    return tuple(
        _unknown_name(column, name, known)
        for column in _COLUMNS
        for known in [_known(record, column)]
        for name in getattr(view, column)
        if _folded(column, name) not in {_folded(column, word) for word in known}
    )


def channel_elsewhere(names: Sequence[str]) -> Problem | None:
    """Return the problem of channels that are named on a page of all channels, else None."""
    if not names:
        return None
    message = f"Only the page Channel shows “{shorten(names[0])}” alone; here it is left out."
    return Problem(
        WARNING, "channel-elsewhere", None, CHANNEL, names[0], message, "Choose it on that page."
    )


def unknown_record(view: View) -> Problem | None:
    """Return the problem of a view of another record than the bundled one, else None."""
    if view.record == BUNDLED:
        return None
    message = f"There is no record named “{shorten(view.record)}”; nothing is shown."
    hint = "Leave record out of the address for the bundled record."
    return Problem(WARNING, "record-unknown", None, "record", view.record, message, hint)


def unknown_page(view: View, pages: int) -> Problem | None:
    """Return the problem of a page past the last one, else None."""
    if view.page <= pages:
        return None
    message = f"There is no page {view.page:,}; page {pages:,} is shown."
    hint = f"The last page is {pages:,}."
    return Problem(WARNING, "page-unknown", None, "page", str(view.page), message, hint)


def _folded(column: str, name: str) -> object:
    return folded_sides(name) if column == PARTIES else folded(name)


def _known(record: Record, column: str) -> tuple[str, ...]:
    words = [str(word) for word in record.channels[column].dropna().unique()]
    if column == PARTIES:
        words += [side for word in words for side in word.split(PARTIES_SEPARATOR)]
    return tuple(dict.fromkeys(words))


def _unknown_name(column: str, name: str, known: Iterable[str]) -> Problem:
    close = nearest(name, known)
    hint = f"Is it “{close}”?" if close else "Choose a name from the list beside the page."
    message = f"The record has no {column} “{shorten(name)}”, so it matches nothing."
    return Problem(WARNING, "name-unknown", None, column, name, message, hint)
