"""Health: whether the board can show its record, and whether the store answers."""

import json
from typing import Any, Final

from starlette.responses import Response

from openline.view.parameters import BUNDLED
from openline.web.source import BoardSource

_WELL: Final = "ok"
_BAD: Final = "bad"
_NO_STORE: Final = {"Cache-Control": "no-store"}


def health(source: BoardSource) -> Response:
    """Return the state of each part: 200 where all are well, 503 where one is bad, with its
    name."""
    parts = {"record": _record(source), "store": _store(source)}
    is_well = all(part["status"] == _WELL for part in parts.values())
    said = {"status": _WELL if is_well else _BAD, "live": True, "ready": is_well, **parts}
    body = json.dumps(said, ensure_ascii=False, indent=1) + "\n"
    return Response(body, 200 if is_well else 503, _NO_STORE, "application/json")


def _record(source: BoardSource) -> dict[str, Any]:
    today = source.today()
    shown = source.shown(BUNDLED, today)
    if shown.record is None:
        return {"status": _BAD, "message": shown.note}
    last = shown.record.latest_day(today)
    said = {
        "status": _BAD if shown.note else _WELL,
        "digest": shown.record.digest,
        "last_day": str(last),
        "days_old": (today - last).days,
    }
    return {**said, "message": shown.note} if shown.note else said


def _store(source: BoardSource) -> dict[str, Any]:
    kept = source.store()
    said = {"milliseconds": round(kept.seconds * 1000, 1)}
    if kept.problem is None:
        return {"status": _WELL, **said}
    return {"status": _BAD, **said, "code": kept.problem.code, "message": kept.problem.message}
