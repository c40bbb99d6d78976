"""The lists of the page Channel: observations, time in state, severances, silences."""

from collections.abc import Callable

import pandas as pd

from openline.markup.links import source_link
from openline.markup.text import BREAK, NOTHING, Markup, escape, joined, tag, unbroken
from openline.record.columns import CHECK, LIVING_STATES, UNKNOWN
from openline.record.dates import show_date
from openline.sentences.channel import other_words, reopening, silences_how, span_dates
from openline.sentences.gaps import gap_length_days
from openline.sentences.lengths import show_days
from openline.sentences.runs import actor_words, plain
from openline.ui.markup.cells import pieces_of
from openline.ui.markup.headings import heading
from openline.ui.markup.terms import term, with_terms


def observation_html(
    row: pd.Series,
    extra: pd.Series,
    as_of: pd.Timestamp,
    link: Callable[[Markup], Markup] = Markup,
    *,
    graded: bool = True,
) -> Markup:
    """Return one observation: its date, its event or state, and its text.

    `extra` holds the row's cells in the record's other columns; `link` dresses the date as a link
    to the observation's address. `graded`: whether the record gives confidence.
    """
    when = link(unbroken(show_date(row["date"])))
    if row["latest"] > as_of:
        when += tag("div", "may be later", "ol-muted ol-source")
    what = escape(CHECK if row["repeats"] else row["event"])
    if isinstance(row["state"], str):
        what += tag("div", row["state"], f"ol-word ol-{row['state']}")
    parts = [escape(row["summary"]), _source(row, graded)]
    parts += [tag("span", words, "ol-source ol-muted") for words in other_words(row, extra)]
    said = [tag("div", part) for part in parts if part]
    cells = (tag("div", when, "ol-muted"), tag("div", what), tag("div", said))
    return tag("div", cells, "ol-observation")


def time_html(share: pd.Series) -> Markup:
    """Return the days of a channel in each state and their shares of the known days."""
    rows, pieces = [], []
    for state in LIVING_STATES:
        days = share[f"{state}_days"]
        if not days > 0:
            continue
        pieces.append((f"ol-fill-{state}", int(days)))
        swatch = tag("span", "", f"ol-swatch ol-fill-{state}")
        part = "" if state == UNKNOWN else f"{100 * share[f'{state}_share']:.0f} %"
        word = term(state, "time")
        cells = (tag("td", (swatch, word)), tag("td", show_days(days), "ol-figure"))
        rows.append(tag("tr", (cells, tag("td", part, "ol-figure ol-muted"))))
    head = heading("Time in each state", explained=("state",))
    return joined(head, pieces_of(pieces), tag("table", rows, "ol-table"))


def severances_html(gaps: pd.DataFrame) -> Markup:
    """Return the severances of a channel, newest first, with their cause and the time to reopening.
    `gaps`: the rows of `openline.analysis.causes.caused`."""
    how = "Length; the first contact after it; when the channel was fully open again."
    items = [_gap(row, reopening(row), "ol-severed") for _, row in gaps.iterrows()]
    return _section("Severances", with_terms(how, "severances", "first contact"), items)


def silences_html(gaps: pd.DataFrame, cadence: float) -> Markup:
    """Return the silences of a channel, newest first, with what ended each.

    `cadence`: the channel's expected interval in days, missing if it has none; it decides which
    silences count.
    """
    items = [_gap(row, _silence_end(row), "") for _, row in gaps.iterrows()]
    return _section("Silences", with_terms(silences_how(cadence), "contact", "severances"), items)


def _section(title: str, how: Markup, items: list[Markup]) -> Markup:
    if not items:
        return NOTHING
    return joined(heading(title, explained=(title,)), tag("div", how, "ol-how"), items)


def _gap(row: pd.Series, ending: str, role: str) -> Markup:
    dates = unbroken(plain(span_dates(row)))
    words = (tag("span", gap_length_days(row), f"ol-word {role}"), " ", unbroken(ending))
    going = " ol-going" if bool(row["ongoing"]) else ""
    by = tag("span", actor_words(row), "ol-source ol-muted") if actor_words(row) else ""
    why = [tag("div", part) for part in (by, _cause(row)) if part]
    return tag("div", (dates, BREAK, words, why), f"ol-item{going}")


def _silence_end(row: pd.Series) -> str:
    if bool(row["ongoing"]):
        return "so far"
    return "until a contact" if row["ended_by"] == "contact" else "until the channel ended"


def _source(row: pd.Series, graded: bool) -> Markup:
    confidence = tag("span", row["confidence"], "ol-muted") if graded else NOTHING
    line = escape(" · ").join(filter(None, (source_link(row), confidence)))
    return tag("span", line, "ol-source") if line else NOTHING


def _cause(row: pd.Series) -> Markup:
    if not isinstance(row["cause"], str):
        return NOTHING
    return tag("span", f"Cause: {row['cause']}", "ol-source ol-muted")
