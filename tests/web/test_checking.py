"""Files that are sent to be checked."""

import asyncio
from pathlib import Path
from typing import Final

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.testclient import TestClient
from starlette.types import Message

from openline import cli
from openline.settings import MAX_MB, MAX_ROWS, TODAY_VARIABLE
from openline.ui.data.source import board_source
from openline.web.checking import Checking
from openline.web.envelope import Refusal
from openline.web.gate import Gate
from openline.web.routes import beside_routes
from tests.web.beside import client, error_of

pytestmark = pytest.mark.usefixtures("set_today")
GOLDEN = sorted((Path(__file__).parents[1] / "golden").glob("*.csv"))


def test_a_file_that_is_sent_has_the_problems_that_the_command_prints(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Byte for byte, for golden files of several kinds, in JSON or CSV by turns."""
    monkeypatch.setenv(TODAY_VARIABLE, "2026-11-25")
    for i, path in enumerate(GOLDEN[::8]):
        form = ("json", "csv")[i % 2]
        answer = client().post(f"/api/v1/check.{form}", content=path.read_bytes())
        assert answer.status_code == 200
        capsys.readouterr()
        cli.main(["check", str(path), "--format", form])
        told = capsys.readouterr()
        assert answer.content.decode() == told.out, path
        errors, warnings = (answer.headers[f"openline-{name}"] for name in ("errors", "warnings"))
        assert told.err.replace(",", "").startswith(f"{errors} error")
        assert f" {warnings} warning" in told.err


def test_a_file_beyond_a_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """By its size before it is read; by its rows as on the board."""
    monkeypatch.setenv(MAX_MB.variable, "1")
    answer = client().post("/api/v1/check", content=b"x" * 1_000_001)
    assert answer.status_code == 413
    assert error_of(answer)["message"] == "A file may have at most 1 MB here."
    monkeypatch.setenv(MAX_ROWS.variable, "1")
    text = b"channel,date,state\nHotline,2020-01-01,open\nHotline,2021-01-01,severed\n"
    (problem,) = client().post("/api/v1/check", content=text).json()
    assert problem["code"] == "row-limit"


def test_a_file_of_unknown_length_is_refused() -> None:
    """Nor is a parameter understood, nor another way of asking."""
    answer = client().post("/api/v1/check", content=iter([b"channel,date,state\n"]))
    assert answer.status_code == 411
    error_of(answer)
    assert client().post("/api/v1/check?x=1", content=b"").status_code == 400
    answer = client().get("/api/v1/check")
    assert (answer.status_code, answer.headers["allow"]) == (405, "POST")


def test_a_page_of_another_site_sends_nothing() -> None:
    """The gate stands before it."""
    asking = TestClient(Gate(Starlette(routes=beside_routes(board_source()))))
    headers = {"host": "localhost", "origin": "https://evil.example"}
    assert asking.post("/api/v1/check", content=b"x", headers=headers).status_code == 403


def test_room_is_given_back() -> None:
    """A file after another is read, however many there were."""
    for _ in range(5):
        answer = client().post("/api/v1/check", content=b"channel,date,state\nA,2020-01-01,open\n")
        assert answer.json() == []
        assert answer.headers["cache-control"] == "no-store"
        assert "etag" not in answer.headers


def test_one_address_keeps_no_other_from_having_a_file_checked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Files that are nearly here take the room of all; an address that has none here has room for
    one more, and the same address has not."""
    monkeypatch.setenv(MAX_MB.variable, "1")

    async def tried() -> list[int]:
        checking, end = Checking(board_source()), asyncio.Event()

        async def send(who: str, size: int) -> int:
            async def receive() -> Message:
                if size < 1_000_000:
                    return {"type": "http.request", "body": bytes(size)}
                await end.wait()
                return {"type": "http.disconnect"}

            first = iter([{"type": "http.request", "body": bytes(size), "more_body": True}])

            async def coming() -> Message:
                return next(first, None) or await receive()

            length = [(b"content-length", b"%d" % size)]
            scope = {**_POST, "client": (who, 1), "headers": length}
            request = Request(scope, coming if size == 1_000_000 else receive)
            answer = await checking.answer("json", request)
            return answer.status if isinstance(answer, Refusal) else 200

        held = [asyncio.create_task(send("10.0.0.1", 1_000_000)) for _ in range(2)]
        await asyncio.sleep(0)
        seen = [await send(who, 10) for who in ("10.0.0.1", "10.0.0.2")]
        end.set()
        return [*seen, *[await task for task in held], await send("10.0.0.1", 10)]

    assert asyncio.run(tried()) == [503, 200, 400, 400, 200]


_POST: Final = {"type": "http", "method": "POST", "path": "/", "query_string": b""}
