"""The envelope: the single form in which every route beside the pages refuses a request."""

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
"""The first segments of the paths that routes beside the pages answer, and never a page."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A reason not to answer a request: the HTTP status, a sentence, and the problems of the
    request, each with its parameter."""

    status: int
    message: str
    problems: Sequence[Problem] = ()
    headers: Mapping[str, str] = field(default_factory=dict)

    def response(self) -> Response:
        """Return the refusal as JSON that no cache may keep."""
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
    """Log the current exception, and return the number under which it can be found in the log."""
    number = secrets.token_hex(_ID_BYTES)
    _LOG.exception("Failure %s", number)
    return number
