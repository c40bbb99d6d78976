"""Which of a file's columns could be the format's, where its header has other names."""

import difflib
from collections.abc import Sequence
from typing import Final

from openline.record.columns import (
    ACTOR,
    CADENCE_DAYS,
    CAUSE,
    CHANNEL,
    CONFIDENCE,
    DATE,
    END,
    EVENT,
    KIND,
    LEVEL,
    PARTIES,
    SOURCE,
    SOURCE_URL,
    START,
    STATE,
    SUMMARY,
)
from openline.record.delimited import normal_name
from openline.record.sheet import FORMAT_NAMES

__all__ = ["guess_columns"]

_SAME: Final[dict[str, str]] = {
    CHANNEL: "line hotline channel_name name line_name link mechanism dialogue dialog forum"
    " communication_channel communication_line kanal canal",
    PARTIES: "countries country sides party states pair dyad actors participants members between"
    " country_pair parteien staaten pays paises",
    LEVEL: "tier track rank_level channel_level ebene niveau nivel",
    KIND: "type category channel_type channel_kind class art genre tipo",
    CADENCE_DAYS: "cadence interval_days frequency frequency_days expected_days every_days",
    DATE: "since day when event_date observation_date date_of_event as_of on datum fecha jour",
    START: "from start_date begin begins beginning since started date_from from_date valid_from"
    " beginn von debut inicio",
    END: "to until till end_date finish ended_on through date_to to_date valid_to stop"
    " ende bis fin",
    STATE: "status condition channel_state channel_status current_state current_status state_now"
    " zustand etat estado",
    EVENT: "event_type type_of_event action what happening ereignis evenement evento",
    ACTOR: "by initiator who acting_party acted_by akteur acteur",
    SUMMARY: "description what_happened notes note comment comments remarks details text narrative"
    " beschreibung resume resumen",
    CAUSE: "reason trigger why grund motif causa",
    SOURCE: "citation reference sources publisher quelle fuente",
    SOURCE_URL: "url link_url web address web_address source_link weblink href hyperlink"
    " link_source reference_url",
    CONFIDENCE: "certainty reliability evidence quality sureness confidence_level vertrauen",
}
"""Names that analysts give to the format's columns, in the form of `normal_name`."""
_KNOWN: Final = {name: tuple(words.split()) for name, words in _SAME.items()}
_ENOUGH: Final = 0.6
"""How alike two names have to be, from 0 to 1, to be proposed at all."""
_MANY: Final = 200
"""Of a header of more names only those are guessed that are known, or made of known words."""
_LONGEST: Final = 60
"""A longer name is not compared by its spelling: it is no misspelt word."""
_STEP: Final = 0.02
"""How much less sure a name is with each place further down its column's list."""


def guess_columns(header: Sequence[str]) -> dict[str, tuple[str, float]]:
    """Return, for columns of the format that a header lacks, the name that could be it and
    how sure that is (from 0 to 1), the surest first; each name is proposed once.

    `start` and `end` are proposed for a pair of names, or where the header has one of them,
    and `date` is not proposed with them.
    """
    names = {name.strip(): normal_name(name) for name in header if name.strip()}
    present = set(names.values()) & {*FORMAT_NAMES, START, END}
    free = {name: normal for name, normal in names.items() if normal not in present}
    spelled = len(free) <= _MANY
    wanted = _wanted(present, free, spelled)
    scored = sorted(
        (
            (-sure, place, column, name)
            for place, column in enumerate(_SAME)
            if column in wanted
            for name, normal in free.items()
            if (sure := _likeness(column, normal, spelled)) >= _ENOUGH
        ),
        key=lambda item: item[:3],
    )
    found: dict[str, tuple[str, float]] = {}
    taken: set[str] = set()
    for less, _, column, name in scored:
        if column not in found and name not in taken:
            found[column] = (name, round(-less, 2))
            taken.add(name)
    return found


def _wanted(present: set[str], free: dict[str, str], spelled: bool) -> set[str]:
    """Return the columns that are sought: those of the form with `date`, or of intervals."""
    begins = any(_likeness(START, name, spelled) >= _ENOUGH for name in free.values())
    ends = any(name in _KNOWN[END] for name in free.values()) or END in present
    intervals = START in present or (DATE not in present and begins and ends)
    form = {START, END} if intervals else {DATE}
    return ({*_SAME} - {DATE, START, END} | form) - present


def _likeness(column: str, name: str, spelled: bool = True) -> float:
    """Return how likely a name is a column's; by its spelling too, which takes longest."""
    known = _KNOWN[column]
    if name in known:
        return 0.95 - _STEP * min(known.index(name), 10)
    if name.replace("_", "") == column.replace("_", "") or name == column:
        return 0.98
    parts = set(name.split("_"))
    if column in parts or f"{column}s" in parts:
        return 0.75
    if not spelled or len(name) > _LONGEST:
        return 0.0
    likest = max(
        difflib.SequenceMatcher(None, name, other).ratio() for other in (column, *known[:6])
    )
    return 0.9 * likest if likest >= 0.75 else 0.0
