"""The words of the dumbbell."""

from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

from openline.figures.compare.rows import ROOMS, place_ends
from openline.figures.compare.words import COUNT_GLYPHS, dumbbell_rules, dumbbell_words
from openline.figures.theme import LIGHT, MEDIUM, NARROW, WIDE

ComparedOf = Callable[..., pd.DataFrame]
_LONG = "Committee for the Prevention of Incidents on and over the High Sea"


def _words(frame: pd.DataFrame, width: str = WIDE) -> list[Any]:
    return dumbbell_words(place_ends(frame, width), frame, LIGHT, width)


def test_counts_are_named_above_their_columns(all_changes: pd.DataFrame) -> None:
    """Hovering over a glyph tells what is counted."""
    heads = _words(all_changes)[: len(COUNT_GLYPHS)]
    assert [item["hovertext"] for item in heads] == ["contacts", "overtures", "refusals"]
    assert [item["xshift"] for item in heads] == sorted(item["xshift"] for item in heads)
    assert heads[-1]["xshift"] == ROOMS[WIDE].right


def test_parties_are_only_named_where_they_differ(compared_of: ComparedOf) -> None:
    """Of one set of parties the channel alone stands at a row."""
    one = compared_of(("Line", "open", "severed", "closed"))
    assert not any("A–B" in item["text"] for item in _words(one))
    two = pd.concat([one, one.assign(parties="C; D")], ignore_index=True)
    assert any(item["text"].startswith("A–B <span") for item in _words(two))


@pytest.mark.parametrize("width", [WIDE, MEDIUM, NARROW])
def test_long_names_are_cut_and_whole_on_hover(compared_of: ComparedOf, width: str) -> None:
    """Long parties leave room to the channel; both are whole when hovered over."""
    sides = "; ".join(["France", "Israel", "Lebanon", "UNIFIL", "United States"])
    frame = compared_of((_LONG, "open", "severed", "closed"), ("Line", "open", "severed", "closed"))
    frame["parties"] = [sides, None]
    cut = [item for item in _words(frame, width) if "Incidents" in item.get("hovertext", "")]
    shown = " ".join(item["text"] for item in cut)
    assert len(cut) == (2 if width == MEDIUM else 1)
    assert "France" in shown
    assert "Committee" in shown
    assert shown.count("…") == 2
    assert all("United States" in item["hovertext"] for item in cut)


def test_medium_parties_stand_above_the_channel(compared_of: ComparedOf) -> None:
    """Where both have no room on a line, there are two; of one set of parties there is one."""
    one = compared_of(("Line", "open", "severed", "closed"))
    two = pd.concat([one, one.assign(parties="C; D")], ignore_index=True)
    texts = {item["text"]: item["y"] for item in _words(two, MEDIUM)}
    assert texts["A–B"] < texts["C–D"]
    assert place_ends(two, MEDIUM).room.row > place_ends(one, MEDIUM).room.row


def test_each_group_has_a_rule(all_changes: pd.DataFrame) -> None:
    """The rule runs over names, plot and counts; where there is no label column, over two."""
    wide = dumbbell_rules(place_ends(all_changes, WIDE), LIGHT)
    assert len(wide) == 3 * 5
    narrow = dumbbell_rules(place_ends(all_changes, NARROW), LIGHT)
    assert len(narrow) == 2 * 5
