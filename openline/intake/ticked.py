"""States as ticked columns: `open`, `partial` and `severed` with an x, or one of them with yes and
no."""

from collections.abc import Mapping, Sequence
from typing import Final

from openline.intake.column_content import share_of
from openline.record.columns import STATE, UNKNOWN
from openline.record.vocabulary import proposed_word

_TICKS: Final = frozenset(
    ["x", "yes", "y", "true", "1", "✓", "✔", "✅", "☑", "•", "ja", "oui", "si", "sí", "да"]
)
_BLANKS: Final = frozenset(
    ["no", "n", "false", "0", "-", "–", "✗", "✘", "❌", "☐", "nein", "non", "нет"]
)
_BESIDE: Final = frozenset(["is", "was", "now", "currently", "channel", "state", "status", "line"])
_MOST: Final = 0.95


def ticked_places(header: Sequence[str], texts: Mapping[int, Mapping[str, int]]) -> list[int]:
    """Return the places of columns whose names are states and whose cells are ticks. `texts` are
    the columns' contents by place. A single column needs both ticks and their opposite."""
    places = [
        place
        for place, name in enumerate(header)
        if state_named(name) is not None and share_of(texts.get(place, {}), _is_mark) >= _MOST
    ]
    if len(places) == 1:
        marks = {text.casefold() for text in texts[places[0]]}
        return places if marks & _TICKS and marks & _BLANKS else []
    return places


def state_named(name: str) -> str | None:
    """Return the words of a column's name that mean a state, None if none do.

    >>> state_named("is_open?"), state_named("Severed"), state_named("opened by")
    ('open', 'severed', None)
    """
    words = name.replace("_", " ").rstrip("? ").casefold().split()
    said = " ".join(word for word in words if word not in _BESIDE)
    return said if said and proposed_word(STATE, said) not in (None, UNKNOWN) else None


def ticked_state(header: Sequence[str], places: Sequence[int], cells: Sequence[str]) -> str:
    """Return what a row's ticks mean: the name of the ticked column. Several ticks give all names,
    and an unticked single column gives `not` its name, so that anything unclear is asked about or
    reported."""
    named = [(state_named(header[place]) or "", cells[at]) for at, place in enumerate(places)]
    ticked = [name for name, text in named if text.strip().casefold() in _TICKS]
    if not ticked and len(places) == 1 and cells[0].strip():
        return f"not {named[0][0]}"
    return " and ".join(ticked)


def _is_mark(text: str) -> bool:
    return text.strip().casefold() in _TICKS | _BLANKS
