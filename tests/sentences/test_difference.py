"""What differs between two records, in words."""

import pandas as pd
import pytest

from openline.sentences.difference import change_sentence, standing_words
from openline.sentences.runs import plain


def test_what_changed_is_counted() -> None:
    """Rows added, removed and changed are told apart, and channels that stand otherwise."""
    rows = pd.DataFrame({"change": ["added", "changed", "added", "removed"]})
    none = pd.DataFrame()
    assert change_sentence(rows, none) == (
        "2 rows added, 1 row removed and 1 row changed; no channel’s status changes as a result."
    )
    one = pd.DataFrame({"x": [1]})
    assert "the status of 1 channel changes" in change_sentence(rows.head(1), one)
    assert change_sentence(rows.head(0), none).startswith("No row differs")


@pytest.mark.parametrize(
    ("before", "after", "differs", "words"),
    [
        ("open", "severed", "state", "A–B Hotline: open → severed"),
        (None, "open", "state", "A–B Hotline: new, open"),
        ("open", None, "state", "A–B Hotline: open → no longer in the record"),
        ("open", "open", "last_contact", "A–B Hotline: open, last contact differs"),
    ],
)
def test_how_a_channel_stands_is_told(
    before: str | None, after: str | None, differs: str, words: str
) -> None:
    """Both states are named, or what else differs."""
    row = pd.Series(
        {
            "parties": "A; B",
            "channel": "Hotline",
            "from_state": before,
            "to_state": after,
            "differs": differs,
        },
        dtype=object,
    )
    assert plain(standing_words(row)) == words
