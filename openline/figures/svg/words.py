"""The words of a figure: Plotly's few tags within text, as lines of an SVG text."""

import re
from html import unescape
from typing import Final

from openline.figures.svg.element import element, escaped_text

_MARK: Final = re.compile(r"(<b>|</b>|<br>|<span style=\"color:[^\"]*\">|</span>)")
_COLOUR: Final = re.compile(r'<span style="color:([^"]*)">')
ASCENT: Final = 0.984
DESCENT: Final = 0.273
"""How far the typeface reaches above and below its baseline, as shares of its size."""
LINE_HEIGHT: Final = 1.3
_ANCHORS: Final = {"left": None, "center": "middle", "right": "end"}


def words_at(
    dressed: str,
    place: tuple[float, float],
    font: tuple[float, str],
    anchors: tuple[str, str] = ("left", "middle"),
) -> str:
    """Return dressed text at a place in pixels; `font` is its size and colour.

    `anchors`: which part of the text is at the place: left, center or right, and top, middle,
    bottom or `line`, the baseline.
    """
    x, y = place
    size, colour = font
    lines = _lines(dressed)
    first = y + _first_line(len(lines), anchors[1]) * size
    parts = [
        element("tspan", line, x=x, y=first + i * LINE_HEIGHT * size) if len(lines) > 1 else line
        for i, line in enumerate(lines)
    ]
    where = {"x": x, "y": first} if len(lines) == 1 else {}
    anchor = _ANCHORS[anchors[0]]
    return element(
        "text", "".join(parts), **where, text_anchor=anchor, font_size=float(size), fill=colour
    )


def _first_line(lines: int, anchor: str) -> float:
    """Return how far the first line is below the place, in multiples of the type size."""
    below = {
        "line": 0.0,
        "top": ASCENT,
        "middle": (ASCENT - DESCENT) / 2,
        "bottom": -DESCENT,
    }[anchor]
    rest = (lines - 1) * LINE_HEIGHT
    return below - {"middle": rest / 2, "bottom": rest}.get(anchor, 0.0)


def _lines(dressed: str) -> list[str]:
    """Return the lines of dressed text as finished elements, each in its weight and colour."""
    lines, bold, colours = [""], False, [""]
    for part in filter(None, _MARK.split(dressed)):
        if part == "<br>":
            lines.append("")
        elif part in ("<b>", "</b>"):
            bold = part == "<b>"
        elif match := _COLOUR.fullmatch(part):
            colours.append(match[1])
        elif part == "</span>":
            colours = colours[:-1] or [""]
        else:
            lines[-1] += _piece(unescape(part), bold, colours[-1])
    return lines


def _piece(words: str, bold: bool, colour: str) -> str:
    if not bold and not colour:
        return escaped_text(words)
    weight = "700" if bold else None
    return element("tspan", escaped_text(words), font_weight=weight, fill=colour or None)
