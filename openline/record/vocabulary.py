"""The closed vocabularies: the words of each column, and which of them another word means.

What a check suggests and what the page Records proposes both come from here.
"""

import re
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
        "in use,normal,yes,opened,reopened,connected,answered,in service,online,y,true,green,✓,✔,"
        "✅,🟢",
        PARTIAL: "limited,restricted,reduced,partially open,partly open,intermittent,degraded,"
        "sporadic,half open,partially suspended,patchy,amber,yellow,🟡",
        SEVERED: "suspended,closed,cut,down,off,inactive,frozen,broken,broken off,halted,stopped,"
        "cancelled,canceled,unanswered,no,severed off,disconnected,shut,terminated,dead,on hold,"
        "paused,interrupted,discontinued,deactivated,offline,out of service,n,false,red,✗,✘,❌,🔴",
        UNKNOWN: "n/a,na,unclear,?,-,not known,no data,unsure,missing,#n/a,grey,gray",
    },
    EVENT: {
        CHANGE: "state change,changed,status change,opened,closed,reopened,suspended,suspension,"
        "resumption,cut,established",
        CONTACT: "call,meeting,talks,visit,round,met,phone call,used,use,test,exchange,dialogue",
        OVERTURE: "offer,proposal,request,invitation,proposed,asked,appeal",
        REFUSAL: "refused,declined,rejected,rejection,no answer,unanswered,cancelled,canceled,"
        "did not answer,request unanswered,no reply,no response",
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
_STATES_ELSEWHERE: Final = {
    OPEN: "offen,geöffnet,aktiv,ouvert,ouverte,actif,abierto,abierta,activo,activa,aperto,aperta,"
    "attivo,attiva,aberto,aberta,ativo,ativa,otwarty,otwarta,otwarte,açık,aktif,открыт,открыта,"
    "открыто,действует,работает,восстановлен,восстановлена,відкрито,відкрита,діє,працює,开放,开通,"
    "畅通,恢复,開放,開通,正常,열림,개통,개방,정상,재개,オープン,再開,مفتوح,مفتوحة,يعمل",
    PARTIAL: "eingeschränkt,teilweise,teilweise offen,partiel,partielle,limité,limitée,parcial,"
    "limitado,limitada,parziale,limitato,limitata,częściowy,ograniczony,kısmi,sınırlı,частично,"
    "ограничен,ограничена,частково,обмежено,部分,部分开放,受限,부분,제한,제한적,部分的,制限,جزئي,محدود",
    SEVERED: "geschlossen,unterbrochen,gekappt,abgebrochen,ausgesetzt,fermé,fermée,coupé,coupée,"
    "rompu,rompue,suspendu,suspendue,interrompu,interrompue,cerrado,cerrada,cortado,cortada,"
    "suspendido,suspendida,interrumpido,interrumpida,chiuso,chiusa,interrotto,interrotta,sospeso,"
    "sospesa,fechado,fechada,suspenso,suspensa,zamknięty,zamknięta,zerwany,zerwana,zawieszony,"
    "zawieszona,kapalı,kesik,askıda,закрыт,закрыта,закрыто,разорван,разорвана,прерван,прервана,"
    "приостановлен,приостановлена,отключен,отключена,закрито,розірвано,призупинено,关闭,中断,切断,"
    "暂停,關閉,中斷,暫停,닫힘,단절,차단,중단,폐쇄,두절,閉鎖,遮断,停止,断絶,مغلق,مغلقة,مقطوع,مقطوعة,"
    "معلق,معلقة",
    UNKNOWN: "unbekannt,inconnu,inconnue,desconocido,desconocida,sconosciuto,desconhecido,"
    "nieznany,bilinmiyor,неизвестно,невідомо,未知,不明,미상,불명,غير معروف",
}
"""Words for states in the languages of the record's sources."""
_PROPOSED: Final = {
    column: {word: own for own, text in words.items() for word in text.split(",")}
    for column, words in _MEANT.items()
}
_PROPOSED[STATE] |= {
    word: own for own, text in _STATES_ELSEWHERE.items() for word in text.split(",")
}
_NUMBERED: Final = re.compile(r"^(?:\(\d{1,2}\)|\d{1,2} ?[.):=\-]) ?", re.ASCII)
"""What statistics programs write before the label of a value: `1. open`."""
_SHOWN_AS_PICTURE: Final = "\ufe0f"


def proposed_word(column: str, word: str) -> str | None:
    """Return the word of a column's vocabulary that another one can mean, None where that is
    not plain: a word in use elsewhere, or a slip of the hand.

    >>> proposed_word("state", "Suspended"), proposed_word("state", "opne")
    ('severed', 'open')
    >>> proposed_word("state", "not open") is proposed_word("confidence", "unconfirmed") is None
    True
    """
    plain = " ".join(word.replace("_", " ").replace(_SHOWN_AS_PICTURE, "").casefold().split())
    plain = _NUMBERED.sub("", plain, count=1) or plain
    known = _PROPOSED[column]
    spelled = (plain, plain.replace("-", " "), plain.replace("-", ""))
    proposal = next((known[one] for one in spelled if one in known), None)
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
