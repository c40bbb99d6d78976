"""A badge: a label and what is said of it, as a small picture that follows light and dark."""

import unicodedata
from typing import Final
from xml.etree import ElementTree as Xml

from openline.figures.theme import DARK, LIGHT
from openline.record.hidden import visible
from openline.record.problems import short

SVG_MEDIA: Final = "image/svg+xml; charset=utf-8"
_LETTER: Final = 6.2
"""The width of a letter, about; the text is set to exactly what is reckoned with."""
_PAD: Final = 7.0
_HEIGHT: Final = 22
_LINE: Final = 15
_MOST: Final = 60
"""The most letters of a label."""
_STYLE: Final = "svg{{color-scheme:light dark}}{light}@media(prefers-color-scheme:dark){{{dark}}}"
_RULES: Final = (
    ".ground{{fill:{field};stroke:{border}}}.label{{fill:{text}}}.said{{fill:{word}}}"
    ".mark{{fill:{mark};stroke:{word}}}"
)


def badge(label: str, said: str, state: str) -> str:
    """Return the badge of a label; `state` gives the colour of what is said, "" none."""
    label, said = short(visible(label), _MOST), visible(said)
    wide = (_width(label), _width(said))
    mark = 16.0 if state else 0.0
    width = wide[0] + wide[1] + mark + 3 * _PAD
    root = Xml.Element(
        "svg",
        {"xmlns": "http://www.w3.org/2000/svg", "role": "img", "aria-label": f"{label}: {said}"},
        width=f"{width:.0f}",
        height=str(_HEIGHT),
        viewBox=f"0 0 {width:.0f} {_HEIGHT}",
    )
    Xml.SubElement(root, "title").text = f"{label}: {said}"
    Xml.SubElement(root, "style").text = _style(state)
    ground = {"class": "ground", "x": "0.5", "y": "0.5", "rx": "2"}
    Xml.SubElement(root, "rect", ground, width=f"{width - 1:.0f}", height=str(_HEIGHT - 1))
    _text(root, label, "label", _PAD, wide[0])
    if state:
        place = {"class": "mark", "x": f"{wide[0] + 2 * _PAD:.1f}", "y": "6"}
        Xml.SubElement(root, "rect", place, width="10", height="10")
    _text(root, said, "said", wide[0] + 2 * _PAD + mark, wide[1])
    return Xml.tostring(root, "unicode") + "\n"


def _style(state: str) -> str:
    rules = [
        _RULES.format(
            field=theme.field,
            border=theme.border,
            text=theme.text,
            word=theme.word(state) if state else theme.text,
            mark=theme.fill(state),
        )
        for theme in (LIGHT, DARK)
    ]
    return _STYLE.format(light=rules[0], dark=rules[1])


def _text(root: Xml.Element, text: str, role: str, x: float, width: float) -> None:
    place = {
        "class": role,
        "x": f"{x:.1f}",
        "y": str(_LINE),
        "textLength": f"{width:.1f}",
        "font-family": "Source Sans, Helvetica Neue, Arial, sans-serif",
        "font-size": "13",
    }
    Xml.SubElement(root, "text", place).text = text


def _width(text: str) -> float:
    return sum(_LETTER * _share(letter) for letter in text)


def _share(letter: str) -> float:
    if unicodedata.combining(letter):
        return 0.0
    return 2.0 if unicodedata.east_asian_width(letter) in "WF" else 1.0
