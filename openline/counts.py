"""What is counted and timed while the board runs, in Prometheus's format."""

from collections.abc import Iterable
from contextlib import AbstractContextManager
from functools import cache, partial
from typing import Any, Final

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    disable_created_metrics,
    generate_latest,
)
from prometheus_client.process_collector import ProcessCollector

from openline.record.problems import Problem

METRICS_MEDIA: Final = "text/plain; version=0.0.4; charset=utf-8"
disable_created_metrics()  # type: ignore[no-untyped-call]  # start times are not wanted
_COUNTS: Final = CollectorRegistry()
_SECONDS: Final = (0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
ProcessCollector(registry=_COUNTS)
REQUESTS: Final = Counter(
    "openline_requests", "Requests by what was asked for.", ["of", "status"], registry=_COUNTS
)
_seconds = partial(Histogram, buckets=_SECONDS, registry=_COUNTS)
_REQUEST: Final = _seconds(
    "openline_request_seconds", "Seconds from a request to the end of its answer.", ["of"]
)
_RERUN: Final = _seconds(
    "openline_rerun_seconds",
    "Seconds that a page took to be drawn; their count is that of reruns.",
    ["page"],
)
_STORE: Final = _seconds(
    "openline_store_seconds", "Seconds that the store took to read or write.", ["does"]
)
SESSIONS: Final = Gauge(
    "openline_sessions", "Streams of pages that are open now.", registry=_COUNTS
)
_CACHE: Final = Counter(
    "openline_cache",
    "How often what is kept was asked for, and how often it was there.",
    ["kept", "was"],
    registry=_COUNTS,
)
_PROBLEMS: Final = Counter(
    "openline_problems",
    "Problems of addresses and of files that were checked, by code.",
    ["code"],
    registry=_COUNTS,
)


def counted_text() -> bytes:
    """Return all counts."""
    return generate_latest(_COUNTS)


def drawing(page: str) -> AbstractContextManager[Any]:
    """Time the drawing of a page, in a block."""
    return _RERUN.labels(page).time()


def asking_store(does: str) -> AbstractContextManager[Any]:
    """Time an operation of the store, in a block."""
    return _STORE.labels(does).time()


def count_request(of: str, status: int, seconds: float) -> None:
    """Count a request and its answer."""
    answered, lasted = _request_counts(of, status)
    answered.inc()
    lasted.observe(seconds)


@cache
def _request_counts(of: str, status: int) -> tuple[Counter, Histogram]:
    return REQUESTS.labels(of, str(status)), _REQUEST.labels(of)


def count_kept(kept: str, *, is_there: bool) -> None:
    """Count a request for something that may have been kept, and whether it was."""
    _kept_count(kept, is_there).inc()


@cache
def _kept_count(kept: str, is_there: bool) -> Counter:
    return _CACHE.labels(kept, "there" if is_there else "computed")


def count_problems(problems: Iterable[Problem]) -> None:
    """Count problems by code."""
    for problem in problems:
        _PROBLEMS.labels(problem.code).inc()
