"""The whole timeline, from empty to 300 channels."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from openline.figures.frames import Frames
from openline.figures.sizes import LAYOUTS
from openline.figures.theme import DARK, LIGHT, MEDIUM, NARROW, WIDE, Theme
from openline.figures.timeline.rows import place_rows
from openline.figures.timeline.timeline import marked_causes, state_totals, timeline, timeline_alt
from openline.view.parameters import SORTS

FramesOf = Callable[..., Frames]


def _names(frames: Frames) -> set[str]:
    return {trace.get("name", "") for trace in timeline(frames).to_dict()["data"]}


def _height(frames: Frames, width: str = WIDE) -> int:
    return int(timeline(frames, width=width).layout.height)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("width", [WIDE, MEDIUM, NARROW])
def test_the_height_is_whole_pixels(few: Frames, many: Frames, theme: Theme, width: str) -> None:
    """A page reserves the height of a figure in whole pixels."""
    for frames in (few, many):
        height = timeline(frames, theme, width).layout.height
        assert height == int(height) > 0


def test_eleven_rows_are_444_high(many: Frames) -> None:
    """11 channels of one set of parties are 444 pixels high, 710 on a phone."""
    frames = replace(many, status=many.status.head(11).assign(parties="A; B"))
    assert _height(frames) == 444
    assert _height(frames, NARROW) == 710


def test_rows_have_marks_and_the_overview_has_none(few: Frames, many: Frames) -> None:
    """Rows show contacts, overtures and refusals; an overview leaves them a click away."""
    assert {"contact", "overture", "refusal"} <= _names(few)
    assert not {"contact", "overture", "refusal"} & _names(many)


def test_the_overview_gives_parties_to_a_click(many: Frames) -> None:
    """Lines of an overview carry parties, rows carry channels."""
    bars = [trace for trace in timeline(many).to_dict()["data"] if trace["type"] == "bar"]
    assert all(item.endswith("; Zed") for trace in bars for item in trace["customdata"])


def test_three_hundred_channels_stay_small(many: Frames) -> None:
    """A page of an overview holds 120 lines, whatever the record holds."""
    figure = timeline(many, page=2)
    assert len(figure.to_json()) < 300_000
    assert not any(trace.get("mode") == "markers" for trace in figure.to_dict()["data"])


@pytest.mark.parametrize("sort", SORTS)
def test_every_order_draws_every_channel(few: Frames, sort: str) -> None:
    """Each order shows the same names."""
    texts = [item["text"] for item in timeline(few, sort=sort).to_dict()["layout"]["annotations"]]
    assert {"Hotline", "Talks", "Ministers", "Old forum"} <= set(texts)


def test_one_channel_is_one_row(frames_of: FramesOf) -> None:
    """A single channel has its row and neither openness nor a head."""
    frames = frames_of("a,P; Q,2020-01-01,,open,,,")
    figure = timeline(frames).to_dict()
    assert _height(frames) < 80
    assert not any("Openness" in item["text"] for item in figure["layout"]["annotations"])
    assert len(figure["layout"]["shapes"]) == 1


def test_nothing_is_drawn_of_nothing(few: Frames) -> None:
    """Without channels drawing does not fail."""
    empty = Frames(
        few.as_of, *(f.head(0) for f in (few.spans, few.status, few.observations, few.openness))
    )
    assert len(timeline(empty, causes=True).data) == 0
    assert timeline_alt(empty).startswith("Timeline of 0 channels")


def test_a_channel_born_on_the_as_of_day_is_drawn(frames_of: FramesOf) -> None:
    """A span of no length has its arrow and word."""
    frames = frames_of("a,P; Q,2024-01-01,,severed,,,")
    texts = [item["text"] for item in timeline(frames).to_dict()["layout"]["annotations"]]
    assert any("<b>severed</b> 0 d" in text for text in texts)


def test_several_parties_have_heads(frames_of: FramesOf) -> None:
    """Rows of several parties stand under their names, each with a rule over the whole width."""
    frames = frames_of("a,P; Q,2020-01-01,,open,,,", "b,R; S,2020-01-01,,open,,,")
    layout = timeline(frames).to_dict()["layout"]
    assert {"<b>P–Q</b>", "<b>R–S</b>"} <= {item["text"] for item in layout["annotations"]}
    assert len(layout["shapes"]) == 1 + 2 * 2


def test_hostile_text_is_text(frames_of: FramesOf) -> None:
    """No cell of a record becomes markup anywhere in the figure."""
    bad = '"<a href=""https://x.example"">%{x}</a> &"'
    frames = frames_of(
        f"{bad},<b>P</b>; Q,2020-01-01,,open,{bad},{bad},{bad}",
        f"{bad},<b>P</b>; Q,2021-01-01,refusal,severed,{bad},{bad},",
        "Other,R; S,2020-01-01,,open,,,",
    )
    text = timeline(frames).to_json() + timeline(frames, DARK, NARROW).to_json()
    text = text.replace("\\u003c", "<").replace("\\u003e", ">").replace("\\u0026", "&")
    assert not any(markup in text for markup in ("<a ", "<b>P</b>;", "<b>P</b>–", "hovertemplate"))
    assert "&lt;a href" in text


def test_the_alternative_tells_the_finding(few: Frames) -> None:
    """Those who do not see the figure read counts, openness and the longest severance."""
    assert timeline_alt(few, start=pd.Timestamp("2014-01-01")) == (
        "Timeline of 4 channels from 1 Jan 2014 to 1 Jan 2024: "
        "1 severed, 1 partial, 1 open, 1 unknown. Openness is 50 % (33 % low, 67 % high). "
        "Severed longest: Hotline, for 514 d."
    )


def test_causes_are_drawn_on_demand(few: Frames) -> None:
    """Cause markers raise the figure by the strip of their words, and are told in its text."""
    plain, marked = timeline(few), timeline(few, causes=True)
    assert marked.layout.height == plain.layout.height + 17 + 8
    words = [item.text for item in marked.layout.annotations if item.text.startswith("Visit")]
    assert len(words) == 1
    assert timeline_alt(few, causes=True).endswith("Causes marked: Visit, 5 Aug 2022: 1 closing.")
    assert "Causes" not in timeline_alt(few)
    assert marked_causes(few) == (1, 1)


def test_rows_tell_their_time_in_state(few: Frames) -> None:
    """Hovering over a name or a state's word tells the days in each state."""
    annotations = timeline(few).layout.annotations
    hovers = [item.hovertext for item in annotations if item.text in ("Hotline",)]
    assert len(hovers) == 1
    assert "<b>Hotline</b>" in hovers[0]
    assert "2,408 d · 82 %" in hovers[0]


