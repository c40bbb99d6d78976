"""The words of pairs: how many channels two parties share, and the worst state among them."""

import pandas as pd

from openline.analysis.pairs import MOST_SIDES, Paired
from openline.sentences.runs import count


def worst_words(number: int, total: int, state: str) -> str:
    """Say how many of several channels are in their worst state: `9 of 12 severed`, `both
    open`, `all 3 partial`; of one only the state."""
    if total == 1:
        return state
    if number < total:
        return f"{number:,} of {total:,} {state}"
    return f"both {state}" if total == 2 else f"all {total:,} {state}"


def pair_words(row: pd.Series) -> str:
    """Say what a pair's channels are: `12 channels, 9 of them severed; 1 with further parties`."""
    number, total = int(row["in_state"]), int(row["channels"])
    shared = int(row["shared"])
    words = count(total, "channel")
    words += f", {worst_words(number, total, row['state'])}"
    return f"{words}; {shared:,} with further parties" if shared else words


def unpaired_words(paired: Paired) -> str:
    """Say which channels are in no pair; "" where all do."""
    kinds = (
        (paired.alone, "of one party alone"),
        (paired.unnamed, "without parties"),
        (paired.large, f"of more than {MOST_SIDES} parties"),
    )
    said = [f"{count(number, 'channel')} {which}" for number, which in kinds if number]
    return f"In no pair: {', '.join(said)}." if said else ""
