"""Names at the left and words at the right of rows."""

from collections.abc import Callable

import pandas as pd
import pytest

from openline.figures.frames import Frames
from openline.figures.sizes import LAYOUTS
from openline.figures.theme import LIGHT, NARROW, WIDE
from openline.figures.timeline.labels import names_cut, row_labels, state_words
from openline.figures.timeline.rows import place_rows

FramesOf = Callable[..., Frames]
SINCE = pd.Timestamp("2022-08-05")


def _status(*rows: tuple[str, str | None, str]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["channel", "parties", "state"])
    return frame.assign(channel_id=range(len(frame)), since=SINCE, days_in_state=514.0)


def _words(*states: str) -> str:
    """The right label of parties whose channels are in these states, in an overview."""
    rows = [(f"c{i}", "A; B", state) for i, state in enumerate(states)]
    filler = [(f"f{i}", f"X; {i}", "open") for i in range(41)]
    plan = place_rows(_status(*rows, *filler), LAYOUTS[WIDE])
    at = plan.groups.index[plan.groups["parties"] == "A; B"][0]
    return row_labels(plan, LIGHT, LAYOUTS[WIDE])[2 * at + 1]["text"]


def test_a_state_is_told_with_its_length() -> None:
    """The state is bold in its colour, its length beside it; an ended one gives its year."""
    words = state_words("severed", 426, SINCE, LIGHT)
    assert words == f'<span style="color:{LIGHT.severed_word}"><b>severed</b> 426 d</span>'
    assert "<b>ended</b> 2022" in state_words("ended", 9, SINCE, LIGHT)


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        (("severed", "severed", "open"), "<b>2 of 3 severed</b>"),
        (("severed", "severed"), "<b>both severed</b>"),
        (("open", "open", "open"), "<b>all 3 open</b>"),
        (("partial", "ended"), "<b>partial</b> 514 d"),
        (("open", "partial", "ended"), "<b>1 of 2 partial</b>"),
        (("unknown", "open"), "<b>1 of 2 open</b>"),
        (("ended", "ended"), "<b>both ended</b>"),
        (("ended",), "<b>ended</b> 2022"),
    ],
)
def test_parties_tell_their_worst_state(states: tuple[str, ...], expected: str) -> None:
    """Parties show how many channels are in the worst state; ended ones are not counted."""
    assert expected in _words(*states)


def test_lines_of_ended_channels_are_told_on_hover() -> None:
    """Where the label counts fewer channels than there are lines, the hover says why."""
    rows = [("a", "A; B", "severed"), ("b", "A; B", "ended"), ("c", "C; D", "open")]
    filler = [(f"f{i}", f"X; {i}", "open") for i in range(41)]
    plan = place_rows(_status(*rows, *filler), LAYOUTS[WIDE])
    totals = ["Time in each state"] * len(plan.groups)
    hovers = [label["hovertext"] for label in row_labels(plan, LIGHT, LAYOUTS[WIDE], totals)]
    told = [hover.replace("<br>", " ") for hover in hovers if "ended" in hover]
    assert len(told) == 2
    assert "2 channels, 1 of them ended and not counted at the right" in told[0]


def test_cut_names_have_the_whole_name_on_hover() -> None:
    """A cut name ends in an ellipsis and gives itself whole on hovering."""
    name = "A <very> long name of a channel that does not fit in the column"
    plan = place_rows(_status((name, "A; B", "open")), LAYOUTS[WIDE])
    left = row_labels(plan, LIGHT, LAYOUTS[WIDE])[0]
    assert left["text"] == "A &lt;very&gt; long name of a channel that does…"
    assert left["hovertext"].replace("<br>", " ").endswith("fit in the column")


def test_hostile_names_are_text() -> None:
    """Markup in names of channels and parties is shown as text, in rows and heads."""
    rows = [('<a href="x">', "<b>A</b>; B", "open"), ("&amp;", "C; D", "open")]
    plan = place_rows(_status(*rows), LAYOUTS[WIDE])
    texts = [label["text"] for label in row_labels(plan, LIGHT, LAYOUTS[WIDE])]
    assert '&lt;a href="x"&gt;' in texts
    assert "&amp;amp;" in texts
    assert "<b>&lt;b&gt;A&lt;/b&gt;–B</b>" in texts


def test_the_only_channel_of_parties_is_named() -> None:
    """In an overview the channel's name follows its parties in muted text, as far as it fits."""
    rows = [(f"Talks {i}", f"Side {i}; Zed", "open") for i in range(41)]
    plan = place_rows(_status(*rows), LAYOUTS[WIDE])
    text = row_labels(plan, LIGHT, LAYOUTS[WIDE])[0]["text"]
    assert text == f'Side 0–Zed <span style="color:{LIGHT.muted}">Talks 0</span>'


def test_parties_may_be_missing() -> None:
    """Channels without parties are named by themselves, several under words that say so."""
    rows = [(f"c{i}", "A; B", "open") for i in range(41)]
    single = place_rows(_status(*rows, ("Lone line", None, "severed")), LAYOUTS[WIDE])
    first = row_labels(single, LIGHT, LAYOUTS[WIDE])[0]["text"]
    assert "Lone line" in first
    pair = place_rows(_status(*rows, ("x", None, "severed"), ("y", None, "open")), LAYOUTS[WIDE])
    assert "no parties given" in row_labels(pair, LIGHT, LAYOUTS[WIDE])[0]["text"]


def test_narrow_words_stand_left_of_the_line() -> None:
    """On a phone name and word share the line above the bar, the word 5 left of the line."""
    plan = place_rows(_status(("a", "A; B", "open")), LAYOUTS[NARROW])
    left, right = row_labels(plan, LIGHT, LAYOUTS[NARROW])
    assert left["y"] == right["y"] == plan.rows["y"].iloc[0] - 30
    assert (right["xanchor"], right["xshift"]) == ("right", -5)


def test_names_that_rows_cut_are_known() -> None:
    """Those that are too long for the names of a layout, whole."""
    long = "International merchant ship (maritime) channel of both"
    status = _status((long, "A; B", "open"), ("Hotline", "A; B", "open"))
    assert names_cut(status, WIDE) == names_cut(status, NARROW) == (long,)
