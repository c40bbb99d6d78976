"""The one list of tables: the name of each, its columns, and how it is computed.

The command line, and whatever else shows tables, loops over `TABLES`.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

import pandas as pd

from openline.analysis.causes import CAUSES, causes
from openline.analysis.compare import COMPARISON, compare_evidence, since
from openline.analysis.evidence import Evidence
from openline.analysis.gaps import GAPS, gaps
from openline.analysis.lengths import years_before
from openline.analysis.observations import observation_columns, observations
from openline.analysis.openings import OPENINGS, openings
from openline.analysis.openness import OPENNESS, openness
from openline.analysis.question import Question
from openline.analysis.search import found
from openline.analysis.signs import SIGNS, signs
from openline.analysis.spans import SPANS, spans
from openline.analysis.status import STATUS, status
from openline.analysis.survival import (
    SURVIVAL,
    SURVIVAL_GROUPS,
    SURVIVAL_SUMMARY,
    survival,
    survival_summary,
)
from openline.analysis.time_in_state import SHARE_GROUPS, SHARES, shares
from openline.analysis.unusual import RANKS, unusual

FRACTIONS: Final = frozenset(
    {
        "openness",
        "low",
        "high",
        "open_share",
        "partial_share",
        "severed_share",
        "survival",
        "lower",
        "upper",
        "median_days",
    }
)
"""The columns of numbers that are not whole."""


@dataclass(frozen=True)
class Table:
    """One derived table: its name, what it tells, its columns and its rows.

    `columns` are those of the contract for a question; `shown` are the ones that matter
    at a glance; `build` takes the question's evidence beside it; `groups` are what its
    rows can be grouped by.
    """

    name: str
    meaning: str
    columns: Callable[[Question], tuple[str, ...]]
    build: Callable[[Question, Evidence], pd.DataFrame]
    shown: tuple[str, ...]
    groups: tuple[str, ...] = ()

    def answer(self, question: Question) -> pd.DataFrame:
        """Return the table for a question, exactly its columns, whole numbers as `Int64`."""
        return self.answer_with_texts(question)[list(self.columns(question))]

    def answer_with_texts(self, question: Question) -> pd.DataFrame:
        """Return the table with its other columns: the dates as given, the channel's id."""
        return _whole_numbers(self.build(question, question.evidence()))


def _whole_numbers(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a frame with its float columns as whole numbers, but for the fractions."""
    floats = [name for name in frame if frame[name].dtype == "float64" and name not in FRACTIONS]
    return frame.astype(dict.fromkeys(floats, "Int64"))


def _compare(question: Question, _: Evidence) -> pd.DataFrame:
    days = question.days or (question.as_of, question.as_of)
    question = question.searching(days[1])
    then, now = (replace(question, as_of=day).evidence() for day in days)
    return compare_evidence(then, now)


def _search(question: Question, evidence: Evidence) -> pd.DataFrame:
    hits = found(evidence.observations, question.filters.q)
    return observations(question.record, evidence)[hits].reset_index(drop=True)


def _since(question: Question, evidence: Evidence) -> pd.DataFrame:
    day = min(question.since or years_before(question.as_of, 1), question.as_of)
    every = replace(question.filters, fresh=False)
    every = replace(every, q_day=every.q_day or question.as_of)
    then = replace(question, as_of=day, filters=every).evidence()
    return since(then, evidence)


def _survival(question: Question, evidence: Evidence) -> pd.DataFrame:
    make = survival_summary if question.summary else survival
    return make(evidence, question.by, question.until)


TABLES: Final = (
    Table(
        "status",
        "The state of each channel on the as-of day, and since when.",
        lambda _: STATUS,
        lambda _, evidence: status(evidence),
        (
            "state",
            "channel",
            "parties",
            "since",
            "last_contact",
            "days_silent",
            "cause",
            "days_in_state",
            "last_observed",
        ),
    ),
    Table(
        "spans",
        "The stretches of days in which each channel kept one state.",
        lambda _: SPANS,
        lambda _, evidence: spans(evidence),
        ("parties", "channel", "state", "start", "end", "days", "cause"),
    ),
    Table(
        "gaps",
        "Severances and silences: how long, and what ended them.",
        lambda _: GAPS,
        lambda question, evidence: gaps(evidence, question.min_days),
        (
            "gap",
            "channel",
            "parties",
            "start",
            "end",
            "days",
            "cause",
            "first_contact",
            "restored",
            "ended_by",
        ),
    ),
    Table(
        "unusual",
        "Ongoing gaps, longest first, with how many ended gaps each has outlasted.",
        lambda _: (*GAPS, *RANKS),
        lambda question, evidence: unusual(evidence, question.min_days),
        ("gap", "channel", "parties", "start", "days", "longer_than", "ended"),
    ),
    Table(
        "causes",
        "How many severances each cause led to, for how long, and what is still unhealed.",
        lambda _: CAUSES,
        lambda _, evidence: causes(evidence),
        ("cause", "severances", "median_days", "shortest_days", "longest_days", "unhealed"),
    ),
    Table(
        "openings",
        "What opened in the window before the as-of day, newest first.",
        lambda _: OPENINGS,
        lambda question, evidence: openings(
            evidence, question.window, question.min_days, question.closings
        ),
        ("date", "change", "channel", "parties", "to_state", "after_days", "summary", "from_state"),
    ),
    Table(
        "signs",
        "Contacts and overtures of the window that changed no state, in channels not open.",
        lambda _: SIGNS,
        lambda question, evidence: signs(evidence, question.window, question.min_days),
        ("date", "event", "channel", "parties", "state", "summary"),
    ),
    Table(
        "since",
        "The channels that moved, or were contacted, asked or refused, since a day.",
        lambda _: COMPARISON,
        _since,
        COMPARISON,
    ),
    Table(
        "openness",
        "How open the channels were on average, for each day on which one changed.",
        lambda _: OPENNESS,
        lambda _, evidence: openness(evidence),
        OPENNESS,
    ),
    Table(
        "shares",
        "The days spent in each state, and their shares of the known days.",
        lambda question: (*(("group",) if question.by else ("parties", "channel")), *SHARES),
        lambda question, evidence: shares(evidence, question.by),
        ("group", "parties", "channel", *SHARES),
        SHARE_GROUPS,
    ),
    Table(
        "survival",
        "How long severances last: the share not yet reopened, by days.",
        lambda question: SURVIVAL_SUMMARY if question.summary else SURVIVAL,
        _survival,
        tuple(dict.fromkeys((*SURVIVAL_SUMMARY, *SURVIVAL))),
        SURVIVAL_GROUPS,
    ),
    Table(
        "observations",
        "The rows of the record that count on the as-of day.",
        lambda question: observation_columns(question.record),
        lambda question, evidence: observations(question.record, evidence),
        ("line", "date", "channel", "parties", "event", "state", "summary"),
    ),
    Table(
        "search",
        "The observations in which every word of --q occurs, case and accents ignored.",
        lambda question: observation_columns(question.record),
        _search,
        ("line", "date", "channel", "parties", "event", "state", "summary"),
    ),
    Table(
        "compare",
        "The state of each channel on two days, and what happened in between.",
        lambda _: COMPARISON,
        _compare,
        COMPARISON,
    ),
)
"""Every derived table, in the order in which commands are listed."""
