"""The routes beside the pages."""

import logging
from dataclasses import replace
from datetime import date

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from openline.ui.data.source import board_source
from openline.web.envelope import ROOTS
from openline.web.routes import beside_routes
from openline.web.source import Shown
from openline.web.table_answers import named_tables
from tests.web.beside import client, error_of, fresh_client

pytestmark = pytest.mark.usefixtures("set_today")


@pytest.mark.parametrize("name", named_tables())
def test_a_bad_request_of_any_route_is_refused_in_one_form(name: str) -> None:
    """A parameter that is unknown, and each way of asking that is not understood."""
    place = f"/api/v1/{name}"
    assert client().get(f"{place}?asof=2023-02-30").status_code == 400
    error_of(client().get(f"{place}?x=1"))
    for method in ("POST", "PUT", "PATCH", "DELETE", "OPTIONS"):
        answer = client().request(method, place)
        assert answer.status_code == 405
        assert answer.headers["allow"] == "GET, HEAD"
        error_of(answer)


@pytest.mark.parametrize("root", ROOTS)
def test_a_path_that_is_not_there_is_not_a_page(root: str) -> None:
    """Whatever it is asked."""
    for path in (f"/{root}/nope", f"/{root}/v1/status.xml", f"/{root}/v1/status/", f"/{root}/a/b"):
        for method in ("GET", "POST"):
            answer = client().request(method, path)
            assert answer.status_code == 404
            error_of(answer)


def test_routes_stand_below_the_board_s_path() -> None:
    """And nowhere else."""
    below = fresh_client("/boards/openline/")
    assert below.get("/boards/openline/api/v1/status").status_code == 200
    error_of(below.get("/boards/openline/api/v1/nope"))
    assert below.get("/api/v1/status").status_code == 404


def test_a_failure_is_logged_with_the_number_that_is_told(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """And nothing else of it is told."""

    def fails(_: str, __: date) -> Shown:
        raise ZeroDivisionError("secret")

    source = replace(board_source(), shown=fails)
    asking = TestClient(Starlette(routes=beside_routes(source)))
    with caplog.at_level(logging.CRITICAL + 1, "openline"):
        answer = asking.get("/api/v1/status")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "Tell whoever runs the board the number" in str(error_of(answer)["message"])
