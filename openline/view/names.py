"""What a view names and its record lacks: well-formed, named by a problem, never an error."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from openline.record.columns import CAUSE, CHANNEL, KIND, LEVEL, PARTIES, PARTIES_SEPARATOR
from openline.record.dates import show_day
from openline.record.header import nearest
from openline.record.names import folded, folded_sides
from openline.record.problems import WARNING, Problem
from openline.record.record import Record
from openline.view.readers import Fault, one_of, read_switch, shorten
from openline.view.record_name import edition_name
from openline.view.view import View

_MOST_GUESSED: Final = 5
"""For how many unknown names of a column another one is proposed: each costs a search."""
_COLUMNS: Final = (PARTIES, LEVEL, KIND, CHANNEL)


def unknown_names(view: View, record: Record) -> tuple[Problem, ...]:
    """Return a problem for each party, level, kind, channel or cause that the record does not
    have.

    Case is ignored, and one side of a set of parties is a name too.
    """
    return *_unknown_lists(view, record), *_unknown_cause(view, record)


def _unknown_lists(view: View, record: Record) -> tuple[Problem, ...]:
    problems: list[Problem] = []
    for column in _COLUMNS:
        if named := getattr(view, column):
            names = known_names(record, column)
            keys = {_folded(column, word) for word in names}
            unknown = [name for name in named if _folded(column, name) not in keys]
            guessed = [_unknown_name(column, name, names) for name in unknown[:_MOST_GUESSED]]
            problems += guessed + [
                _unknown_name(column, name, ()) for name in unknown[_MOST_GUESSED:]
            ]
    return tuple(problems)


def _unknown_cause(view: View, record: Record) -> tuple[Problem, ...]:
    causes = [str(word) for word in record.observations[CAUSE].dropna().unique()]
    if view.cause is None or folded(view.cause) in map(folded, causes):
        return ()
    return (_unknown_name(CAUSE, view.cause, causes, "Open one in the list of causes on Gaps."),)


def channel_elsewhere(names: Sequence[str]) -> Problem | None:
    """Return the problem of channels that are named on a page of all channels, else None."""
    if not names:
        return None
    message = f"Only the page Channel shows “{shorten(names[0])}” alone; here the name is ignored."
    return Problem(
        WARNING, "channel-elsewhere", None, CHANNEL, names[0], message, "Choose it on that page."
    )


def malformed_record(text: str) -> Problem:
    """Return the problem of what stands for a record and names none."""
    message = f"“{shorten(text)}” is not a revision of a record; nothing is shown."
    hint = "Write NAME for the newest revision of a record, or NAME@3 for its third."
    return _of_record("record-form", text, message, hint)


def unknown_record(name: str, names: Iterable[str] = ()) -> Problem:
    """Return the problem of a name that none of the known saved records has."""
    close = nearest(name, names)
    message = f"There is no record named “{shorten(name)}”; nothing is shown."
    hint = "Leave record out of the address for the bundled record."
    return _of_record("record-unknown", name, message, f"Is it “{close}”?" if close else hint)


def unknown_revision(name: str, revision: int, newest: int) -> Problem:
    """Return the problem of a revision that a saved record does not have."""
    message = f"The record “{shorten(name)}” has no revision {revision:,}; nothing is shown."
    hint = f"Its newest is {newest:,}: write {name} or {name}@{newest}."
    return _of_record("revision-unknown", f"{name}@{revision}", message, hint)


def unknown_edition(edition: str, current: str, kept: Sequence[str]) -> Problem:
    """Return the problem of bytes of the bundled record that are not known; `current` and `kept`
    are the SHA-256 of those that are, "" where the board has no bundled record."""
    message = (
        f"No edition of the bundled record is known whose SHA-256 begins with “{edition}”; "
        "nothing is shown."
    )
    names = [edition_name(digest) for digest in dict.fromkeys([current, *kept]) if digest]
    hint = f"The known ones are {', '.join(names[:_MOST_GUESSED])}." if names else "None are known."
    return _of_record("revision-unknown", edition_name(edition), message, hint)


def unknown_against(number: int, shown: int | None, newest: int) -> Problem:
    """Return the problem of a revision that cannot be compared with the one that is shown, which
    is None for a record without revisions."""
    message = f"There is no revision {number:,} to compare with; the usual one is used."
    hint = f"The newest is {newest:,}."
    if shown is None:
        message = "The bundled record has no revisions to compare with."
        hint = "Choose a saved record, or leave against out of the address."
    elif number == shown:
        message = f"Revision {number:,} is the one that is shown; the usual one is used."
        hint = "Choose another one to compare with."
    return Problem(WARNING, "against-unknown", None, "against", str(number), message, hint)


def hidden_record(name: str) -> Problem:
    """Return the note that a saved record is hidden: it is shown to those with its address."""
    message = f"The record “{shorten(name)}” was hidden from the list of records."
    hint = "Its addresses still work; ask whoever maintains it whether it is still valid."
    return _of_record("record-unlisted", name, message, hint)


def faulty_record(name: str, errors: Sequence[Problem]) -> Problem:
    """Return the problem of a saved file that does not pass the check, with its first error."""
    first = errors[0]
    where = f"Line {first.line}: " if first.line is not None else ""
    message = f"The saved file of “{name}” does not pass the check; nothing is shown."
    return _of_record("record-faulty", name, message, f"{where}{first.message}")


def unknown_observation(name: str) -> Problem:
    """Return the problem of an observation that the record does not have, or no longer."""
    message = f"The record has no observation “{shorten(name)}”."
    hint = (
        "It may have been removed, or its channel, parties, date, event or source corrected; an "
        "earlier revision may have it."
    )
    return Problem(WARNING, "observation-unknown", None, "observation", name, message, hint)


def unseen_observation(name: str) -> Problem:
    """Return the problem of an observation that the record has and the view leaves out."""
    message = f"The observation “{shorten(name)}” is not among the rows shown."
    hint = "It is later than the as-of day, or a filter leaves it out."
    return Problem(WARNING, "observation-unknown", None, "observation", name, message, hint)


def unknown_page(view: View, pages: int) -> Problem | None:
    """Return the problem of a page past the last one, else None."""
    if view.page <= pages:
        return None
    message = f"There is no page {view.page:,}; page {pages:,} is shown."
    hint = f"The last page is {pages:,}."
    return Problem(WARNING, "page-unknown", None, "page", str(view.page), message, hint)


def no_parameters(names: Sequence[str]) -> tuple[Problem, ...]:
    """Return the problems of parameters in an address that takes none, of the first of them."""
    return tuple(
        Problem(
            WARNING,
            "parameter-unknown",
            None,
            shorten(name),
            None,
            f"There is no parameter “{shorten(name)}” here.",
            "Leave it out.",
        )
        for name in names[:_MOST_GUESSED]
    )


def switched(name: str, texts: Sequence[str]) -> bool | Problem:
    """Return what a parameter says that is on or off, and is not a page's, or what is wrong."""
    read = read_switch(texts[0])
    if isinstance(read, Fault):
        return Problem(
            WARNING, "parameter-value", None, name, shorten(texts[0]), read.message, read.suggestion
        )
    return bool(read)


