"""The words of pairs."""

import pandas as pd
import pytest

from openline.analysis.pairs import Paired
from openline.sentences.pairs import pair_words, unpaired_words, worst_words


@pytest.mark.parametrize(
    ("number", "total", "words"),
    [
        (1, 1, "severed"),
        (1, 2, "1 of 2 severed"),
        (2, 2, "both severed"),
        (3, 3, "all 3 severed"),
        (1_000, 2_000, "1,000 of 2,000 severed"),
    ],
)
def test_the_worst_state_is_told_with_how_many(number: int, total: int, words: str) -> None:
    """One channel needs no number."""
    assert worst_words(number, total, "severed") == words


def test_a_pair_tells_what_it_shares_with_others() -> None:
    """Channels that have further parties are told apart."""
    row = pd.Series({"in_state": 9, "channels": 12, "state": "severed", "shared": 1})
    assert pair_words(row) == "12 channels, 9 of 12 severed; 1 with further parties"
    row = pd.Series({"in_state": 1, "channels": 1, "state": "open", "shared": 0})
    assert pair_words(row) == "1 channel, open"


def test_channels_in_no_pair_are_told_by_their_kind() -> None:
    """Nothing is said where each is in one."""
    assert unpaired_words(Paired(pd.DataFrame(), 0, 0, 0)) == ""
    words = unpaired_words(Paired(pd.DataFrame(), 1, 2, 1))
    assert words == (
        "In no pair: 1 channel of one party alone, 2 channels without parties, 1 channel of more "
        "than 12 parties."
    )
