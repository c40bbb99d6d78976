"""The band of one channel."""

from collections.abc import Callable

import pytest

from openline.figures.frames import Frames
from openline.figures.svg.drawing import svg_of
from openline.figures.theme import DARK, NARROW, WIDE
from openline.figures.timeline.band import band, band_alt, still_bands

FramesOf = Callable[..., Frames]


@pytest.fixture(name="story")
def _story(frames_of: FramesOf) -> Frames:
    return frames_of(
        "Line,A; B,2000-01-01,,open,,,",
        "Line,A; B,2010-01-01,,severed,,,",
        "Line,A; B,2018-01-01,contact,partial,,,",
        "Line,A; B,2019-01-01,check,partial,,,",
        "Line,A; B,2020-01-01,overture,,,,",
        "Line,A; B,2021-01-01,refusal,,,,",
        "Line,A; B,2022-01-01,,open,,,",
    )


def _texts(frames: Frames, width: str = WIDE) -> list[str]:
    return [
        item["text"] for item in band(frames, 0, width=width).to_dict()["layout"]["annotations"]
    ]


@pytest.mark.parametrize(("width", "height"), [(WIDE, 186), (NARROW, 256)])
def test_the_height_is_that_of_its_lanes(story: Frames, width: str, height: int) -> None:
    """A band has its five lanes, whatever stands in them."""
    assert band(story, 0, DARK, width).layout.height == height


def test_lanes_count_their_observations(story: Frames) -> None:
    """Each kind of observation has a lane with its number, each row a mark."""
    lanes = [text for text in _texts(story) if text.split()[0] in ("changes", "checks", "contacts")]
    assert [text.split()[0] for text in lanes] == ["changes", "checks", "contacts"]
    data = {trace.get("name"): trace for trace in band(story, 0).to_dict()["data"]}
    assert {"change", "check", "contact", "overture", "refusal"} <= set(data)
    assert len(data["change"]["hovertext"]) == 3


def test_lengths_stand_in_long_pieces(story: Frames) -> None:
    """Pieces over 58 pixels have their length inside, the ongoing one at the right."""
    texts = _texts(story)
    assert {"10.0 yr", "8.0 yr"} <= set(texts)
    assert sum("730 d" in text for text in texts) == 1


def test_the_band_begins_with_the_channel(story: Frames) -> None:
    """The axis spans the whole life, from the first row to the as-of day."""
    first, last = band(story, 0).to_dict()["layout"]["xaxis"]["range"]
    assert last - first == 8766


def test_a_short_life_shows_its_first_day(frames_of: FramesOf) -> None:
    """Where no year fits, the first day stands at the left."""
    assert "1 Nov 2023" in _texts(frames_of("Line,A; B,2023-11-01,,open,,,"))


def test_an_ended_channel_says_when(frames_of: FramesOf) -> None:
    """An ended channel has its year at the right and no arrow."""
    frames = frames_of("Line,A; B,2010-01-01,,open,,,", "Line,A; B,2020-01-01,ended,,,,")
    assert any("<b>ended</b> 2020" in text for text in _texts(frames))
    symbols = [trace.get("marker", {}).get("symbol") for trace in band(frames, 0).to_dict()["data"]]
    assert "triangle-right" not in symbols


def test_the_alternative_tells_the_story(story: Frames) -> None:
    """Those who do not see the band read state, severances and numbers of observations."""
    assert band_alt(story, 0) == (
        "Band of Line from 1 Jan 2000 to 1 Jan 2024: open since 1 Jan 2022, severed 1 time. "
        "Observations: 3 changes, 1 check, 1 contact, 1 overture, 1 refusal."
    )


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_a_band_drawn_without_a_browser_is_the_same(story: Frames, width: str) -> None:
    """What nothing hovers over differs in nothing that is seen."""
    (still,) = still_bands(story, 0, DARK, [width])
    assert svg_of(still) == svg_of(band(story, 0, DARK, width))
