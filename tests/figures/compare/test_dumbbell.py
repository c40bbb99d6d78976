"""The dumbbell of two days."""

from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

from openline.figures.compare.dumbbell import dumbbell, dumbbell_alt
from openline.figures.compare.rows import place_ends
from openline.figures.theme import DARK, LIGHT, MEDIUM, NARROW, WIDE

ComparedOf = Callable[..., pd.DataFrame]
DAYS = (pd.Timestamp("2022-10-05"), pd.Timestamp("2023-10-05"))


def _drawn(frame: pd.DataFrame, width: str = WIDE, page: int = 1) -> dict[str, Any]:
    return dumbbell(frame, DAYS, LIGHT, width, page).to_dict()


def _bars(drawn: dict[str, Any]) -> dict[str, Any]:
    return {trace["name"]: trace for trace in drawn["data"] if trace["type"] == "bar"}


def _heights(frame: pd.DataFrame, state: str) -> list[float]:
    """The heights of the marks of a state, the first day's before the second's."""
    drawn = dumbbell(frame, DAYS)
    return next(list(trace.width) for trace in drawn.data if trace.name == state)


def _words(drawn: dict[str, Any]) -> list[str]:
    return [item["text"] for item in drawn["layout"]["annotations"]]


@pytest.mark.parametrize("width", [WIDE, MEDIUM, NARROW])
def test_the_height_is_that_of_rows_and_groups(all_changes: pd.DataFrame, width: str) -> None:
    """Beside an axis of 26 pixels and a foot of 8."""
    figure = dumbbell(all_changes, DAYS, DARK, width)
    assert figure.layout.height == 26 + place_ends(all_changes, width).bottom + 8


def test_each_day_has_its_mark_in_the_state_s_fill(all_changes: pd.DataFrame) -> None:
    """The mark of the first day is smaller than that of the second; partial is striped."""
    bars = _bars(_drawn(all_changes))
    assert _heights(all_changes, "severed") == [9.0, 13.0]
    assert bars["partial"]["marker"]["pattern"]["shape"] == "/"
    assert bars["unknown"]["marker"]["line"]["color"] == LIGHT.unknown


def test_lines_point_to_the_second_day(all_changes: pd.DataFrame) -> None:
    """What opened points right, what closed left; a line to unknown is dotted."""
    data = _drawn(all_changes)["data"]
    heads = next(trace for trace in data if trace.get("mode") == "markers")
    assert list(heads["marker"]["symbol"]) == [
        "triangle-right",
        "triangle-left",
        "triangle-left",
        "triangle-left",
    ]
    dashes = [trace["line"]["dash"] for trace in data if "dash" in trace.get("line", {})]
    assert dashes == ["solid", "2px,3px"]


def test_a_new_channel_has_no_first_mark(compared_of: ComparedOf) -> None:
    """Where there was no channel there is no mark, no line, and no arrow."""
    frame = compared_of(("Line", None, "open", "new"))
    assert _heights(frame, "open") == [13.0]
    drawn = _drawn(frame)
    heads = next(trace for trace in drawn["data"] if trace.get("mode") == "markers")
    assert len(heads["x"]) == 0


def test_a_row_can_be_chosen_as_a_whole(all_changes: pd.DataFrame) -> None:
    """A click anywhere in a row gives the channel, hovering tells its story."""
    rows = _bars(_drawn(all_changes))["rows"]
    assert rows["customdata"] == [0, 1, 2, 3, 4]
    first = rows["hovertext"][0]
    assert "on 5 Oct 2022" in first
    assert "newest change on 1 May 2023" in first
    assert first.endswith("2 contacts, 1 overture in between")
    assert "not on record on 5 Oct 2022" in rows["hovertext"][2]


def test_the_states_are_the_axis(all_changes: pd.DataFrame, compared_of: ComparedOf) -> None:
    """States stand from severed to open; what is on no scale is named where it is alone."""
    both = _drawn(all_changes)["layout"]["xaxis"]
    assert ["severed" in text for text in both["ticktext"]] == [True, False, False]
    assert both["tickvals"] == sorted(both["tickvals"])
    one = _drawn(compared_of(("Line", "open", "ended", "ended")))["layout"]["xaxis"]
    assert "ended" in one["ticktext"][0]


def test_the_words_stand_beside_the_marks(all_changes: pd.DataFrame) -> None:
    """Each group says what it is, each row names both states and what is on record."""
    words = _words(_drawn(all_changes))
    assert any(text.startswith("<b>Opened 1</b>") and "higher" in text for text in words)
    row = next(text for text in words if "→" in text)
    assert row.index("severed") < row.index("→") < row.index("partial")
    assert words[:3] == ["|", "△", "×"]
    assert "2" in words


def test_the_alt_counts_the_changes(all_changes: pd.DataFrame) -> None:
    """Whoever does not see the figure reads how many changed in which way."""
    assert dumbbell_alt(all_changes, DAYS) == (
        "Dumbbell of 5 channels: the state on 5 Oct 2022 and on 5 Oct 2023; 1 opened, 1 closed, "
        "1 new, 1 ended, 1 unclear. The table below has a row for each."
    )


def test_nothing_of_a_record_is_markup(compared_of: ComparedOf) -> None:
    """Markup in names and sources is shown as text, whole or cut."""
    bad = '<a href="x">%{x}</a>&'
    frame = compared_of((bad, "open", "severed", "closed"), parties=f"{bad}; B", summary=bad)
    frame = pd.concat([frame, frame.assign(parties="C; D")], ignore_index=True)
    for width in (WIDE, NARROW):
        drawn = _drawn(frame, width)
        texts = [*_words(drawn), *_bars(drawn)["rows"]["hovertext"]]
        texts += [item.get("hovertext", "") for item in drawn["layout"]["annotations"]]
        assert not any("<a" in text for text in texts)


def test_many_rows_have_pages(compared_of: ComparedOf) -> None:
    """Forty rows are a page; groups go on with their whole number."""
    frame = compared_of(*((f"Line {i:03}", "open", "severed", "closed") for i in range(100)))
    last = _drawn(frame, page=3)
    assert len(_bars(last)["rows"]["customdata"]) == 20
    assert any(text.startswith("<b>Closed 100</b>") for text in _words(last))
    assert last["layout"]["height"] == 26 + 36 + 20 * 28 + 8
