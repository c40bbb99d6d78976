"""Changes as a calendar (RFC 5545): each an all-day event that blocks nobody's time."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from openline.record.hidden import visible
from openline.web.atom import Feed
from openline.web.changes import Change

CALENDAR_MEDIA: Final = "text/calendar; charset=utf-8"
_MOST_BYTES: Final = 75
"""The most bytes of a line; a longer one continues on the next line, after a blank."""
_MARKS: Final = str.maketrans(
    {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None, "\t": " "}
)


def calendar(feed: Feed) -> str:
    """Return a feed as a calendar."""
    title = _text(visible(feed.title))
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Openline//Changes//EN",
        "CALSCALE:GREGORIAN",
        f"NAME:{title}",
        f"X-WR-CALNAME:{title}",
    ]
    for change in feed.changes:
        lines += _event(change, feed.board)
    return "".join(f"{part}\r\n" for line in [*lines, "END:VCALENDAR"] for part in _folded(line))


def _event(change: Change, board: str) -> list[str]:
    day = change.day.strftime("%Y%m%d").zfill(8)
    said = "\n".join(filter(None, (f"{change.date_text}.", change.text, change.source)))
    return [
        "BEGIN:VEVENT",
        f"UID:{change.id}@openline",
        f"DTSTAMP:{day}T000000Z",
        f"DTSTART;VALUE=DATE:{day}",
        *_end(change),
        f"SUMMARY:{_text(change.title)}",
        f"DESCRIPTION:{_text(said)}",
        *([f"URL:{board}{change.path}"] if "://" in board else []),
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _end(change: Change) -> list[str]:
    try:
        after = change.day + timedelta(1)
    except OverflowError:
        return []
    return [f"DTEND;VALUE=DATE:{after.strftime('%Y%m%d').zfill(8)}"]


def _text(text: str) -> str:
    return text.translate(_MARKS)


def _folded(line: str) -> Iterator[str]:
    """Yield a line in parts no longer than allowed, without splitting a character."""
    part, size = "", 0
    for letter in line:
        width = len(letter.encode())
        if size + width > _MOST_BYTES:
            yield part
            part, size = " ", 1
        part += letter
        size += width
    yield part
