"""Which names the board answers to, and who may use it."""

from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket, WebSocketDisconnect

from openline.web.gate import Gate, host_name, is_own_origin
from tests.web.beside import error_of

HOUSE = ("board.example.org", "*.house.example")


async def _greet(_: Any) -> PlainTextResponse:
    return PlainTextResponse("come in")


async def _speak(socket: WebSocket) -> None:
    await socket.accept()
    await socket.close()


def _client(*hosts: str) -> TestClient:
    routes = [
        Route("/", _greet, methods=["GET", "POST"]),
        WebSocketRoute("/stream", _speak),
    ]
    return TestClient(Gate(Starlette(routes=routes), hosts))


@pytest.mark.parametrize(
    "host",
    [
        "localhost",
        "localhost:8501",
        "127.0.0.1:8501",
        "10.1.2.3",
        "[::1]:8501",
        "board.example.org",
        "Board.Example.org.:443",
        "a.b.house.example",
    ],
)
def test_the_board_answers_to_its_own_names(host: str) -> None:
    """Addresses of digits, localhost and the names that are listed are its own."""
    assert _client(*HOUSE).get("/", headers={"host": host}).text == "come in"


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "house.example",
        "xboard.example.org",
        "board.example.org.evil.example",
        "",
        "a@127.0.0.1",
        "127.0.0.1:x",
        "127.0.0.1/",
        "[fe80::1%evil.example]",
    ],
)
def test_another_name_is_refused_with_what_to_do(host: str) -> None:
    """A name that could lead a browser here from a foreign site is refused, also for sockets."""
    answer = _client(*HOUSE).get("/", headers={"host": host})
    assert answer.status_code == 421
    assert "OPENLINE_HOSTS" in answer.text
    with (
        pytest.raises(WebSocketDisconnect),
        _client(*HOUSE).websocket_connect("/stream", headers={"host": host}),
    ):
        pass


def test_every_name_may_be_allowed() -> None:
    """Behind a proxy that checks names itself a star stands for all of them."""
    assert _client("*").get("/", headers={"host": "any.example"}).status_code == 200


@pytest.mark.parametrize(
    "origin",
    ["https://evil.example", "http://localhost:9999", "null", "file://", "http://localhost.evil"],
)
def test_a_page_of_another_site_opens_no_socket_and_sends_nothing(origin: str) -> None:
    """A foreign origin is refused before anything behind the gate sees it."""
    headers = {"host": "localhost:8501", "origin": origin}
    assert _client().post("/", headers=headers).status_code == 403
    with (
        pytest.raises(WebSocketDisconnect),
        _client().websocket_connect("/stream", headers=headers),
    ):
        pass


@pytest.mark.parametrize("origin", ["http://localhost:8501", "https://LOCALHOST:8501", None])
def test_the_board_s_own_pages_open_sockets(origin: str | None) -> None:
    """A page of the board, over http or behind a proxy with https, and a program without an
    origin may connect."""
    headers = {"host": "localhost:8501"} | ({"origin": origin} if origin else {})
    with _client().websocket_connect("/stream", headers=headers):
        pass
    assert _client().post("/", headers=headers).status_code == 200


def test_a_link_from_another_site_opens_the_board() -> None:
    """What only reads may come from anywhere."""
    headers = {"host": "localhost", "origin": "https://mail.example"}
    assert _client().get("/", headers=headers).status_code == 200


def test_names_and_origins_are_read_as_browsers_write_them() -> None:
    """Ports and case do not matter to a name, and matter to an origin but for case."""
    assert host_name("Board.example.org:8501") == "board.example.org"
    assert host_name("[::1") is None
    assert is_own_origin("http://Board:1", "board:1")
    assert not is_own_origin("http://board:2", "board:1")
    assert not is_own_origin("http://[", "board:1")


@pytest.mark.parametrize("path", ["/auth/login", "/board/auth/logout", "/oauth2callback"])
def test_streamlit_s_ways_to_log_in_are_closed(path: str) -> None:
    """The board has none, and one of them would set a cookie."""
    answer = _client("*").get(path)
    assert (answer.status_code, answer.text) == (404, "There is nothing here.")


def test_a_body_has_to_come_with_its_length() -> None:
    """One in parts is refused before it is read, and the connection closed."""
    answer = _client("*").post("/", content=iter([b"a", b"b"]))
    assert answer.status_code == 411
    assert answer.headers["connection"] == "close"
    assert _client("*").post("/", content=b"ab").text == "come in"


@pytest.mark.parametrize("base", ["", "/board/"])
def test_programs_are_refused_in_the_form_that_they_read(base: str) -> None:
    """A page is told a sentence; what stands beside the pages, the same in the one envelope."""
    asking = TestClient(Gate(Starlette(), HOUSE, base))
    below = base.rstrip("/")
    foreign = {"host": "localhost", "origin": "https://evil.example"}
    answer = asking.post(f"{below}/api/v1/check", content=b"x", headers=foreign)
    assert answer.status_code == 403
    assert error_of(answer)["message"] == "The board can only be used from its own pages."
    answer = asking.get(f"{below}/feeds/changes.atom", headers={"host": "evil.example"})
    assert answer.status_code == 421
    assert "OPENLINE_HOSTS" in error_of(answer)["message"]
    parts = {"host": "localhost", "transfer-encoding": "chunked"}
    answer = asking.post(f"{below}/api/v1/check", headers=parts)
    assert (answer.status_code, answer.headers["connection"]) == (411, "close")
    assert error_of(answer)["status"] == 411
    page = asking.get(f"{below}/gaps", headers={"host": "evil.example"})
    assert page.headers["content-type"].startswith("text/plain")
