"""The feeds of a view: what opened and closed, for feed readers and calendars."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import parse_qs, urlencode

from openline.record.problems import Problem
from openline.view.names import switched
from openline.web.atom import ATOM_MEDIA, Feed, atom
from openline.web.calendar_feed import CALENDAR_MEDIA, calendar
from openline.web.changes import changes_of
from openline.web.envelope import Refusal
from openline.web.kept_answers import Answer, KeptAnswers, mark_of
from openline.web.request import Looked, looked_at
from openline.web.source import BoardSource

CONTACTS: Final = "contacts"
"""The one parameter that only feeds have: `on` adds contacts that moved nothing."""
_OPENED: Final = "What opened and closed in a view's window, for"
FEEDS: Final[Mapping[str, tuple[str, Callable[[Feed], str], str]]] = {
    "changes.atom": (ATOM_MEDIA, atom, f"{_OPENED} feed readers."),
    "changes.ics": (CALENDAR_MEDIA, calendar, f"{_OPENED} calendars."),
}
"""The feeds by name: the media type of each, the function that writes it, and what it is."""


@dataclass(frozen=True, slots=True)
class FeedAddress:
    """The address of a feed: its name, its query as written, and the address of the board."""

    name: str
    query: str
    board: str


def feed_answer(
    address: FeedAddress, source: BoardSource, answers: KeptAnswers, etag: str
) -> Answer | Refusal:
    """Return a feed, without its body where `etag` shows that the client has it."""
    values = parse_qs(address.query, keep_blank_values=True)
    with_contacts = switched(CONTACTS, values.pop(CONTACTS, ["off"]))
    if isinstance(with_contacts, Problem):
        return Refusal(400, with_contacts.message, [with_contacts])
    looked = looked_at(urlencode(values, doseq=True), source)
    if isinstance(looked, Refusal):
        return looked
    media, write, _ = FEEDS[address.name]
    answer = Answer(looked.mark(address, with_contacts), media, looked.headers)
    if (known := answers.known(answer, etag)) is not None:
        return known
    return answers.made(answer, write(_feed(address, looked, with_contacts=with_contacts)))


def _feed(address: FeedAddress, looked: Looked, *, with_contacts: bool) -> Feed:
    view = looked.view
    own = f"?{address.query}" if address.query else ""
    page = urlencode(view.to_query(), doseq=True)
    followed = replace(view, asof="latest", sort="severity", page=1, range="")
    named = [*view.parties, *view.channel, *view.level, *view.kind, view.q]
    title = ", ".join(filter(None, named)) or looked.shown.title
    return Feed(
        board=address.board,
        own=f"{address.board}/feeds/{address.name}{own}",
        page=f"{address.board}/openings{f'?{page}' if page else ''}",
        title=f"Openline: {title}",
        words=mark_of(followed, with_contacts),
        day=str(looked.as_of),
        changes=changes_of(looked, with_contacts=with_contacts),
    )
