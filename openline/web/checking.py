"""Checking: a posted file is read like any record, and its problems are the answer."""

from collections import Counter
from typing import Final

from starlette.requests import ClientDisconnect, Request

from openline.counts import count_problems
from openline.formats.cells import problem_frame
from openline.formats.machine import text_of
from openline.intake.large import read_apart
from openline.record.problems import ERROR, WARNING
from openline.sentences.problems import beyond_words
from openline.settings import Limits
from openline.web.envelope import Refusal
from openline.web.kept_answers import Answer
from openline.web.places import address_of
from openline.web.request import unasked
from openline.web.source import BoardSource
from openline.web.table_answers import MEDIA
from openline.web.work import Work, too_much

_ROOM: Final = 2
"""How many files of the largest size can be uploaded or read at once, besides one from an address
that has no other."""
_AT_ONCE: Final = 2
"""Large files are read in a separate process, where they do not delay others."""
_WAITING: Final = 8


class Checking:
    """Reads files that are posted to be checked, within the limits of the board, and keeps none."""

    def __init__(self, source: BoardSource) -> None:
        self._source, self._work = source, Work(_AT_ONCE, _WAITING)
        self._here: Counter[str] = Counter()
        """The bytes of files held here, by the address that sent them."""

    async def answer(self, form: str, request: Request) -> Answer | Refusal:
        """Return the problems of the file in the body of a request."""
        if (refused := unasked(request.url.query)) is not None:
            return refused
        limits = self._source.limits()
        taken, who = bytearray(), address_of(request.scope)
        try:
            refused = await self._take(request, limits, taken)
            if refused is not None:
                return refused
            return await self._work.done(who, _checked, bytes(taken), form, limits, self._source)
        except ClientDisconnect:
            return Refusal(400, "The request ended early.")
        finally:
            self._here[who] -= len(taken)
            self._here += Counter()

    async def _take(self, request: Request, limits: Limits, taken: bytearray) -> Refusal | None:
        """Read a body as far as the limits allow, and count the bytes held of all bodies."""
        said, who = request.headers.get("content-length", ""), address_of(request.scope)
        if not (said.isascii() and said.isdigit()):
            return Refusal(411, "A request with a body has to give its length.")
        if int(said) > limits.size:
            return _too_large(limits)
        async for part in request.stream():
            taken += part
            self._here[who] += len(part)
            if len(taken) > limits.size:
                return _too_large(limits)
            is_alone = self._here[who] == len(taken)
            if self._here.total() > (_ROOM + is_alone) * limits.size:
                return too_much()
        return None


def _too_large(limits: Limits) -> Refusal:
    return Refusal(413, f"A file may have at most {limits.megabytes:,} MB here.")


def _checked(data: bytes, form: str, limits: Limits, source: BoardSource) -> Answer:
    record = read_apart(data, source.today(), limits.reading, extent=limits.extent)
    count_problems(record.problems)
    headers = {
        "Cache-Control": "no-store",
        "Openline-Revision": record.digest,
        "Openline-Errors": str(record.count(ERROR)),
        "Openline-Warnings": str(record.count(WARNING)),
    }
    if record.beyond:
        headers["Openline-Note"] = beyond_words(len(record.problems), record.beyond)
    body = text_of(problem_frame(record.problems), form).encode()
    return Answer("", MEDIA[form], headers, body)
