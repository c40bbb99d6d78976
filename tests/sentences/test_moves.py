"""The lines of newest openings and closings."""

from collections.abc import Callable

import pytest

from openline.analysis.evidence import Evidence
from openline.analysis.openings import openings
from openline.sentences.moves import move_name, move_words
from openline.sentences.runs import plain


@pytest.mark.parametrize(
    ("rows", "words", "role"),
    [
        (["2023-05-01,,open"], "1 May 2023 established", "open"),
        (["2023-05-01,,partial"], "1 May 2023 established → partial", "partial"),
        (
            ["2020-01-01,,severed", "2023-05,,partial"],
            "May 2023 reopened → partial, after 1,216–1,246 d",
            "partial",
        ),
        (["2023-04-01,,open", "2023-05-01,,severed"], "1 May 2023 severed, after 30 d", "severed"),
        (
            ["2023-04-01,,open", "2023-05-01,,partial"],
            "1 May 2023 narrowed → partial, after 30 d",
            "partial",
        ),
        (["2023-04-01,,open", "2023-05-01,ended,"], "1 May 2023 ended, after 30 d", "ended"),
    ],
)
def test_a_move_is_told_with_its_new_state(
    seen: Callable[..., Evidence], rows: list[str], words: str, role: str
) -> None:
    """The change, the state that it led to and what it ended stand in one line."""
    row = openings(seen(*[f"Talks,A; B,,,{row}" for row in rows])).iloc[0]
    text = move_words(row)
    assert plain(text) == words
    assert text[1].role == role


def test_the_parties_are_named_where_there_are_several(seen: Callable[..., Evidence]) -> None:
    """A name alone is enough where all channels are of the same parties."""
    row = openings(seen("Talks,A; B,,,2023-05-01,,open")).iloc[0]
    assert plain(move_name(row, with_parties=True)) == "A–B, Talks"
    assert plain(move_name(row, with_parties=False)) == "Talks"
