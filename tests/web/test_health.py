"""Whether the board is well."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from openline.settings import TODAY_VARIABLE
from openline.store.problems import store_problem
from openline.ui.data.source import board_source
from openline.web.routes import beside_routes
from openline.web.source import Kept
from tests.web.beside import client

Put = Callable[[str], Path]
GOOD = "channel,date,state\nHotline,2020-01-01,open\n"


def test_a_board_is_well_with_its_record_and_its_store(
    put_record: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each part is named: the record's bytes and how old it is, and how long the store took."""
    put_record(GOOD)
    monkeypatch.setenv(TODAY_VARIABLE, "2020-01-11")
    for path in ("/health", "/health/ready"):
        answer = client().get(path)
        assert answer.status_code == 200
        assert answer.headers["cache-control"] == "no-store"
        said = answer.json()
        assert (said["status"], said["live"], said["ready"]) == ("ok", True, True)
        assert len(said["record"].pop("digest")) == 64
        assert said["record"] == {"status": "ok", "last_day": "2020-01-01", "days_old": 10}
        assert said["store"]["status"] == "ok"
        assert said["store"]["milliseconds"] >= 0
    assert client().head("/health").status_code == 200


def test_a_record_that_went_bad_is_not_well(put_record: Put) -> None:
    """Though the last good one is shown; and one that never was good neither."""
    path = put_record(GOOD)
    assert client().get("/health").status_code == 200
    path.write_text("channel,date,state\nHotline,05/01/2020,open\n")
    answer = client().get("/health")
    assert answer.status_code == 503
    said = answer.json()
    assert (said["status"], said["live"], said["ready"]) == ("bad", True, False)
    assert said["store"]["status"] == "ok"
    assert said["record"]["status"] == "bad"
    assert said["record"]["message"].startswith("The record's file has 1 error; the last good")
    assert client().get("/health/live").status_code == 200


def test_a_store_that_does_not_answer_is_not_well(put_record: Put) -> None:
    """It is named with the problem that it has."""
    put_record(GOOD)
    silent = store_problem("store-busy", "It is busy.", "Try again.")
    source = replace(board_source(), store=lambda: Kept(problem=silent, seconds=5.0))
    answer = TestClient(Starlette(routes=beside_routes(source))).get("/health")
    assert answer.status_code == 503
    said = answer.json()
    assert said["record"]["status"] == "ok"
    assert said["store"] == {
        "status": "bad",
        "milliseconds": 5000.0,
        "code": "store-busy",
        "message": "It is busy.",
    }


def test_metrics_are_told_as_prometheus_reads_them() -> None:
    """What was kept and asked for again is among them."""
    client().get("/api/v1/status?asof=2023-02-30")
    answer = client().get("/metrics")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8"
    assert 'openline_problems_total{code="parameter-value"}' in answer.text
