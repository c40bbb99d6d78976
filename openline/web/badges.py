"""Badges of a channel and of parties: their state on a day, as a picture."""

from collections.abc import Callable, Mapping
from typing import Final

import pandas as pd

from openline.analysis.status import status
from openline.questions import question_of
from openline.record.columns import CHANNEL, ENDED, OPEN, PARTIAL, PARTIES, SEVERED, UNKNOWN
from openline.record.problems import WARNING, Problem
from openline.sentences.channel import channel_headline
from openline.sentences.runs import named, plain, show_sides
from openline.view.view import View
from openline.web.asked import looked_at
from openline.web.badge_svg import SVG_MEDIA, badge
from openline.web.envelope import Refusal
from openline.web.kept_answers import Answer, KeptAnswers
from openline.web.source import BoardSource

_ORDER: Final = (OPEN, PARTIAL, SEVERED, UNKNOWN)
_ANY_SITE: Final = {"Cross-Origin-Resource-Policy": "cross-origin"}
"""A badge is a picture that pages of other sites show; they cannot read it."""


def badge_answer(
    name: str, query: str, source: BoardSource, answers: KeptAnswers, etag: str
) -> Answer | Refusal:
    """Return a badge; its body is left out where whoever asks says that it is `known`."""
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
        message = f"{len(rows):,} channels are meant; a badge is of one."
        return _refused(PARTIES, message, "Name its parties too.")
    return channel_badge(rows.iloc[0])


def channel_badge(row: pd.Series) -> str:
    """Return the badge of a channel, by its row of the status table."""
    said = plain(channel_headline(row)[1:])
    return badge(named(row), said, str(row["state"]))


def _parties(view: View, rows: pd.DataFrame) -> str | Refusal:
    there = rows[rows["state"] != ENDED]
    if not len(there):
        return Refusal(404, "The record has no channel between these parties on that day.")
    return parties_badge(", ".join(show_sides(one) for one in view.parties), there)


def parties_badge(name: str, rows: pd.DataFrame) -> str:
    """Return the badge of parties, by the rows of the status table of their channels."""
    counts = rows["state"].value_counts()
    said = " · ".join(f"{counts[state]:,} {state}" for state in _ORDER if state in counts)
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
"""The badges by their names: what has to be named, what draws them, and what they show."""
