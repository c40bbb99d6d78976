"""The words beside rows of gaps."""

import pandas as pd

from openline.figures.canvas import Drawing
from openline.figures.gaps.names import fitting_names, gap_hovers, ranked_hovers, row_label
from openline.figures.theme import LIGHT

_ROW = pd.Series({"parties": "China; United States", "channel": "Theater commanders talk"})
_GAP = {
    "gap": "severance",
    "parties": "A; <b>B",
    "channel": "<script>",
    "start_text": "2022-08",
    "end_text": "2022-10-05",
    "ongoing": False,
    "onset_known": True,
    "days": 65.0,
    "days_min": 35.0,
    "days_max": 65.0,
    "cause": "Visit & drill",
    "summary": "Cut.",
    "source": "Wire",
}
_RANKS = ("ended", "longer_than", "longer_least", "own_ended", "own_longer_than")


def _named(limit: int, several: bool = True) -> Drawing:
    names = fitting_names(pd.DataFrame([_ROW]), several, limit)
    return row_label(_ROW, names, 14, 1, LIGHT, limit)


def test_a_name_is_parties_then_channel() -> None:
    """Parties lead and the channel follows muted; alone, the channel is the name."""
    words = _named(60)
    assert words["text"].startswith("China–United States <span")
    assert "hovertext" not in words
    assert _named(60, several=False)["text"] == "Theater commanders talk"


def test_a_long_name_is_cut_and_whole_in_its_hover() -> None:
    """A name that does not fit ends in an ellipsis; hovering over it gives all of it."""
    words = _named(30)
    assert "…" in words["text"]
    assert words["hovertext"] == "China–United States<br>Theater commanders talk"


def test_names_that_begin_alike_are_cut_in_the_middle() -> None:
    """Of rows that would look the same the ends are shown; others are cut at their end."""
    long = "Committee on Incidents at Sea and in the Air,"
    channels = [f"{long} Navy", f"{long} Army", "Theater commanders talk, which is long as well"]
    rows = pd.DataFrame([{"parties": "A; B", "channel": name} for name in channels])
    names = [fitting_names(rows, False, 30)["", channel][1] for channel in channels]
    assert names[0].startswith("Committee")
    assert names[0].endswith("Navy")
    assert names[1].endswith("Army")
    assert names[2].endswith("…")
    sides = pd.DataFrame(
        [{"parties": f"Abkhazia; Georgia; Russia; {end}", "channel": "L"} for end in ("UN", "US")]
    )
    shown = [short for short, _ in fitting_names(sides, True, 20).values()]
    assert [name[-2:] for name in shown] == ["UN", "US"]


def test_a_gap_tells_dates_length_cause_and_source() -> None:
    """Whatever a record says is shown as text."""
    (text,) = gap_hovers(pd.DataFrame([_GAP]), LIGHT)
    assert text.startswith("<b>&lt;script&gt;</b><br>")
    assert "Aug 2022 – 5 Oct 2022 · 35–65 d" in text
    assert "Cause: Visit &amp; drill" in text
    assert "Wire" in text


def test_a_gap_that_goes_on_tells_its_ranks() -> None:
    """How unusual a gap is stands last."""
    numbers = dict.fromkeys((*_RANKS, "own_longer_least"), 2)
    row = _GAP | {"ongoing": True, "onset_known": False} | numbers
    (text,) = ranked_hovers(pd.DataFrame([row]), LIGHT)
    assert "since Aug 2022 · at least 35–65 d so far" in text
    assert text.endswith("Longer than all 2 ended<br>in its channel, longer than all 2 before")
