"""Two days compared, what happened since a day, the rows that are seen, and search."""

import unicodedata
from datetime import date

from .judging import ENDED, UNKNOWN
from .openings import RANKS
from .options import Options
from .reading import Row
from .viewing import Channel, channels, iso

__all__ = ["compare_table", "observations_table", "search_table", "since_table"]

COUNTED = {"contacts": "contact", "overtures": "overture", "refusals": "refusal"}


def compare_table(text: str, options: Options) -> list[dict[str, object]]:
    """Per channel that has existed by the second day."""
    assert options.first is not None
    assert options.second is not None
    return _compared(text, options, options.first, options.second)


def since_table(text: str, options: Options, since: date) -> list[dict[str, object]]:
    """The comparison of a day with the as-of day: what moved, or was contacted, asked, refused."""
    rows = _compared(text, options, since, options.as_of)
    return [
        row for row in rows if row["change"] != "unchanged" or any(row[name] for name in COUNTED)
    ]


def _compared(text: str, options: Options, one: date, two: date) -> list[dict[str, object]]:
    earlier = channels(text, options, one)
    later = channels(text, options, two)
    pairs = zip(earlier, later, strict=True)
    return [_compare_row(old, new) for old, new in pairs if new.moves]


def _compare_row(old: Channel, new: Channel) -> dict[str, object]:
    states = old.on(old.as_of), new.on(new.as_of)
    return {
        "parties": new.parties,
        "channel": new.name,
        "from_state": states[0],
        "to_state": states[1],
        "change": _word(*states, started=_started(new, old.as_of)),
        **{name: _count(new, event, old.as_of) for name, event in COUNTED.items()},
    }


def _started(channel: Channel, after: date) -> bool:
    """Whether a life began after the day; it is new also where it ended again."""
    return any(life.begin.day > after for life in channel.lives)


def _word(one: str | None, two: str | None, *, started: bool) -> str:
    """The first word that fits; what ended and started again in between is new."""
    if one is None or started:
        return "new"
    if one == two:
        return "unchanged"
    if two == ENDED:
        return "ended"
    if UNKNOWN in (one, two):
        return "unclear"
    return "opened" if RANKS[str(two)] > RANKS[one] else "closed"


def _count(channel: Channel, event: str, after: date) -> int:
    """Contacts within a life; overtures and refusals wherever they stand."""
    rows = [row for row in channel.rows if row.event == event and row.day > after]
    if event != "contact":
        return len(rows)
    return sum(any(life.holds(row.day) for life in channel.lives) for row in rows)


def observations_table(text: str, options: Options) -> list[dict[str, object]]:
    """The rows that are seen, by parties, channel, earliest day and line."""
    return [_observation(row) for one in channels(text, options) for row in one.rows]


def search_table(text: str, options: Options, query: str) -> list[dict[str, object]]:
    """The rows that are seen and have every word in one of their texts, together."""
    words = _folded(query).split()
    return [
        _observation(row)
        for one in channels(text, options)
        for row in one.rows
        if all(word in _searched(row) for word in words)
    ]


def _searched(row: Row) -> str:
    texts = (row.channel, row.parties, row.summary, row.source, row.cause)
    return _folded(" ".join(text for text in texts if text))


def _folded(text: str) -> str:
    """Without case and accents."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def _observation(row: Row) -> dict[str, object]:
    return {
        "line": row.line,
        "parties": row.parties,
        "channel": row.channel,
        "date": iso(row.day),
        "event": row.event,
        "state": row.state,
        "actor": row.actor,
        "summary": row.summary,
        "cause": row.cause,
        "source": row.source,
        "source_url": row.source_url,
    }
