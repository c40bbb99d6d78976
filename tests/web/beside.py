"""What stands beside the pages, asked in this process, and the command line beside it."""

from functools import cache
from typing import Any

import pytest
from httpx2 import Response
from starlette.applications import Starlette
from starlette.testclient import TestClient

from openline import cli
from openline.ui.data.source import board_source
from openline.web.routes import beside_routes
from tests.asking import read_once

__all__ = ["client", "error_of", "fresh_client", "printed"]


@cache
def client() -> TestClient:
    """Return a client of the routes, the same for all tests."""
    return fresh_client()


def fresh_client(base: str = "") -> TestClient:
    """Return a client of routes that have answered nothing yet."""
    return TestClient(Starlette(routes=beside_routes(board_source(), base)))


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Return what a command prints."""
    capsys.readouterr()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cli, "read_record", read_once)
        assert cli.main(arguments) == 0
    return capsys.readouterr().out


def error_of(response: Response) -> dict[str, Any]:
    """Return what an envelope says, which is all that the answer is, and which no cache keeps."""
    assert response.headers["content-type"] == "application/json"
    assert response.headers["cache-control"] == "no-store"
    said = response.json()
    assert list(said) == ["error"]
    error: dict[str, Any] = said["error"]
    assert list(error) == ["status", "message", "problems"]
    assert error["status"] == response.status_code
    assert error["message"]
    return error
