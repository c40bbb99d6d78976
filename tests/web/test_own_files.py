"""Whose file it is, and whose session."""

from typing import Any, Final

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket

from openline.web.own_files import (
    COOKIE,
    Owners,
    OwnFiles,
    cookie_key,
    is_of_one_reader,
    the_owners,
)

MINE: Final = "m" * 43
OTHERS: Final = "o" * 43
SESSION: Final = "16e20383-1e9d-4994-8d1e-655a418b4b56"
UPLOAD: Final = f"/base/_stcore/upload_file/{SESSION}/a"


async def _answer(request: Request) -> PlainTextResponse:
    return PlainTextResponse(f"{request.method} was let in")


async def _page(_: Any) -> HTMLResponse:
    return HTMLResponse("<p>come in</p>")


async def _kept(_: Any) -> Response:
    return Response(status_code=304)


async def _offered(socket: WebSocket) -> None:
    await socket.accept("streamlit")
    await socket.send_text(socket.headers["sec-websocket-protocol"])
    await socket.close()


@pytest.fixture
def owners() -> Owners:
    """Return the owners of one session, which is mine."""
    made = Owners()
    made.note(SESSION, MINE)
    return made


def _client(owners: Owners, key: str | None = None) -> TestClient:
    methods = ["GET", "PUT", "DELETE", "OPTIONS"]
    routes = [
        Route("/page", _page),
        Route("/kept", _kept),
        WebSocketRoute("/stream", _offered),
        Route("/{rest:path}", _answer, methods=methods),
    ]
    client = TestClient(OwnFiles(Starlette(routes=routes), owners))
    if key is not None:
        client.cookies.set(COOKIE, key)
    return client


@pytest.mark.parametrize("start", ["/media/", "/base/media/", "/media/x/media/"])
def test_a_file_is_answered_to_the_key_it_was_made_for(owners: Owners, start: str) -> None:
    """Every other key, and none, gets what a file that is not there gets."""
    address = f"{start}{owners.tag(MINE)}-0123.csv"
    assert _client(owners, MINE).get(address).status_code == 200
    for key in (OTHERS, "", None, owners.tag(MINE)):
        assert _client(owners, key).get(address).status_code == 404
    for other in (f"{start}0123.csv", f"{start}-0123.csv", f"{start}{owners.tag(None)}-0.csv"):
        assert _client(owners, MINE).get(other).status_code == 404


def test_tags_differ_by_key_and_by_process() -> None:
    """None can be made without the process's secret; without a key none is made twice."""
    one, other = Owners(), Owners()
    assert one.tag(MINE) == one.tag(MINE)
    assert len({one.tag(MINE), one.tag(OTHERS), other.tag(MINE), one.tag(None), one.tag(None)}) == 5
    assert MINE not in one.tag(MINE)


@pytest.mark.parametrize("method", ["PUT", "DELETE", "GET"])
def test_an_upload_is_its_session_s_browser_s(owners: Owners, method: str) -> None:
    """Another key, none, and a session that nobody began are refused."""
    assert _client(owners, MINE).request(method, UPLOAD).status_code == 200
    for key in (OTHERS, None):
        assert _client(owners, key).request(method, UPLOAD).status_code == 403
    strange = UPLOAD.replace(SESSION, "strange")
    assert _client(owners, MINE).request(method, strange).status_code == 403


@pytest.mark.parametrize(("key", "kept"), [(MINE, True), (OTHERS, False), (None, False)])
def test_a_session_is_taken_up_again_by_its_browser_alone(
    owners: Owners, key: str | None, kept: bool
) -> None:
    """Another browser that knows it begins a new one."""
    client = _client(owners, key)
    with client.websocket_connect("/stream", ["streamlit", "xsrf", SESSION]) as socket:
        assert socket.receive_text() == ("streamlit, xsrf" + (f", {SESSION}" if kept else ""))
    with client.websocket_connect("/stream", ["streamlit"]) as socket:
        assert socket.receive_text() == "streamlit"


PAGE: Final = {"accept": "text/html,application/xhtml+xml"}


def test_a_page_gives_a_key_once(owners: Owners) -> None:
    """No script can read it, no cache keeps it, and one that is there stays."""
    client = _client(owners)
    answer = client.get("/page", headers=PAGE)
    given = answer.headers["set-cookie"]
    assert given.endswith("; Path=/; HttpOnly; SameSite=Lax")
    assert cookie_key(given.partition(";")[0]) is not None
    assert answer.headers["cache-control"] == "private, no-cache"
    assert "set-cookie" not in client.get("/page", headers=PAGE).headers
    assert "set-cookie" not in _client(owners).get("/static/x.js").headers
    assert "set-cookie" in _client(owners).get("/base/_stcore/health").headers


def test_a_page_that_the_browser_has_already_gives_a_key_too(owners: Owners) -> None:
    """Its cookie goes with the browser's session, and its copy of the page may stay."""
    answer = _client(owners).get("/kept", headers=PAGE)
    assert (answer.status_code, "content-type" in answer.headers) == (304, False)
    assert "set-cookie" in answer.headers


def test_behind_https_the_key_goes_by_https_alone(owners: Owners) -> None:
    """A browser never sends it in the clear then."""
    app = OwnFiles(Starlette(routes=[Route("/", _page)]), owners)
    answer = TestClient(app, "https://testserver").get("/", headers=PAGE)
    assert answer.headers["set-cookie"].endswith("; Secure")


def test_what_is_no_key_is_none() -> None:
    """Other cookies, odd ones and short ones."""
    assert cookie_key(f"a=b; {COOKIE}={MINE}; c") == MINE
    for cookies in ("", "=;", f"{COOKIE}=", f"{COOKIE}={MINE}x", f"x{COOKIE}={MINE}", "\x00"):
        assert cookie_key(cookies) is None


def test_the_first_key_of_a_session_stays_and_old_sessions_are_forgotten() -> None:
    """A later one changes nothing; there is an end to how many sessions are known."""
    few = Owners(most=2)
    few.note("a", MINE)
    few.note("a", OTHERS)
    few.note("b", None)
    assert few.key("a") == MINE
    assert few.key("b") is None
    few.note("b", MINE)
    few.note("c", MINE)
    assert few.key("a") is None
    assert few.owns(MINE, "c")
    assert the_owners() is the_owners()


def test_fonts_are_no_file_of_a_reader() -> None:
    """What stands below the page's own parts is for all."""
    assert is_of_one_reader("/media/x")
    assert is_of_one_reader(UPLOAD)
    assert not is_of_one_reader("/static/media/font.woff2")
    assert not is_of_one_reader("/base/static/media/font.woff2")
