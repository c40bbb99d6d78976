"""The routes beside the pages: each path, its methods, and the function that answers."""

import json
import re
from collections.abc import Awaitable, Callable, Collection, Mapping
from functools import cache, partial
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from openline.analysis.tables import Table
from openline.counts import METRICS_MEDIA, count_kept, count_problems, counted_text
from openline.web.badges import BADGES, badge_answer
from openline.web.checking import Checking
from openline.web.description import description
from openline.web.description_page import description_page
from openline.web.envelope import ROOTS, Refusal, failure_number
from openline.web.feeds import FEEDS, FeedAddress, feed_answer
from openline.web.headers import letting_read
from openline.web.health import health
from openline.web.kept_answers import Answer, KeptAnswers, fixed_answer
from openline.web.places import address_of
from openline.web.record_lists import record_list, revision_list
from openline.web.repeats import let_repeat
from openline.web.request import unasked
from openline.web.sending import Sending, known_marks
from openline.web.source import BoardSource
from openline.web.table_answers import ENDINGS, Address, named_tables, table_answer
from openline.web.work import Work

API: Final = "/api/v1"
_REVISIONS: Final = re.compile(rf"{API}/records/([^/]+)/revisions((?:\.\w+)?)")
_FRESH: Final = {"Cache-Control": "no-store"}
_READ: Final = ("GET", "HEAD")

Handler = Callable[[Request], Awaitable[Answer | Refusal | Response]]


def beside_routes(
    source: BoardSource, base: str = "", origins: Collection[str] = ()
) -> list[BaseRoute]:
    """Return the routes beside the pages, below the board's base path; `origins` lists the other
    sites whose scripts may read them."""
    base = f"/{base.strip('/')}" if base.strip("/") else ""
    beside = Beside(source, base, origins)
    paths = [path for root in ROOTS for path in (f"/{root}", f"/{root}/{{rest:path}}")]
    return [Route(base + path, beside) for path in paths]


class Beside:
    """Answers the routes beside the pages, and refuses other paths in the form of the envelope."""

    def __init__(self, source: BoardSource, base: str, origins: Collection[str]) -> None:
        self._source, self._base, self._origins = source, base, origins
        self._answers, self._work, self._sending = KeptAnswers(), Work(), Sending()
        self._looking = Work(at_once=1)
        """Health has a queue of its own, so that it is answered while others wait."""
        checking = Checking(source)
        self._places: dict[str, Mapping[str, Handler]] = {}
        for name, (table, form) in named_tables().items():
            self._places[f"{API}/{name}"] = _reading(partial(self._table, table, form))
        for end, form in ENDINGS.items():
            records = partial(record_list, form, source)
            self._places[f"{API}/records{end}"] = _reading(partial(self._plain, records))
            self._places[f"{API}/check{end}"] = {"POST": partial(checking.answer, form)}
        described, page = partial(_described, base), partial(_description_page, base)
        self._places["/api/openapi.json"] = _reading(partial(self._plain, described))
        pages = _reading(partial(self._plain, page))
        self._places |= dict.fromkeys(("/api", "/api/", API), pages)
        for name in BADGES:
            self._places[f"/badges/{name}"] = _reading(partial(self._badge, name))
        for name in FEEDS:
            self._places[f"/feeds/{name}"] = _reading(partial(self._feed, name))
        self._places["/health"] = self._places["/health/ready"] = _reading(self._health)
        self._places["/health/live"] = _reading(_live)
        self._places["/metrics"] = _reading(_metrics)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        request = Request(scope, receive)
        try:
            answer = await self._answered(request)
        except Exception:  # noqa: BLE001 - the edge: any failure of a route is reported here
            message = "This could not be answered. Tell whoever runs the board the number"
            answer = Refusal(500, f"{message} {failure_number()}.")
        sending = letting_read(self._origins, scope, send)
        await self._app(answer, request)(scope, receive, sending)

    async def _answered(self, request: Request) -> Answer | Refusal | Response:
        path = _path(request.scope).removeprefix(self._base)
        methods = self._places.get(path) or self._of_one_record(path)
        if methods is None:
            return Refusal(404, f"There is nothing at {path[:200]}.")
        if request.method not in methods:
            allowed = ", ".join(methods)
            message = f"{request.method} is not allowed here; use {allowed}."
            return Refusal(405, message, headers={"Allow": allowed})
        return await methods[request.method](request)

    def _app(self, answer: Answer | Refusal | Response, request: Request) -> ASGIApp:
        if isinstance(answer, Refusal):
            count_problems(answer.problems)
            return answer.response()
        return self._sending.of(answer, request) if isinstance(answer, Answer) else answer

    async def _table(self, table: Table, form: str, request: Request) -> Answer | Refusal:
        address = Address(table, form, _query(request))
        place = (address, self._source.mark())
        answer = self._answers.at(place)
        count_kept("answers", is_there=answer is not None)
        if answer is not None:
            let_repeat(request.scope, place[1])
            return answer
        return await self._done(request, table_answer, address, place, *self._kept(request))

    def _of_one_record(self, path: str) -> Mapping[str, Handler] | None:
        match = _REVISIONS.fullmatch(path)
        if match is None or match[2] not in ENDINGS:
            return None
        revisions = partial(revision_list, match[1], ENDINGS[match[2]], self._source)
        return _reading(partial(self._plain, revisions))

    async def _feed(self, name: str, request: Request) -> Answer | Refusal:
        board = f"{request.url.scheme}://{request.url.netloc}{self._base}"
        address = FeedAddress(name, _query(request), board)
        return await self._done(request, feed_answer, address, *self._kept(request))

    async def _badge(self, name: str, request: Request) -> Answer | Refusal:
        query = _query(request)
        return await self._done(request, badge_answer, name, query, *self._kept(request))

    async def _health(self, request: Request) -> Response | Refusal:
        return await self._looking.done(address_of(request.scope), health, self._source)

    async def _plain(
        self, make: Callable[[], Answer | Refusal], request: Request
    ) -> Answer | Refusal:
        """Answer a request that takes no parameters."""
        refused = unasked(_query(request))
        return await self._done(request, make) if refused is None else refused

    async def _done(
        self, request: Request, work: Callable[..., Answer | Refusal], *given: Any
    ) -> Answer | Refusal:
        return await self._work.done(address_of(request.scope), work, *given)

    def _kept(self, request: Request) -> tuple[BoardSource, KeptAnswers, str]:
        """Return the last arguments of every function whose answers are kept."""
        return self._source, self._answers, known_marks(request.headers)


async def _live(_: Request) -> Response:
    return Response('{"live": true}\n', headers=_FRESH, media_type="application/json")


async def _metrics(_: Request) -> Response:
    return Response(counted_text(), headers=_FRESH, media_type=METRICS_MEDIA)


@cache
def _described(base: str) -> Answer:
    described = {**description(), "servers": [{"url": base or "/"}]}
    text = json.dumps(described, ensure_ascii=False, indent=1)
    return fixed_answer(text + "\n", "application/json")


@cache
def _description_page(base: str) -> Answer:
    return fixed_answer(description_page(description(), base), "text/html; charset=utf-8")


def _query(request: Request) -> str:
    """Return the query as written, without the cost of assembling `request.url`."""
    return str(request.scope["query_string"].decode("latin-1"))


def _path(scope: Scope) -> str:
    """Return the path below the prefix under which a server in front serves the board."""
    path, root = str(scope["path"]), str(scope.get("root_path", ""))
    return path.removeprefix(root) if path.startswith(f"{root}/") else path


def _reading(handler: Handler) -> Mapping[str, Handler]:
    return dict.fromkeys(_READ, handler)
