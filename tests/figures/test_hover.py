"""What is read on hovering."""

from collections.abc import Callable

import numpy as np
import pandas as pd

from openline.figures.frames import Frames
from openline.figures.hover import (
    brief_hovers,
    comparison_hovers,
    gap_hovers,
    mark_hovers,
    openness_hovers,
    ranked_hovers,
    span_hovers,
    with_seen,
)
from openline.figures.theme import LIGHT

FramesOf = Callable[..., Frames]
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


def test_a_span_tells_its_whole_story(few: Frames) -> None:
    """Channel, state, dates, length, cause, summary and source stand under one another."""
    spans = few.spans[few.spans["state"] == "severed"]
    parts = span_hovers(spans, LIGHT)[0].split("<br>")
    assert parts[0] == "<b>Hotline</b>"
    assert parts[1].endswith("severed</span></b> · since 5 Aug 2022 · 514 d")
    assert parts[2:4] == ["Cause: Visit", "No answer."]
    assert parts[4] == f'<span style="color:{LIGHT.muted}">Wire</span>'


def test_dates_keep_their_precision(few: Frames) -> None:
    """A span that began in a month or a year says so, and its length is a range."""
    spans = few.spans[few.spans["channel"] == "Ministers"]
    assert "since Jun 2018 · 2,011–2,040 d" in span_hovers(spans, LIGHT)[0]


def test_the_overview_tells_two_things(few: Frames) -> None:
    """In the overview hovering gives channel and parties, then state, dates and length."""
    spans = few.spans[few.spans["state"] == "severed"]
    text = brief_hovers(spans, LIGHT)[0]
    assert "A–B" in text
    assert not any(word in text for word in ("Cause", "Wire"))


def test_nothing_of_a_record_is_markup(frames_of: FramesOf) -> None:
    """Markup in any cell is shown as text."""
    bad = '"<a href=""x"">%{x}</a>&"'
    frames = frames_of(f"{bad},P; Q,2020-01-01,,open,{bad},{bad},{bad}")
    for text in (span_hovers(frames.spans, LIGHT)[0], brief_hovers(frames.spans, LIGHT)[0]):
        assert "<a" not in text
        assert all(entity in text for entity in ("&lt;a href=", "&amp;"))


def test_a_carried_piece_says_when_it_was_last_observed() -> None:
    """The last observation's date stands below, as precise as it was given."""
    texts = with_seen(np.array(["a"], dtype=object), np.array(["2021"], dtype=object), LIGHT)
    assert "last observed 2021" in texts[0]


def test_openness_tells_its_bounds_where_they_differ(few: Frames) -> None:
    """Openness is told in percent since its day, with its bounds if they differ."""
    texts = openness_hovers(few.openness)
    assert texts[0] == "<b>Openness 100 %</b> from 1 Jan 2015"
    assert "50 %" not in texts[0]
    assert any("% low, " in text for text in texts)


def test_a_comparison_tells_both_days_and_what_came_between(all_changes: pd.DataFrame) -> None:
    """Both states with their days, the newest change, its story, and the counts."""
    days = (pd.Timestamp("2022-10-05"), pd.Timestamp("2023-10-05"))
    parts = comparison_hovers(all_changes, days, LIGHT)[0].split("<br>")
    assert parts[0] == "<b>Raised</b>"
    assert parts[2].endswith("severed</span></b> on 5 Oct 2022")
    assert parts[3].endswith("partial</span></b> on 5 Oct 2023")
    assert parts[4:6] == ["newest change on 1 May 2023", "It was."]
    assert parts[-1] == "2 contacts, 1 overture in between"
    still = comparison_hovers(all_changes.assign(moved_text=None), days, LIGHT)[0]
    assert "newest change" not in still


def test_a_mark_that_stands_for_several_tells_how_many() -> None:
    """A merged mark tells its number and dates, then the newest; a single one its date."""
    row = {"channel": "a", "actor": "B", "summary": "Asked.", "source": None, "count": 3}
    row["event"] = "overture"
    marks = pd.DataFrame([{**row, "date": "2023-07-14", "first_text": "2023-06-02"}])
    assert mark_hovers(marks, LIGHT)[0] == (
        "<b>a</b><br><b>3 overtures</b>, 2 Jun – 14 Jul 2023<br>by B<br>Asked."
    )
    assert "<b>overture</b> · 14 Jul 2023" in mark_hovers(marks.assign(count=1), LIGHT)[0]


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
