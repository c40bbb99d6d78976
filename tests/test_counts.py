"""The counts and times of the running board."""

from collections.abc import Callable

import pytest

from openline.counts import (
    asking_store,
    count_kept,
    count_problems,
    count_request,
    counted_text,
    drawing,
)
from openline.record.problems import WARNING, Problem


def _value(line: str) -> float:
    """Return the value of a line, 0 if it is not there yet."""
    found = [text for text in counted_text().decode().splitlines() if text.startswith(f"{line} ")]
    return float(found[0].rsplit(" ", 1)[1]) if found else 0.0


def test_each_act_is_counted_once() -> None:
    """Requests, cached results, problems, drawings and actions of the store count, including
    failures."""
    problem = Problem(WARNING, "parameter-value", None, "asof", None, "", "")

    def fail() -> None:
        with pytest.raises(ValueError), asking_store("read"):
            raise ValueError

    def draw() -> None:
        with drawing("gaps"):
            pass

    acts: dict[str, Callable[[], object]] = {
        'openline_requests_total{of="api",status="200"}': lambda: count_request("api", 200, 0.1),
        'openline_request_seconds_sum{of="api"}': lambda: count_request("api", 200, 1.0),
        'openline_cache_total{kept="tables",was="there"}': lambda: count_kept(
            "tables", is_there=True
        ),
        'openline_problems_total{code="parameter-value"}': lambda: count_problems([problem]),
        'openline_rerun_seconds_count{page="gaps"}': draw,
        'openline_store_seconds_count{does="read"}': fail,
    }
    for line, act in acts.items():
        before = _value(line)
        act()
        assert _value(line) == pytest.approx(before + 1), line


def test_the_process_s_memory_is_told() -> None:
    """It is given under Prometheus's own name."""
    assert _value("process_resident_memory_bytes") > 10_000_000
