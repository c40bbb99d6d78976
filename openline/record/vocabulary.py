"""The closed vocabularies: the words of each column, and which of them another word means.

What a check suggests and what the page Records proposes both come from here.
"""

from collections.abc import Mapping, Sequence
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
from openline.record.spelling import is_slip

VOCABULARIES: Final[Mapping[str, tuple[str, ...]]] = {
    STATE: STATE_WORDS,
    EVENT: EVENTS,
    CONFIDENCE: CONFIDENCES,
}
"""The words of each column that has a closed vocabulary."""

_MEANT: Final[dict[str, dict[str, str]]] = {
    STATE: {
        OPEN: "active,operational,working,functioning,up,on,restored,resumed,available,live,"
        "in use,normal,yes,opened,reopened,connected",
        PARTIAL: "limited,restricted,reduced,partially open,partly open,intermittent,degraded,"
        "sporadic,half open,partially suspended,patchy",
        SEVERED: "suspended,closed,cut,down,off,inactive,frozen,broken,broken off,halted,stopped,"
        "cancelled,canceled,unanswered,no,severed off,disconnected,shut,terminated,dead,on hold",
        UNKNOWN: "n/a,na,unclear,?,-,not known,no data,unsure,missing",
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
"""Words and phrases in use elsewhere, by the word of the format that they can mean. They are
compared whole: with a further word, such as a negation, they mean something else."""
_PROPOSED: Final = {
    column: {word: own for own, text in words.items() for word in text.split(",")}
    for column, words in _MEANT.items()
}


def proposed_word(column: str, word: str) -> str | None:
    """Return the word of a column's vocabulary that another one can mean, None where that is
    not plain: a word in use elsewhere, or a slip of the hand.

    >>> proposed_word("state", "Suspended"), proposed_word("state", "opne")
    ('severed', 'open')
    >>> proposed_word("state", "not open") is proposed_word("confidence", "unconfirmed") is None
    True
    """
    plain = " ".join(word.replace("_", " ").casefold().split())
    known = _PROPOSED[column]
    proposal = known.get(plain) or known.get(plain.replace("-", " "))
    return proposal or next((own for own in VOCABULARIES[column] if is_slip(plain, own)), None)


def word_hint(column: str, word: str) -> str:
    """Return how to fix a word that a column's vocabulary lacks: the word that it can mean,
    else the vocabulary in its order."""
    words = VOCABULARIES[column]
    own = proposed_word(column, word)
    if own is None:
        return f"Write {show_list(words)}."
    return (
        f"Write {own!r}."
        if is_slip(word.casefold(), own)
        else f"Write {own!r} if that is what it means."
    )


def show_list(words: Sequence[str]) -> str:
    """Return words as a sentence lists them: `open, partial or severed`."""
    return " or ".join(filter(None, (", ".join(words[:-1]), words[-1])))
