"""The page of one channel: its state, its band, and every observation with its source."""

from collections.abc import Callable
from typing import Final

import pandas as pd

from openline.figures.frames import Frames
from openline.markup.links import source_link
from openline.markup.text import NOTHING, Child, Markup, escape, rich, section_of, tag, unbroken
from openline.record.columns import CHECK, CONFIDENCE, DATE, EVENT, STATE, SUMMARY
from openline.record.dates import show_date
from openline.sentences.channel import (
    channel_eyebrow,
    channel_headline,
    channel_sentence,
    other_words,
    reopening,
    span_dates,
)
from openline.sentences.gaps import gap_length_days
from openline.sentences.runs import actor_words, count, named, plain
from openline.site.drawings import band_drawing
from openline.site.groups import Part
from openline.site.page import SitePage
from openline.site.rows import listed, state_word
from openline.site.site import Site

_MOST: Final = 500
"""How many observations a page has at most, the newest; the data have them all."""


def channel_page(site: Site, part: Part, channel: int, picture: Markup) -> SitePage:
    """Return the page of a channel; `picture` is its band."""
    row = site.status.of(channel).iloc[0]
    spans, seen = site.spans.of(channel), site.observations.of(channel)
    share, logs = site.shares.of(channel).iloc[0], site.brief.question.record.logs_contacts
    others = tag("a", "all channels of these parties", href=f"../{part.file}.html")
    parts = [
        tag("div", (rich(channel_eyebrow(row)), " · ", others), "context"),
        tag("h1", rich(channel_headline(row))),
        tag("p", rich(channel_sentence(site.as_of, row, spans, share, logs)), "second"),
        picture,
        _gaps("Severances, newest first", site.severances.of(channel), reopening),
        _gaps("Silences, newest first", site.silences.of(channel).iloc[::-1], _ended_by),
        _observations(site, seen.iloc[::-1]),
        _badge(site, channel, named(row)),
    ]
    file = site.file_of(channel)
    return SitePage(f"{file}.html", named(row), parts, f"feeds/{part.file}.atom")


def band_of(site: Site, channel: int) -> Markup:
    """Return the band of a channel."""
    frames, rows = site.brief.frames, site.status.of(channel)
    spans, seen = site.spans.of(channel), site.observations.of(channel)
    return band_drawing(Frames(frames.as_of, spans, rows, seen, frames.openness.head(0)), channel)


def _gaps(title: str, gaps: pd.DataFrame, ending: Callable[[pd.Series], str]) -> Markup:
    if not len(gaps):
        return NOTHING
    items = [_gap(row, ending(row)) for _, row in gaps.iterrows()]
    return section_of(title, tag("ul", items))


def _gap(row: pd.Series, ending: str) -> Markup:
    why = [row["cause"], actor_words(row)] if row["gap"] == "severance" else []
    reasons = ", ".join(part for part in why if isinstance(part, str) and part)
    words = tag("span", gap_length_days(row), "ol-severed" if row["gap"] == "severance" else "")
    parts = [unbroken(plain(span_dates(row))), ": ", words, "; " if ending else "", ending]
    return tag("li", (*parts, tag("span", f" ({reasons})", "said") if reasons else ""))


def _ended_by(row: pd.Series) -> str:
    return "ongoing" if bool(row["ongoing"]) else ""


def _observations(site: Site, rows: pd.DataFrame) -> Markup:
    latest = rows.head(_MOST)
    extras = site.brief.question.record.extras_of(latest.index)
    pairs = zip(latest.iterrows(), extras.iterrows(), strict=True)
    day = site.brief.evidence.as_of
    body = [
        _observation(row, extra, day, site.place_of(int(index)))
        for (index, row), (_, extra) in pairs
    ]
    table = listed(("Date", "Event", "What happened"), body, "observed")
    more = len(rows) - len(latest)
    note = tag("p", f"{more:,} older ones are in the data of this site.", "how") if more else ""
    return section_of(f"{count(len(rows), 'observation')}, newest first", table, note)


def _observation(row: pd.Series, extra: pd.Series, as_of: pd.Timestamp, place: str) -> Markup:
    when: Child = unbroken(show_date(row[DATE]))
    if row["latest"] > as_of:
        when = (when, tag("div", "may be later", "said"))
    what = [escape(CHECK if row["repeats"] else row[EVENT])]
    if isinstance(row[STATE], str):
        what.append(tag("div", state_word(row[STATE])))
    source = (source_link(row), " ", tag("span", row[CONFIDENCE], "said"))
    others = [tag("div", words, "said") for words in other_words(row, extra)]
    said = (tag("div", escape(row[SUMMARY])), tag("div", source, "source"), others)
    return tag("tr", (tag("td", when), tag("td", what), tag("td", said, "said-cell")), id=place)


def _badge(site: Site, channel: int, name: str) -> Markup:
    address = f"../badges/{site.file_of(channel)}.svg"
    image = tag("img", src=address, alt=f"Badge of {name}")
    return tag("p", tag("a", image, href=address), "beside")
