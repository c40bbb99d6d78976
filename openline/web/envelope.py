"""The envelope: the one form in which whatever stands beside the pages says what it cannot do."""

import json
import logging
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from starlette.responses import Response

from openline.record.problems import Problem

_ID_BYTES: Final = 4
_LOG: Final = logging.getLogger("openline")
ROOTS: Final = ("api", "badges", "feeds", "health", "metrics")
"""The first parts of the paths that are answered beside the pages, and never by a page."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a request is not answered: its status in HTTP, a sentence, and the problems of what
    was asked, each with its parameter."""

    status: int
    message: str
    problems: Sequence[Problem] = ()
    headers: Mapping[str, str] = field(default_factory=dict)

    def response(self) -> Response:
        """Return the refusal as JSON, which no cache keeps."""
        said = {
            "status": self.status,
            "message": self.message,
            "problems": [_told(problem) for problem in self.problems],
        }
        body = json.dumps({"error": said}, ensure_ascii=False, indent=1) + "\n"
        headers = {"Cache-Control": "no-store", **self.headers}
        return Response(body, self.status, headers, "application/json")


def _told(problem: Problem) -> dict[str, str | None]:
    return {
        "code": problem.code,
        "parameter": problem.column,
        "value": problem.value,
        "message": problem.message,
        "suggestion": problem.suggestion,
    }


def failure_number() -> str:
    """Log what was raised just now, and return the number under which it is found there."""
    number = secrets.token_hex(_ID_BYTES)
    _LOG.exception("Failure %s", number)
    return number
