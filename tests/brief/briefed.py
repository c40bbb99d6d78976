"""Briefs of small records."""

from datetime import date
from typing import Any, Final

from openline.analysis.filters import Filters
from openline.analysis.question import Question
from openline.brief.brief import Brief
from openline.questions import last_day
from tests.asking import TODAY, read

__all__ = ["HOSTILE", "briefed"]

HOSTILE: Final = '<img src=x onerror=alert(1)>"&\u202e'
_HEADER: Final = "channel,parties,date,event,state,actor,summary,cause,source,source_url"
_LINES: Final = (
    "Hotline,A; B,2020-01-01,change,open,,Opened,,Gazette 1,https://g.example/1",
    "Hotline,A; B,2021-03-01,change,severed,A,Cut after the strike,Strike,Gazette 2,https://g.example/2",
    "Talks,A; B,2020-01-01,change,open,,Begun,,Gazette 1,https://g.example/1",
    "Talks,A; B,2020-06-01,contact,,,Met,,Wire,",
    "Talks,A; B,2021-05-01,refusal,,B,Refused,,Wire,javascript:alert(1)",
    "Link,A; C,2021-04-01,change,partial,,Agreed,,Wire,https://w.example/3",
    "Link,A; C,2021-06-01,check,partial,,,,,",
)


def briefed(
    *more: str,
    as_of: str = "2021-06-01",
    lines: tuple[str, ...] = _LINES,
    header: str = _HEADER,
    **of: Any,
) -> Brief:
    """Return a brief of a record of three channels, with further lines or others."""
    record = read(header, *lines, *more)
    assert not record.has_errors, record.errors
    filters = {key: of.pop(key) for key in set(Filters.__dataclass_fields__) & of.keys()}
    own = {key: of.pop(key) for key in ("min_days", "window", "since") if key in of}
    question = Question(record, date.fromisoformat(as_of), Filters(**filters), **own)
    return Brief(question, "Small record", TODAY, last_day(record, TODAY), **of)
