"""The words of the questions on what a file means: what is asked, and what the buttons say."""

from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import Final, NamedTuple

from openline.sentences.runs import count

_ROOM: Final = 140
"""How many characters of proposals the bar has room for on a phone."""


class Asking(NamedTuple):
    """What is said of a question: the button that applies it, what is to be chosen, and what
    of the file that is; the button where proposals are named by their number; and what is said
    of one, and of several, that have neither an answer nor a proposal."""

    label: str
    asked: str
    of: str
    proposed: tuple[str, str] = ("", "")
    needed: tuple[str, str] = ("", "")


_ASKED: Final[Mapping[str, Asking]] = {
    "encoding": Asking("Use this encoding", "how its text is encoded", "the encoding"),
    "misfits": Asking(
        "Use these columns", "what a column with hardly any known words holds", "the columns"
    ),
    "columns": Asking(
        "Use these columns",
        "which column is which",
        "the columns",
        ("Use the proposed column", "Use the {:,} proposed columns"),
    ),
    "spans": Asking("Read rows as intervals", "whether rows are intervals", "what the rows are"),
    "left_out": Asking("Leave these rows out", "which rows are not observations", "the stray rows"),
    "filled": Asking(
        "Fill these cells", "whether empty cells take the value above them", "the empty cells"
    ),
    "made": Asking("Make these columns", "what to make the missing columns from", "the columns"),
    "sides": Asking("Use these parties", "who the parties are", "the parties"),
    "names": Asking(
        "Use these names", "which channel names mean the same one", "the names of channels"
    ),
    "words": Asking(
        "Use these words",
        "what its words mean",
        "the words",
        ("Use the proposed word", "Use the {:,} proposed words"),
        ("word still needs a meaning", "words still need a meaning"),
    ),
    "ends": Asking("Use this end", "what the end of an interval means", "the ends of intervals"),
}


def said_of(what: str) -> Asking:
    """Return what is said of a question; dates are asked about by their column."""
    if not what.startswith("dates_"):
        return _ASKED[what]
    return Asking(
        "Use these dates",
        f"how the dates in “{what.removeprefix('dates_')}” are written",
        "the dates",
        needed=("thing about them still needs an answer", "things about them still need an answer"),
    )


def apply_words(said: Asking, proposed: int) -> str:
    """Return what the button says that applies what is chosen, or the `proposed` things."""
    one, several = said.proposed
    named = one if proposed == 1 else several.format(proposed)
    return (named if proposed else "") or said.label


def choose_words(said: Asking, proposed: Sequence[str], needed: int) -> str:
    """Say what is to be chosen, what is proposed for it, and for how many things nothing is.

    >>> choose_words(said_of("words"), ["up → open", "down → severed"], 2)
    'Choose what its words mean: up → open, down → severed. 2 words still need a meaning.'
    """
    ends = accumulate(len(one) + len(", ") for one in proposed)
    named = max(1, sum(end <= _ROOM for end in ends))
    more = len(proposed) - named
    listed = ", ".join(proposed[:named]) + (f" and {more:,} more" if more > 0 else "")
    sentence = f"Choose {said.asked}{f': {listed}' if listed else ''}."
    if needed and all(said.needed):
        sentence += f" {count(needed, *said.needed)}."
    return sentence
