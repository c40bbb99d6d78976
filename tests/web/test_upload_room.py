"""Room for uploads."""

import asyncio
from collections.abc import Sequence
from typing import Final

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient
from starlette.types import Message, Receive, Scope, Send

from openline.web.upload_room import UploadRoom

PLACE = "/_stcore/upload_file"


class _Files:
    """Files by session and name, as Streamlit keeps them."""

    def __init__(self) -> None:
        self.kept: set[tuple[str, str]] = set()

    def get_files(self, session_id: str, file_ids: Sequence[str], /) -> Sequence[object]:
        return [name for name in file_ids if (session_id, name) in self.kept]

    def remove_file(self, session_id: str, file_id: str, /) -> None:
        self.kept.discard((session_id, file_id))


class _Board:
    """A board that takes files, with ten bytes of room and a clock that is set."""

    def __init__(self) -> None:
        self.now, self.files = 0.0, _Files()

        async def take(request: Request) -> PlainTextResponse:
            await request.body()
            self.files.kept.add((request.path_params["session"], request.path_params["name"]))
            return PlainTextResponse("taken")

        taking = Route(f"{PLACE}/{{session}}/{{name}}", take, methods=["PUT"])
        app = UploadRoom(Starlette(routes=[taking]), 10, lambda: self.files, 10, lambda: self.now)
        self._client, self._app = TestClient(app), app

    def bring(self, name: str, size: int, session: str = "s", who: str = "10.0.0.1") -> int:
        """Add a file from an address, and return the status of the answer."""
        client = TestClient(self._app, client=(who, 1))
        return int(client.put(f"{PLACE}/{session}/{name}", content=bytes(size)).status_code)


@pytest.fixture
def board() -> _Board:
    """Give a board without files."""
    return _Board()


def test_a_file_is_let_in_where_there_is_room(board: _Board) -> None:
    """Those that no page has taken yet count; one more than has room is refused."""
    assert [board.bring(name, 4) for name in "abc"] == [200, 200, 503]
    assert board.bring("large", 11, "other") == 503


def test_what_was_taken_makes_room(board: _Board) -> None:
    """Once its page has it, a file counts no more; one that is on its way does."""
    board.bring("a", 8)
    board.files.kept.clear()
    assert board.bring("b", 8) == 503
    board.now = 6.0
    assert board.bring("b", 8) == 200


def test_what_no_page_takes_is_dropped_after_a_while(board: _Board) -> None:
    """After the minutes that are set it goes, when another file comes."""
    board.bring("a", 8)
    board.now = 599.0
    assert board.bring("b", 8) == 503
    board.now = 601.0
    assert board.bring("b", 8) == 200
    assert board.files.kept == {("s", "b")}


def test_files_that_come_slowly_have_no_more_room_than_there_is() -> None:
    """Two that were let in one after the other, each before the other was whole: the first for
    which there is no room any more is ended."""

    async def bring() -> list[str]:
        now, seen = [0.0], list[str]()
        pieces: dict[str, asyncio.Queue[int]] = {"a": asyncio.Queue(), "b": asyncio.Queue()}

        async def take(scope: Scope, receive: Receive, _: Send) -> None:
            while (await receive())["type"] == "http.request":
                seen.append(scope["path"][-1])
            seen.append(f"{scope['path'][-1]} ended")

        room = UploadRoom(take, 10, _Files, 10, lambda: now[0])

        async def one(name: str, size: int) -> None:
            async def receive() -> Message:
                return {"type": "http.request", "body": bytes(await pieces[name].get())}

            length = [(b"content-length", b"%d" % size)]
            scope = {"type": "http", "method": "PUT", "path": f"{PLACE}/s/{name}"}
            await room({**scope, "headers": length}, receive, _say_nothing)

        async def hear(name: str) -> None:
            count = len(seen)
            pieces[name].put_nowait(4)
            while len(seen) == count:
                await asyncio.sleep(0)

        first = asyncio.create_task(one("a", 8))
        await hear("a")
        now[0] = 6.0
        second = asyncio.create_task(one("b", 6))
        await hear("b")
        await hear("a")
        await first
        second.cancel()
        return seen

    assert asyncio.run(bring()) == ["a", "b", "a ended"]


def test_what_one_address_brought_keeps_no_other_from_bringing_less(board: _Board) -> None:
    """What has been there longest makes room, for as long as the one who comes has less; the same
    address makes no room for itself."""
    for name in "abc":
        assert board.bring(name, 3) == 200
        board.now += 1
    assert board.bring("d", 3) == 503
    assert board.bring("e", 3, who="10.0.0.2") == 200
    assert board.files.kept == {("s", "b"), ("s", "c"), ("s", "e")}
    assert board.bring("f", 3, who="10.0.0.2") == 503
    assert board.bring("g", 1, who="10.0.0.3") == 200


def test_what_comes_slowly_keeps_no_other_address_from_bringing_less() -> None:
    """A file of which no more than the end is missing is ended where another needs its room."""

    async def bring() -> list[str]:
        seen, sent, pieces = list[str](), list[Message](), asyncio.Queue[int]()

        async def take(scope: Scope, receive: Receive, _: Send) -> None:
            while (await receive())["type"] == "http.request":
                seen.append(scope["path"][-1])
            seen.append("ended")

        async def receive() -> Message:
            return {"type": "http.request", "body": bytes(await pieces.get())}

        async def send(message: Message) -> None:
            sent.append(message)

        def scope(name: str, who: str, size: int) -> Scope:
            length = [(b"content-length", b"%d" % size)]
            path = f"{PLACE}/s/{name}"
            return {**_PUT, "path": path, "client": (who, 1), "headers": length}

        room = UploadRoom(take, 10, _Files, 10, lambda: 0.0)
        slow = asyncio.create_task(room(scope("a", "10.0.0.1", 9), receive, send))
        pieces.put_nowait(8)
        while not seen:
            await asyncio.sleep(0)
        other = asyncio.create_task(room(scope("b", "10.0.0.2", 4), _wait, send))
        await asyncio.sleep(0)
        pieces.put_nowait(1)
        await slow
        other.cancel()
        return seen + [str(message) for message in sent]

    assert asyncio.run(bring()) == ["a", "ended"]


_PUT: Final[Scope] = {"type": "http", "method": "PUT"}


async def _wait() -> Message:
    await asyncio.Event().wait()
    raise AssertionError


async def _say_nothing(_: Message) -> None:
    pass


def test_a_file_of_unknown_length_is_refused(board: _Board) -> None:
    """Without a length nobody knows whether there is room."""
    answer = board._client.put(f"{PLACE}/s/a", content=iter([b"x"]))  # noqa: SLF001 - as above
    assert answer.status_code == 411
