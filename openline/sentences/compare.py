"""The sentences of Compare: what differs between two days, and what happened in between."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import pandas as pd

from openline.record.columns import ENDED, LIVING_STATES, OPEN, SEVERED, STATUS_WORDS, UNKNOWN
from openline.record.dates import show_day
from openline.sentences.runs import STRONG, Run, Text, list_runs
from openline.sentences.status import one_parties

CHANGE_ORDER: Final = ("opened", "closed", "new", "ended", "unclear")
"""The changes in the order in which they are told; `unchanged` stands apart."""
MEANINGS: Final = {
    "opened": "to a higher state",
    "closed": "to a lower state",
    "new": "began, began again, or was first recorded, in between",
    "ended": "no longer there",
    "unclear": "from or to unknown",
}
_ROLES: Final = {"opened": OPEN, "closed": SEVERED, "ended": ENDED, "unclear": UNKNOWN}
_FEW: Final = 12
"""Of so many channels it is told which states they kept, and from where to where unclear ones
went."""


@dataclass(frozen=True, slots=True)
class StateCount:
    """How many channels are in a state on each of the two days."""

    state: str
    then: int
    now: int


def changed(compared: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of a comparison whose channels are not unchanged."""
    return compared[compared["change"] != "unchanged"]


def compare_headline(first: date, second: date, compared: pd.DataFrame, side: str = "") -> Text:
    """Say how many channels changed in which way between two days.

    `compared` is the comparison, with `moves`, how often each channel moved, and `recorded`,
    whether a new one was only first recorded; `side` names the one side whose channels these are.
    """
    parties = one_parties(compared)
    noun = f"{parties} channel" if parties else "channel"
    end = f" of {side}" if side and not parties else ""
    counts = compared["change"].value_counts()
    present = [(change, int(counts[change])) for change in CHANGE_ORDER if change in counts]
    if not present:
        return _all_unchanged(first, second, compared, noun, end)
    start = Run(f"Between {show_day(first)} and {show_day(second)}, ")
    few = len(compared) <= _FEW
    parts = [
        (change, number, verb)
        for change, total in present
        for number, verb in _verbs(change, total, compared, few)
    ]
    if len(compared) == 1:
        change, _, verb = parts[0]
        return (start, Run(f"the {noun} {verb}", _ROLES.get(change, "")), Run("."))
    runs = [
        Run(_clause(number, verb, noun if i == 0 else "", end), _ROLES.get(change, ""))
        for i, (change, number, verb) in enumerate(parts)
    ]
    return (start, *list_runs(runs), *_rest(compared, few), Run("."))


def state_counts(compared: pd.DataFrame) -> tuple[StateCount, ...]:
    """Count the channels in each state on both days; ended ones are not counted."""
    then, now = (compared[name].value_counts() for name in ("from_state", "to_state"))
    return tuple(
        StateCount(state, int(then.get(state, 0)), int(now.get(state, 0)))
        for state in LIVING_STATES
    )


def change_word(row: pd.Series) -> str:
    """Return what a list calls the change of a row of a comparison."""
    is_recorded = row["change"] == "new" and bool(row["recorded"])
    return "first recorded in between" if is_recorded else str(row["change"])


def unchanged_words(compared: pd.DataFrame) -> Text:
    """Say how many channels are unchanged, and in which states."""
    same = compared[compared["change"] == "unchanged"]
    runs = list_runs(_in_states(same))
    return (Run(f"Unchanged {len(same):,}", STRONG), Run(": "), *runs, Run("."))


def _in_states(rows: pd.DataFrame) -> list[Run]:
    counts = rows["to_state"].value_counts()
    return [Run(f"{counts[s]:,} {s}", s) for s in STATUS_WORDS if s in counts]


def other_day_words(as_of: date, second: date, last_day: date | None) -> Sequence[str]:
    """Say how the second day stands to the as-of day and to the record's last day, where it
    is another one."""
    words = []
    if second != as_of:
        words.append(
            f"A comparison uses its own two days; {show_day(as_of)} remains the as-of day on "
            "the other pages."
        )
    if last_day is not None and second > last_day:
        words.append(
            f"The record ends on {show_day(last_day)}; its last states are carried forward to "
            f"{show_day(second)}."
        )
    return words


def _all_unchanged(first: date, second: date, compared: pd.DataFrame, noun: str, end: str) -> Text:
    states = compared["to_state"].unique()
    who, verb = _everyone(len(compared), noun, end)
    if len(states) == 1:
        state = str(states[0])
        start = f"On {show_day(second)} as on {show_day(first)}, "
        have = "has" if len(compared) == 1 else "have"
        words = f"{who} {have} ended" if state == ENDED else f"{who} {verb} {state}"
        return (Run(start), Run(words, state), Run("."))
    were = "as it was" if verb == "is" else "as they were"
    words = f"On {show_day(second)}, {who} {verb} {were} on {show_day(first)}"
    if len(compared) > _FEW:
        return (Run(f"{words}."),)
    return (Run(f"{words}: "), *list_runs(_in_states(compared)), Run("."))


def _rest(compared: pd.DataFrame, few: bool) -> Text:
    """Say how many channels are unchanged; of few, how many stayed in which state."""
    same = compared[compared["change"] == "unchanged"]
    if not len(same):
        return ()
    if not few:
        return (Run(f"; {len(same):,} {'is' if len(same) == 1 else 'are'} unchanged"),)
    counts = same["to_state"].value_counts()
    runs = [Run(f"{counts[state]:,} {state}", state) for state in LIVING_STATES if state in counts]
    if runs:
        number, _, state = runs[0].text.partition(" ")
        runs[0] = Run(_kept(same, int(number), state), runs[0].role)
    if ENDED in counts:
        runs.append(Run(f"{counts[ENDED]:,} had ended before", ENDED))
    return (Run("; "), *list_runs(runs))


def _kept(same: pd.DataFrame, number: int, state: str) -> str:
    """In which state channels are as before; they stayed in it only where none moved."""
    if not (same["moves"] > 0).any():
        return f"{number:,} stayed {state}"
    return f"as before, {number:,} {'is' if number == 1 else 'are'} {state}"


def _everyone(number: int, noun: str, end: str) -> tuple[str, str]:
    if number == 1:
        return f"the {noun}{end}", "is"
    return f"{'both' if number == 2 else f'all {number:,}'} {noun}s{end}", "are"


def _clause(number: int, verb: str, noun: str, end: str) -> str:
    named = f" {noun}{'' if number == 1 else 's'}{end}" if noun else ""
    return f"{number:,}{named} {verb}"


def _verbs(change: str, number: int, compared: pd.DataFrame, few: bool) -> list[tuple[int, str]]:
    """What channels did, and how many; unclear ones of few went from a state to another, and
    new ones are told apart from those that were first recorded."""
    rows = compared[compared["change"] == change]
    if change == "new":
        recorded = int(rows["recorded"].sum())
        was = f"{'was' if recorded == 1 else 'were'} first recorded in between"
        parts = [(number - recorded, _is(number - recorded, "new")), (recorded, was)]
        return [(number, words) for number, words in parts if number]
    if change == "unclear" and few:
        ways = rows.groupby(["from_state", "to_state"], sort=False).size()
        return [(int(n), f"went from {then} to {now}") for (then, now), n in ways.items()]
    return [(number, _is(number, change) if change == "unclear" else change)]


def _is(number: int, word: str) -> str:
    return f"{'is' if number == 1 else 'are'} {word}"