def unordered_days(first: date, second: date, instead: str = "") -> Problem | None:
    """Return the problem of a comparison's days where they do not follow each other, else None;
    `instead` says what is done about it."""
    if first < second:
        return None
    message = f"The first day, {show_day(first)}, is not before the second, {show_day(second)}"
    message += f"; {instead}" if instead else "."
    hint = "Choose a first day that is earlier."
    return Problem(WARNING, "days-order", None, "from", str(first), message, hint)


def unsuited_group(by: str, groups: Sequence[str]) -> Problem:
    """Return the problem of rows that are asked for in groups which their table does not have."""
    fault = one_of(tuple(groups))(by)
    words = (fault.message, fault.suggestion) if isinstance(fault, Fault) else ("", "")
    return Problem(WARNING, "parameter-value", None, "by", by, *words)


def _of_record(code: str, value: str, message: str, hint: str) -> Problem:
    return Problem(WARNING, code, None, "record", value, message, hint)


def _folded(column: str, name: str) -> object:
    return folded_sides(name) if column == PARTIES else folded(name)


def known_names(record: Record, column: str) -> tuple[str, ...]:
    """Return the names that a record has in one column of its channels; of parties the sides
    too."""
    words = [str(word) for word in record.channels[column].dropna().unique()]
    if column == PARTIES:
        words += [side for word in words for side in word.split(PARTIES_SEPARATOR)]
    return tuple(dict.fromkeys(words))


def _unknown_name(
    column: str,
    name: str,
    names: Iterable[str],
    otherwise: str = "Choose a name from the list beside the page.",
) -> Problem:
    close = nearest(name, names)
    hint = f"Is it “{close}”?" if close else otherwise
    message = f"The record has no {column} “{shorten(name)}”, so it matches nothing."
    return Problem(WARNING, "name-unknown", None, column, name, message, hint)
