"""Room for uploads."""

import asyncio
from collections.abc import Sequence

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
        self._client = TestClient(app)

    def bring(self, name: str, size: int, session: str = "s") -> int:
        """Add a file, and return the status of the answer."""
        answer = self._client.put(f"{PLACE}/{session}/{name}", content=bytes(size))
        return int(answer.status_code)


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


async def _say_nothing(_: Message) -> None:
    pass


def test_a_file_of_unknown_length_is_refused(board: _Board) -> None:
    """Without a length nobody knows whether there is room."""
    answer = board._client.put(f"{PLACE}/s/a", content=iter([b"x"]))  # noqa: SLF001 - as above
    assert answer.status_code == 411
