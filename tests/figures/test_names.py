"""Names are cut so that they are told apart, and whole on hovering."""

import pandas as pd
import pytest

from openline.figures.canvas import Drawing
from openline.figures.names import (
    cut_apart,
    cut_names,
    fitted,
    measure,
    name_in_full,
    name_label,
    names_of,
)
from openline.figures.theme import LIGHT

_PARTIES, _CHANNEL = "China; United States", "Theater commanders talk"
_LONG = "Committee on Incidents at Sea and in the Air,"


def _label(limit: int, several: bool = True) -> Drawing:
    rows = pd.DataFrame([{"parties": _PARTIES, "channel": _CHANNEL}])
    (name,) = names_of(rows, several, limit, 0.38 * limit)
    return name_label(name, 14, LIGHT, limit, 1)


def test_a_name_is_parties_then_channel() -> None:
    """Parties lead and the channel follows muted; alone, the channel is the name."""
    words = _label(60)
    assert words["text"].startswith("China–United States <span")
    assert "hovertext" not in words
    assert _label(60, several=False)["text"] == _CHANNEL


def test_a_long_name_is_cut_and_whole_in_its_hover() -> None:
    """A name that does not fit ends in an ellipsis; hovering over it gives all of it."""
    words = _label(30)
    assert "…" in words["text"]
    assert words["hovertext"] == "China–United States<br>Theater commanders talk"
    assert "…" not in words["name"]


def test_rows_that_begin_alike_are_cut_in_the_middle() -> None:
    """Of rows that would look the same the ends are shown; others are cut at their end."""
    channels = [f"{_LONG} Navy", f"{_LONG} Army", "Theater commanders talk, which is long as well"]
    names = [name.cut_channel for name in cut_names([("", channel) for channel in channels], 30)]
    assert names[0].startswith("Committee")
    assert [name[-4:] for name in names[:2]] == ["Navy", "Army"]
    assert names[2].endswith("…")
    sides = [(f"Abkhazia–Georgia–Russia–{end}", "L") for end in ("UN", "US")]
    assert [name.cut_parties[-2:] for name in cut_names(sides, 20, 8)] == ["UN", "US"]


def test_parties_leave_to_the_channel_what_is_kept_for_it() -> None:
    """All that it needs if that is less; with nothing kept, what is too short is left out; with a
    line each, both have all of it."""
    sides = "France–Israel–Lebanon–UNIFIL–United States"
    (kept,) = cut_names([(sides, _LONG)], 40, 20)
    assert measure(kept.cut_parties) <= 20 + 1
    assert measure(kept.cut_channel) <= 40 - measure(kept.cut_parties)
    assert kept.cut_channel.startswith("Committee")
    (short,) = cut_names([(sides, "Line")], 40, 20)
    assert short.cut_channel == "Line"
    assert measure(short.cut_parties) > 20
    (none,) = cut_names([(sides, _LONG)], 40)
    assert (none.cut_channel, none.dressed(LIGHT.muted)) == ("", none.cut_parties)
    (apart,) = cut_names([(sides, _LONG)], 40, None)
    assert min(measure(apart.cut_parties), measure(apart.cut_channel)) > 24


def test_parties_that_stand_alone_are_bold() -> None:
    """And are cut a little sooner, as bold letters are wider."""
    (name,) = cut_names([("mm mm mm", "")], 11)
    assert name.dressed(LIGHT.muted) == "<b>mm mm…</b>"
    assert name.is_cut


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("Joint staff chiefs", 41, "Joint staff chiefs"),
        ("Crisis Communications Working Group (CCWG)", 41, "Crisis Communications Working Group…"),
        (
            "Notification and encounter rules (2014 memoranda)",
            41,
            "Notification and encounter rules (2014…",
        ),
        ("Unterwasserverständigungsabkommen", 10, "Unterwas…"),
        ("A Unterwasserverständigungsabkommen", 10, "A Unterw…"),
        ("EUCOM military-to-military channel", 22, "EUCOM military-to…"),
        ("W" * 180, 10, "WWWW…"),
        ("ilili" * 4, 10, "ilili" * 4),
        ("中国美国军事热线", 10, "中国美国…"),
    ],
)
def test_names_are_cut_at_words(text: str, limit: int, expected: str) -> None:
    """A long name ends in an ellipsis after a whole word, unless too little of it were left."""
    assert fitted(text, limit) == expected
    assert measure(fitted(text, limit)) <= limit + 1


def test_marks_over_letters_take_no_room() -> None:
    """A letter with many marks is as wide as the letter; capitals are wider than small ones."""
    assert measure("e" + "\u0301" * 50) == measure("e")
    assert measure("MWMW") > measure("mwmw") > measure("acea") > measure("ilil")


def test_texts_that_differ_at_their_end_are_cut_in_the_middle() -> None:
    """What would look the same keeps both ends; others are cut as ever."""
    names = [f"Joint military commission for the ceasefire, {side}" for side in ("east", "west")]
    short = cut_apart([*names, "A quite different name that is long as well", "Line"], 24)
    assert len(set(short.values())) == 4
    assert [short[name][-4:] for name in names] == ["east", "west"]
    assert all("…" in short[name] and measure(short[name]) <= 24 for name in names)
    assert short["A quite different name that is long as well"].endswith("…")
    assert short["Line"] == "Line"


def test_hostile_names_stay_text() -> None:
    """A name in full is dressed as one that is cut."""
    told = name_in_full("", "<b>$x$</b> & <i>more</i> words", 9, LIGHT.muted)
    assert "&lt;b&gt;" in told
    assert "<i>" not in told