def test_days_stand_beside_shares_of_the_known_days(frames_of: FramesOf) -> None:
    """Each state that a channel was in has its days; the unknown ones have no share."""
    frames = frames_of(
        "a,P; Q,2023-01-01,,open,,,",
        "a,P; Q,2023-01-31,,severed,,,",
        "a,P; Q,2023-02-10,,unknown,,,",
        day=date(2023, 2, 15),
    )
    (told,) = state_totals(place_rows(frames.status, LAYOUTS[WIDE]), frames.shares, LIGHT)
    assert told.count("<br>") == 3
    for words in ("open</span></b> 30 d · 75 %", "severed</span></b> 10 d · 25 %"):
        assert words in told
    assert told.endswith("unknown</span></b> 5 d")
    assert "partial" not in told


def test_an_overview_pools_the_channels_of_parties(many: Frames) -> None:
    """A group of lines tells the days of all its channels."""
    plan = place_rows(many.status, LAYOUTS[WIDE])
    told = state_totals(plan, many.shares, LIGHT)
    assert len(told) == len(plan.groups)
    shown = plan.rows[plan.rows["group"] == 0]["channel_id"]
    assert many.shares is not None
    days = many.shares.set_index("channel_id").loc[shown, "open_days"].sum()
    assert f"{days:,.0f} d" in told[0]


def test_without_shares_nothing_is_told(few: Frames) -> None:
    """Frames without time in state give no text."""
    assert state_totals(place_rows(few.status, LAYOUTS[WIDE]), None, LIGHT) == []
