"""What a request asks for: the view in its address, the record that it shows, and the day."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, Final
from urllib.parse import parse_qs, quote

from openline.analysis.method import METHOD
from openline.record.record import Record
from openline.view.names import no_parameters
from openline.view.view import View
from openline.web.envelope import Refusal
from openline.web.kept_answers import mark_of
from openline.web.source import BoardSource, Shown

_STATUS: Final[Mapping[str, int]] = {
    "record-form": 400,
    "record-unknown": 404,
    "revision-unknown": 404,
}
_BAD: Final = "The address cannot be read: see the problems of its parameters."
_NO_RECORD: Final = "There is no record to answer from now."
_UNUSED: Final = (
    "record",
    "range",
    "against",
    "cause",
    "causes",
    "sort",
    "page",
    "overview",
    "figure",
    "observation",
)
"""The parameters of an address that change no table."""
_PLAIN: Final[dict[str, Any]] = {
    item.name: item.default for item in fields(View) if item.name in _UNUSED
}
_SOME_TIME: Final = "max-age=3600"
_ASK_AGAIN: Final = "no-cache"


@dataclass(frozen=True, eq=False)
class Looked:
    """What a request looks at: the view, the parameters given in the address, what is shown, its
    record, and the as-of day."""

    view: View
    given: frozenset[str]
    shown: Shown
    record: Record
    as_of: date

    def mark(self, *of: object) -> str:
        """Return a mark that differs whenever an answer does: from the record's bytes, the view,
        the as-of day but not the day of asking, the date of the method, and whatever else is in
        `of`."""
        return mark_of(replace(self.view.fixed_on(self.as_of), **_PLAIN), self.headers, *of)

    @property
    def headers(self) -> dict[str, str]:
        """The headers that describe an answer: the record, its bytes, the day and the date of the
        method; and whether it can be kept, which requires that neither record nor day can move."""
        is_fixed = self.view.record == self.shown.pinned != "bundled"
        is_fixed = is_fixed and isinstance(self.view.asof, date)
        return {
            "Openline-Record": quote(self.shown.pinned, safe="@"),
            "Openline-Revision": self.record.digest,
            "Openline-As-Of": str(self.as_of),
            "Openline-Method": METHOD,
            "Cache-Control": _SOME_TIME if is_fixed else _ASK_AGAIN,
        }


def looked_at(query: str, source: BoardSource) -> Looked | Refusal:
    """Return what the query of an address looks at, read as a page reads it, or why it cannot be
    read: a bad value or an unknown parameter is refused, not ignored."""
    values = parse_qs(query, keep_blank_values=True)
    view, problems = View.from_query(values)
    if problems:
        return Refusal(400, _BAD, problems)
    today = source.today()
    shown = source.shown(view.record, today)
    if shown.record is None:
        first = shown.problems[0] if shown.problems else None
        status = _STATUS.get(first.code, 503) if first else 503
        return Refusal(status, first.message if first else shown.note or _NO_RECORD, shown.problems)
    as_of = view.as_of_day(shown.record, today)
    return Looked(view, frozenset(values), shown, shown.record, as_of)


def unasked(query: str) -> Refusal | None:
    """Return the refusal of a query by a route that takes none; None if it is empty."""
    names = list(parse_qs(query, keep_blank_values=True))
    return Refusal(400, _BAD, no_parameters(names)) if names else None
