"""The causes of severances as a figure for a picture."""

from typing import Any

import pytest

from openline.analysis.causes import caused, causes
from openline.figures.gaps.causes import MOST_DRAWN, causes_figure
from openline.figures.svg.drawing import svg_of
from openline.figures.theme import MEDIUM, NARROW, WIDE
from openline.figures.whole_names import with_whole_names
from tests.asking import evidence, read

ROWS = (
    "Hotline,A; B,2020-01-01,severed,Storm",
    "Hotline,A; B,2020-04-10,open,",
    "Talks,A; B,2020-01-01,severed,Storm",
    "Visits,A; B,2020-02-01,severed,<b>Flood</b>",
    "Visits,A; B,2020-02-11,open,",
    "Rounds,A; B,2020-03-01,severed,",
)


def _drawn(rows: tuple[str, ...] = ROWS, width: str = WIDE) -> Any:
    seen = evidence(read("channel,parties,date,state,cause", *rows), "2020-12-31")
    return causes_figure(causes(seen), caused(seen), width=width)


def test_each_severance_is_a_mark_at_its_length() -> None:
    """A dot where it is over, after 100 and 10 days; an arrow head where it goes on, after 365
    and 305; a stem to the longest of each of three causes."""
    stems, dots, heads = _drawn().to_plotly_json()["data"]
    assert sorted(dots["x"]) == [10, 100]
    assert sorted(heads["x"]) == [305, 365]
    assert sorted(x for x in stems["x"] if x > 0) == [10, 305, 365]


def test_a_row_says_what_the_list_says() -> None:
    """Cause, number, lengths and what is unhealed; a cause is text, whatever it holds."""
    words = [note["text"] for note in _drawn().to_plotly_json()["layout"]["annotations"]]
    assert words[0].startswith("<b>Storm</b>")
    assert "2 severances" in words[0]
    assert words[1].replace("\xa0", " ") == "100–365 d so far; 1 still severed"
    assert "&lt;b&gt;Flood&lt;/b&gt;" in words[2]
    assert words[4].startswith("<b>No cause given</b>")


def test_a_picture_has_a_long_cause_in_full() -> None:
    """It goes on below, and what stands further down makes room."""
    cause = "A visit to the disputed island by its former governor and his twelve advisers"
    drawn = _drawn((f"Patrol,A; B,2020-01-01,severed,{cause}", *ROWS))
    whole = with_whole_names(drawn)
    assert cause not in svg_of(drawn)
    assert "advisers" in svg_of(whole)
    assert whole.layout.height > drawn.layout.height


@pytest.mark.parametrize("width", [WIDE, MEDIUM, NARROW])
def test_a_picture_has_the_first_causes(width: str) -> None:
    """Of many causes those with most severances are drawn, at every width."""
    rows = tuple(f"Line {i},A; B,2020-01-0{1 + i % 9},severed,Cause {i}" for i in range(40))
    drawn = _drawn(rows, width)
    assert svg_of(drawn).count("Cause ") == MOST_DRAWN
    assert len(_drawn(ROWS[:1], width).data) == 3
