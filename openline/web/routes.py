"""The routes beside the pages: each path, what it may be asked, and what answers."""

import logging
import secrets
from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from openline.analysis.tables import Table
from openline.web.envelope import Refusal
from openline.web.kept_answers import Answer, Answers
from openline.web.sending import Sending
from openline.web.source import Source
from openline.web.table_answers import Address, named_tables, table_answer
from openline.web.work import Work

API: Final = "/api/v1"
ROOTS: Final = ("api",)
"""The first parts of the paths that are answered here, and never by a page."""
_ID_BYTES: Final = 4
_READ: Final = ("GET", "HEAD")
_LOG: Final = logging.getLogger("openline")

Handler = Callable[[Request], Awaitable[Answer | Refusal | Response]]


def beside_routes(source: Source, base: str = "") -> list[BaseRoute]:
    """Return the routes of all that stands beside the pages, below the board's base path."""
    base = f"/{base.strip('/')}" if base.strip("/") else ""
    beside = Beside(source, base)
    paths = [path for root in ROOTS for path in (f"/{root}", f"/{root}/{{rest:path}}")]
    return [Route(base + path, beside) for path in paths]


class Beside:
    """Answers what stands beside the pages, and refuses in one form what does not."""

    def __init__(self, source: Source, base: str = "") -> None:
        self._source, self._base = source, base
        self._answers, self._work, self._sending = Answers(), Work(), Sending()
        self._places: dict[str, Mapping[str, Handler]] = {}
        for name, (table, form) in named_tables().items():
            self._places[f"{API}/{name}"] = _reading(partial(self._table, table, form))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        request = Request(scope, receive)
        try:
            answer = await self._answered(request)
        except Exception:  # noqa: BLE001 - the edge: any failure of a route is told here
            answer = _failed()
        await self._app(answer, request)(scope, receive, send)

    async def _answered(self, request: Request) -> Answer | Refusal | Response:
        path = _path(request.scope).removeprefix(self._base)
        methods = self._places.get(path)
        if methods is None:
            return Refusal(404, f"There is nothing at {path[:200]}.")
        if request.method not in methods:
            allowed = ", ".join(methods)
            message = f"{request.method} is not understood here; use {allowed}."
            return Refusal(405, message, headers={"Allow": allowed})
        return await methods[request.method](request)

    def _app(self, answer: Answer | Refusal | Response, request: Request) -> ASGIApp:
        if isinstance(answer, Refusal):
            return answer.response()
        return self._sending.of(answer, request) if isinstance(answer, Answer) else answer

    async def _table(self, table: Table, form: str, request: Request) -> Answer | Refusal:
        address = Address(table, form, request.url.query)
        place = (address, self._source.mark())
        known = request.headers.get("if-none-match", "")
        answer = self._answers.at(place)
        if answer is not None:
            return answer
        return await self._work.done(
            table_answer, address, place, self._source, self._answers, known
        )


def _path(scope: Scope) -> str:
    """Return the path below what a server in front was told to serve the board under."""
    path, root = str(scope["path"]), str(scope.get("root_path", ""))
    return path.removeprefix(root) if path.startswith(f"{root}/") else path


def _reading(handler: Handler) -> Mapping[str, Handler]:
    return dict.fromkeys(_READ, handler)


def _failed() -> Refusal:
    failure = secrets.token_hex(_ID_BYTES)
    _LOG.exception("Failure %s", failure)
    message = f"This could not be answered. Tell whoever runs the board the number {failure}."
    return Refusal(500, message)
