"""What a brief contains: a question to a record, and what is said around the answer."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

import pandas as pd

from openline.analysis.evidence import Evidence
from openline.analysis.lengths import years_before
from openline.analysis.news import news
from openline.analysis.openings import openings
from openline.analysis.question import Question
from openline.analysis.signs import signs
from openline.analysis.status import status
from openline.analysis.unusual import ongoing
from openline.figures.frames import Frames
from openline.markup.text import Markup, rich, tag
from openline.record.columns import EVENT
from openline.sentences.openings import move_name


@dataclass(frozen=True, eq=False)
class Brief:
    """The content of a brief: the question, whose `since` is the day from which changes are
    counted; the record's name; today; the last day that the record knows, None if it knows none;
    the address that shows the same view, "" if there is none; a line on how the sheets may be
    handled; and the years of the timeline. `late` are the rows entered after the event; `leads`
    gives the address of a channel's page by its id, and `shows` that of an observation by its
    index, if they have any."""

    question: Question
    record: str
    today: date
    last_day: date | None = None
    link: str = ""
    marking: str = ""
    range: str = "25y"
    late: frozenset[int] = frozenset()
    leads: Callable[[int], str] | None = None
    shows: Callable[[int], str] | None = None

    @property
    def as_of(self) -> date:
        """The day for which everything is computed."""
        return self.question.as_of

    @property
    def since(self) -> date:
        """The day from which changes are counted: a year earlier, unless one is named."""
        return min(self.question.since or years_before(self.as_of, 1), self.as_of)

    @cached_property
    def evidence(self) -> Evidence:
        """The evidence of the as-of day."""
        return self.question.evidence()

    @cached_property
    def _then(self) -> Evidence:
        return replace(self.question, as_of=self.since).evidence()

    @property
    def status(self) -> pd.DataFrame:
        """The status table of the as-of day."""
        return status(self.evidence)

    @property
    def before(self) -> pd.DataFrame:
        """The status table of the day from which changes are counted."""
        return status(self._then)

    @property
    def moves(self) -> pd.DataFrame:
        """The openings and closings of the window, newest first."""
        return openings(self.evidence, self.question.window, self.question.min_days)

    @property
    def signs(self) -> pd.DataFrame:
        """The signs of the window, newest first."""
        return signs(self.evidence, self.question.window, self.question.min_days)

    @cached_property
    def news(self) -> pd.DataFrame:
        """What is new since the day from which changes are counted."""
        # Stale channels that are left out today may have changed: the day before has them all.
        every = replace(self.question.filters, fresh=False)
        then = replace(self.question, as_of=self.since, filters=every).evidence()
        has_events = EVENT in self.question.record.columns
        return news(then, self.evidence, self.late, has_events=has_events)

    @property
    def frames(self) -> Frames:
        """The tables that figures are drawn from."""
        return Frames.of(self.evidence)

    def name(self, row: pd.Series, several: bool) -> Markup:
        """Return the name of a row's channel, preceded by its parties if `several` are shown; a
        link if the channel has a page."""
        words = rich(move_name(row, several))
        return tag("a", words, href=self.leads(int(row["channel_id"]))) if self.leads else words

    def dated(self, row: pd.Series, words: Markup) -> Markup:
        """Return the date of a row, as a link to the observation behind it if that has an
        address."""
        if self.shows is None or pd.isna(row["row"]):
            return words
        return tag("a", words, href=self.shows(int(row["row"])))

    def ongoing(self, kind: str) -> pd.DataFrame:
        """Return the ongoing gaps of a kind, longest first, with their ranks."""
        return ongoing(self.evidence, kind, self.question.min_days)
