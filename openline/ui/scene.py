"""The scene: everything that a page draws from, as one value that the frame makes once per run."""

from dataclasses import dataclass, field, replace
from datetime import date

from openline.analysis.filters import Filters
from openline.figures.frames import Frames
from openline.questions import last_day
from openline.record.record import Record
from openline.ui.data.looks import Look, Tables, bundled_name, tables
from openline.ui.pages import Page
from openline.view.stretch import PAGES_OWN, Stretch, stretch_until
from openline.view.view import View
from openline.web.source import Shown


@dataclass(frozen=True, eq=False)
class Scene:
    """Everything that a page draws from: the page, its view, the record, the days, filters and
    tables; and what is shown, with the record's title and revision."""

    page: Page
    view: View
    record: Record
    as_of: date
    today: date
    filters: Filters
    tables: Tables
    shown: Shown = field(default_factory=lambda: Shown(bundled_name()))

    @property
    def exact_view(self) -> View:
        """The view of exactly the revision shown, even if the address follows the newest."""
        return replace(self.view, record=self.shown.pinned)

    @property
    def last_day(self) -> date | None:
        """The last day that the record covers, None where all its rows are in the future."""
        return last_day(self.record, self.today)

    @property
    def frames(self) -> Frames:
        """The frames that figures are drawn from."""
        return Frames.of(self.tables.evidence)

    @property
    def range(self) -> str:
        """The range shown: the page's own if the address names none, or one that does not begin
        before the as-of day."""
        named = self.view.range
        is_late = Stretch.of(named) is not None and stretch_until(named, self.as_of) is None
        return self.page.usual_range if named == PAGES_OWN or is_late else named

    @property
    def ranged(self) -> "Scene":
        """The scene of the days in its range: as of the last of them if that is before the as-of
        day, otherwise unchanged. What a figure on a time axis says is then true on its last day."""
        days = stretch_until(self.view.range, self.as_of)
        if days is None or days[1] == self.as_of:
            return self
        ranged = tables(replace(self.look, as_of=days[1]), self.record)
        return replace(self, as_of=days[1], tables=ranged)

    @property
    def look(self) -> Look:
        """The look by which everything made once for all viewers of this scene is kept."""
        return Look(self.record.digest, self.as_of, self.filters, self.view.carry)
