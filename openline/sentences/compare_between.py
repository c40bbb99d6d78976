"""The second sentence of Compare: what happened between the two days."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

import pandas as pd

from openline.analysis.compare import COUNTED_BETWEEN
from openline.analysis.openness import WEIGHTS
from openline.record.columns import CHANNEL, PARTIAL, SEVERED
from openline.sentences.runs import NAME, Run, Text, count, list_words, show_sides
from openline.sentences.status import one_parties

_MOST_NAMED: Final = 2
_MOST_SIDES: Final = 3
_LEAST_FOR_OPENNESS: Final = 3


def compare_sentence(compared: pd.DataFrame) -> Text:
    """Say which of the unchanged channels moved and came back, what happened between the
    days, and how openness changed.

    `compared` has `moves` beside the comparison's columns: how often each channel moved;
    `lowest`: the lowest state that it moved to; and `refused_by`: who refused. The number of the
    unchanged that moved has the role `NAME`: it leads to their list.
    """
    rest = " ".join([_happened(compared), *_openness(compared)])
    return (*_came_back(compared), Run(rest))


def _happened(compared: pd.DataFrame) -> str:
    totals = {name.removesuffix("s"): int(compared[name].sum()) for name in COUNTED_BETWEEN}
    counts = [count(number, noun) for noun, number in totals.items() if number]
    if totals["refusal"]:
        counts[-1] += _by_side(compared)
    if not counts:
        return "No contact, overture or refusal is on record in between."
    verb = "is" if sum(totals.values()) == 1 else "are"
    return f"In between, {list_words(counts)} {verb} on record."


def _by_side(compared: pd.DataFrame) -> str:
    """How many refusals each side made, ` (9 by China, 2 by United States)`, where the channels
    are all of the same parties; "" where no row names one."""
    if "refused_by" not in compared or not one_parties(compared):
        return ""
    sides = Counter(side for named in compared["refused_by"].dropna() for side in named)
    words = ", ".join(f"{number:,} by {side}" for side, number in sides.most_common(_MOST_SIDES))
    return f" ({words})" if words else ""


def _came_back(compared: pd.DataFrame) -> list[Run]:
    """Say which channels are unchanged only because they moved there and back: those that
    were lower in between, then those that were higher, or unknown."""
    back = compared[(compared["change"] == "unchanged") & (compared["moves"] > 0)]
    lower = _weights(back["lowest"]) < _weights(back["to_state"])
    several = not one_parties(compared)
    parts = [(back[lower], _lowered(back[lower])), (back[~lower], "moved and came back")]
    return [run for rows, words in parts if len(rows) for run in _returned(rows, words, several)]


def _weights(states: pd.Series) -> pd.Series:
    return states.map(WEIGHTS).astype(float)


def _returned(rows: pd.DataFrame, words: str, several: bool) -> Text:
    """What unchanged channels went through; a few of them are named."""
    names = ""
    if len(rows) <= _MOST_NAMED:
        sides = [show_sides(name) if several else "" for name in rows["parties"]]
        pairs = zip(sides, rows[CHANNEL], strict=True)
        names = f": {'; '.join(', '.join(filter(None, pair)) for pair in pairs)}"
    return Run(count(len(rows), "unchanged channel"), NAME), Run(f" {words}{names}. ")


def _lowered(rows: pd.DataFrame) -> str:
    verb = "was" if len(rows) == 1 else "were"
    severed = rows["lowest"] == SEVERED
    how = "severed" if severed.all() else "severed or narrowed" if severed.any() else "narrowed"
    return f"{verb} {how} for a time"


def _openness(compared: pd.DataFrame) -> list[str]:
    then, now = (_readings(compared[name]) for name in ("from_state", "to_state"))
    if not then or not now or len(compared) < _LEAST_FOR_OPENNESS:
        return []
    return [openness_words(then, now)]


def _readings(states: pd.Series) -> list[float]:
    """The openness of channels in these states, with its low and its high reading, partial as 0
    and as 1; nothing where none is known."""
    weighed = states[states.isin(list(WEIGHTS))]
    weights = [{**WEIGHTS, PARTIAL: share} for share in (WEIGHTS[PARTIAL], 0.0, 1.0)]
    return [float(weighed.map(each).mean()) for each in weights] if len(weighed) else []


def openness_words(then: Sequence[float], now: Sequence[float]) -> str:
    """Say how openness changed: `Openness rose from 60 to 66 % (low 52 to 56, high 68 to 77).`

    Each is openness with its low and its high reading, as shares; "" where one has none.
    """
    if not then or not now or any(share != share for share in (*then, *now)):
        return ""
    middle, low, high = (round(100 * share) for share in then)
    middle_now, low_now, high_now = (round(100 * share) for share in now)
    bounds = f" (low {low} to {low_now}, high {high} to {high_now})"
    if (low, low_now) == (high, high_now):
        bounds = ""
    if middle == middle_now:
        return f"Openness is {middle} % on both days{bounds}."
    word = "rose" if middle_now > middle else "fell"
    return f"Openness {word} from {middle} to {middle_now} %{bounds}."
