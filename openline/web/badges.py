"""Badges of a channel and of parties: a label and a state on a day, as a small picture that follows
the light or dark scheme."""

import unicodedata
from collections.abc import Callable, Mapping
from typing import Final
from xml.etree import ElementTree as Xml

import pandas as pd

from openline.analysis.status import status
from openline.figures.theme import DARK, LIGHT
from openline.questions import question_of
from openline.record.columns import CHANNEL, ENDED, PARTIES, STATE_WORDS
from openline.record.hidden import visible
from openline.record.problems import WARNING, Problem, short
from openline.sentences.channel import channel_headline
from openline.sentences.runs import named, plain, show_sides
from openline.view.view import View
from openline.web.envelope import Refusal
from openline.web.kept_answers import Answer, KeptAnswers
from openline.web.request import looked_at
from openline.web.source import BoardSource

_ANY_SITE: Final = {"Cross-Origin-Resource-Policy": "cross-origin"}
"""A badge is a picture: pages of other sites can show it but cannot read it."""
SVG_MEDIA: Final = "image/svg+xml; charset=utf-8"
_LETTER: Final = 6.2
"""The approximate width of a letter; the text is then fitted to the width computed from it."""
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


def badge_answer(
    name: str, query: str, source: BoardSource, answers: KeptAnswers, etag: str
) -> Answer | Refusal:
    """Return a badge, without its body where `etag` shows that the client has it."""
    looked = looked_at(query, source)
    if isinstance(looked, Refusal):
        return looked
    column, draw, _ = BADGES[name]
    if not getattr(looked.view, column):
        of = f"one {column}" if column == CHANNEL else "the lines between parties"
        message = f"A badge is of {of}, and the address names none."
        return _refused(column, message, f"Write {column}=NAME.")
    answer = Answer(looked.mark(name), SVG_MEDIA, {**looked.headers, **_ANY_SITE})
    if (known := answers.known(answer, etag)) is not None:
        return known
    question = question_of(looked.view, looked.record, looked.as_of)
    drawn = draw(looked.view, status(question.evidence()))
    return drawn if isinstance(drawn, Refusal) else answers.made(answer, drawn)


def _channel(_: View, rows: pd.DataFrame) -> str | Refusal:
    if len(rows) == 0:
        return Refusal(404, "The record has no such channel on that day.")
    if len(rows) > 1:
        message = f"{len(rows):,} channels match; a badge shows one."
        return _refused(PARTIES, message, "Name its parties too.")
    return channel_badge(rows.iloc[0])


def channel_badge(row: pd.Series) -> str:
    """Return the badge of a channel, from its row of the status table."""
    said = plain(channel_headline(row)[1:])
    return badge(named(row), said, str(row["state"]))


def _parties(view: View, rows: pd.DataFrame) -> str | Refusal:
    there = rows[rows["state"] != ENDED]
    if not len(there):
        return Refusal(404, "The record has no channel between these parties on that day.")
    return parties_badge(", ".join(show_sides(one) for one in view.parties), there)


def parties_badge(name: str, rows: pd.DataFrame) -> str:
    """Return the badge of parties, from the rows of the status table for their channels."""
    counts = rows["state"].value_counts()
    said = " · ".join(f"{counts[state]:,} {state}" for state in STATE_WORDS if state in counts)
    return badge(name, said, "")


def _refused(column: str, message: str, hint: str) -> Refusal:
    problem = Problem(WARNING, "parameter-value", None, column, None, message, hint)
    return Refusal(400, message, [problem])


BADGES: Final[Mapping[str, tuple[str, Callable[[View, pd.DataFrame], str | Refusal], str]]] = {
    "channel.svg": (CHANNEL, _channel, "The state of one channel, as a picture for another page."),
    "parties.svg": (
        PARTIES,
        _parties,
        "The lines between parties, counted by state, as a picture.",
    ),
}
"""The badges by name: the parameter that each needs, the function that draws it, and what it
shows."""


def badge(label: str, said: str, state: str) -> str:
    """Return a badge with a label and the text `said` in the colour of `state`, "" for no
    colour."""
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
