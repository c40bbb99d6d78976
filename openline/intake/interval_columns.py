"""Columns that say until when, or how long, the state of a row held: with the row's day they give
an interval's begin and end."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from openline.intake.choices import Choices, Join
from openline.intake.column_content import is_date, share_of
from openline.intake.column_texts import Texts
from openline.intake.date_lengths import UNITS, is_length
from openline.intake.foreign_dates import says_no_end
from openline.intake.joining import are_long_spans
from openline.record.columns import DATE, END, EVENT, START
from openline.record.delimited import normal_name
from openline.record.header_names import says_end

_MOST: Final = 0.5
_LENGTHS: Final = (
    *("duration", "length", "lasted", "lasting", "dauer", "durée", "duree", "duración", "duracion"),
    *("durata", "duração", "süre", "длительность", "продолжительность", "期间", "期間", "기간"),
)

Says = Literal["until", "length", "spans"]


@dataclass(frozen=True)
class IntervalColumns:
    """What seems to state where intervals begin and end: whether it is a column of ends, one of
    lengths, or the date itself as a stretch of months or years; the labels of the date and of that
    column; and the choices that read a row as an interval."""

    says: Says
    date: str
    column: str
    choices: Choices


def find_interval_columns(
    labels: Mapping[str, str], texts: Mapping[str, Texts]
) -> IntervalColumns | None:
    """Return what seems to state where intervals end in a file with one day per row, None if
    nothing does. `labels` are the columns' names by label, `texts` their contents by name
    (`normal_name`)."""
    names = {normal_name(name): label for label, name in labels.items() if name.strip()}
    begin = names.get(START, names.get(DATE))
    if begin is None or not {EVENT}.isdisjoint(names) or (START in names and END in names):
        return None
    for name, label in names.items():
        held = texts.get(name, {})
        if START not in names and says_end(name) and _are_ends(held):
            chosen = Choices(names={begin: START, label: END})
            return IntervalColumns("until", begin, label, chosen)
        if not {*_LENGTHS}.isdisjoint(name.split("_")) and _are_lengths(held):
            unit = next((UNITS[word] for word in _words(name) if word in UNITS), "days")
            ends = {END: Join((begin, label), unit, half="after")}
            return IntervalColumns(
                "length", begin, label, Choices(names={begin: START}, joins=ends)
            )
    if START not in names and are_long_spans(texts.get(DATE, {})):
        halves = {START: Join((begin,), half="begin"), END: Join((begin,), half="end")}
        chosen = Choices(names={begin: f"{DATE} as written"}, joins=halves)
        return IntervalColumns("spans", begin, begin, chosen)
    return None


def _are_ends(texts: Texts) -> bool:
    fits = share_of(texts, lambda text: is_date(text) or says_no_end(text)) >= _MOST
    return fits and any(map(is_date, texts))


def _are_lengths(texts: Texts) -> bool:
    return share_of(texts, is_length) >= _MOST


def _words(name: str) -> list[str]:
    return re.findall(r"[a-z]+", name)
