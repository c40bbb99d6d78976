"""Words that are none of the format's, and which of them could be meant."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from openline.record.columns import (
    CHANGE,
    CHECK,
    CONFIDENCE,
    CONFIDENCES,
    CONFIRMED,
    CONTACT,
    ENDED,
    EVENT,
    EVENTS,
    INFERRED,
    OPEN,
    OVERTURE,
    PARTIAL,
    REFUSAL,
    REPORTED,
    SEVERED,
    STATE,
    STATE_WORDS,
    UNKNOWN,
)
from openline.record.header import nearest
from openline.record.problems import Problem

__all__ = ["VOCABULARIES", "UnknownWord", "unknown_words"]

VOCABULARIES: Final = {STATE: STATE_WORDS, EVENT: EVENTS, CONFIDENCE: CONFIDENCES}
"""The words of each column that has a closed vocabulary."""

_MEANT: Final[dict[str, dict[str, str]]] = {
    STATE: {
        OPEN: "active,operational,working,functioning,up,on,restored,resumed,available,live,"
        "in use,normal,yes,opened,reopened,connected",
        PARTIAL: "limited,restricted,reduced,partially open,partly open,intermittent,degraded,"
        "sporadic,half open,partially suspended,low",
        SEVERED: "suspended,closed,cut,down,off,inactive,frozen,broken,broken off,halted,stopped,"
        "cancelled,canceled,unanswered,no,severed off,disconnected,shut,terminated",
        UNKNOWN: "n/a,na,unclear,?,-,not known,none,no data,unsure,missing",
    },
    EVENT: {
        CHANGE: "state change,changed,status change,opened,closed,reopened,suspended,suspension,"
        "resumption,cut,established",
        CONTACT: "call,meeting,talks,visit,round,met,phone call,used,use,test,exchange,dialogue",
        OVERTURE: "offer,proposal,request,invitation,proposed,asked,appeal",
        REFUSAL: "refused,declined,rejected,rejection,no answer,unanswered,cancelled,canceled",
        CHECK: "confirmation,confirm,verified,status,observation,observed,no change,unchanged",
        ENDED: "end,abolished,dissolved,terminated,ceased,termination",
    },
    CONFIDENCE: {
        CONFIRMED: "high,certain,sure,official,verified,strong",
        REPORTED: "medium,moderate,media,probable,likely,press",
        INFERRED: "low,assumed,estimated,weak,possible,guess,rumoured,rumored,uncertain",
    },
}
_SUGGESTED: Final = {
    column: {word: own for own, text in meant.items() for word in text.split(",")}
    for column, meant in _MEANT.items()
}


@dataclass(frozen=True)
class UnknownWord:
    """A word of a column that is none of the format's: how many rows have it, and which of
    the format's words could be meant, None where none comes near."""

    column: str
    word: str
    count: int
    suggestion: str | None


def unknown_words(problems: Iterable[Problem]) -> tuple[UnknownWord, ...]:
    """Return the words that a record's problems name, case ignored, the most frequent of
    each column first."""
    counts: Counter[tuple[str, str]] = Counter()
    spelled: dict[tuple[str, str], str] = {}
    for item in problems:
        column, word = item.column or "", item.value or ""
        if item.code != f"{column}-vocabulary" or word.casefold() in VOCABULARIES[column]:
            continue
        key = column, word.casefold()
        counts[key] += 1
        spelled.setdefault(key, word)
    order = list(VOCABULARIES)
    ranked = sorted(counts.items(), key=lambda item: (order.index(item[0][0]), -item[1], item[0]))
    return tuple(
        UnknownWord(column, spelled[column, word], count, _suggestion(column, word))
        for (column, word), count in ranked
    )


def _suggestion(column: str, word: str) -> str | None:
    plain = " ".join(word.replace("_", " ").split())
    known = _SUGGESTED[column].get(plain)
    return known or nearest(plain, VOCABULARIES[column])
