"""The picture of a badge."""

from xml.etree import ElementTree as Xml

import pytest

from openline.figures.theme import DARK, LIGHT
from openline.record.columns import OPEN, PARTIAL, SEVERED, UNKNOWN
from openline.web.badge_svg import badge


def _read(text: str) -> Xml.Element:
    return Xml.fromstring(text)  # noqa: S314 - it was written here


def test_a_badge_says_in_words_what_it_shows() -> None:
    """To those who see it and to those who hear it, with its colour in light and in dark."""
    root = _read(badge("A–B, Hotline", "severed since 1 Mar 2020", SEVERED))
    told = "A–B, Hotline: severed since 1 Mar 2020"
    assert (root.attrib["role"], root.attrib["aria-label"]) == ("img", told)
    texts = [child.text or "" for child in root if child.text]
    assert [texts[0], *texts[2:]] == [told, "A–B, Hotline", "severed since 1 Mar 2020"]
    assert LIGHT.severed_word in texts[1]
    assert DARK.severed_word in texts[1].partition("prefers-color-scheme:dark")[2]


@pytest.mark.parametrize("state", [OPEN, PARTIAL, SEVERED, UNKNOWN, ""])
def test_words_stand_within_the_badge(state: str) -> None:
    """Each after the other, in any script."""
    root = _read(badge("線" * 80, "open", state))
    label, said = (child for child in root if child.tag.endswith("}text"))
    end = float(label.attrib["x"]) + float(label.attrib["textLength"])
    assert end < float(said.attrib["x"])
    right = float(said.attrib["x"]) + float(said.attrib["textLength"])
    assert right < float(root.attrib["width"])
    assert (label.text or "").endswith("線…")


def test_text_stays_text() -> None:
    """Marks of XML, and what cannot be seen."""
    text = badge("<script>&\x07\u202e", '"]]>', "")
    assert "<script>" not in text
    assert _read(text).attrib["aria-label"] == '<script>&\ufffd\ufffd: "]]>'
