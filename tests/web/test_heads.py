"""Heads of requests: what is read of a connection, and when."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from openline.web.connections import Connections
from openline.web.gate import Gate
from openline.web.heads import Turns
from tests.web.serving import HOST, Line, serving

GET = b"GET / HTTP/1.1\r\n" + HOST


def test_turns_let_everything_else_be_done_between() -> None:
    """What takes a turn is done in its order, with the loop's other work after each."""

    async def done() -> list[str]:
        turns, seen, ended = Turns(0.001), list[str](), asyncio.Event()

        def work(name: str) -> None:
            seen.append(name)
            asyncio.get_running_loop().call_soon(seen.append, "other work")

        turns.take(lambda: work("first"))
        turns.take(lambda: work("second"))
        turns.take(ended.set)
        await ended.wait()
        return seen

    assert asyncio.run(done()) == ["first", "other work", "second", "other work"]


def test_few_turns_do_not_wait_and_many_do() -> None:
    """Of ten taken at once five begin without a pause, and each further one a pause later."""

    async def done() -> list[float]:
        turns, ended, times = Turns(0.01, at_once=4), asyncio.Event(), list[float]()
        loop = asyncio.get_running_loop()
        begun = loop.time()
        for _ in range(10):
            turns.take(lambda: times.append(loop.time() - begun))
        turns.take(ended.set)
        await ended.wait()
        return times

    times = asyncio.run(done())
    assert times[9] >= 0.05


def test_what_is_soon_done_leaves_others_as_much_time_and_no_more() -> None:
    """Of five turns of a tenth of a second each most is given back where each is done at once,
    and what took long has its whole turn."""

    async def done(took: float) -> float:
        turns, ended = Turns(0.1, at_once=0), asyncio.Event()
        loop = asyncio.get_running_loop()
        begun = loop.time()

        def work() -> None:
            loop.call_soon(turns.took, took)

        for _ in range(5):
            turns.take(work)
        turns.take(ended.set)
        await ended.wait()
        return loop.time() - begun

    assert asyncio.run(done(0.0)) < 0.25
    assert asyncio.run(done(0.03)) >= 0.24
    assert asyncio.run(done(9.0)) >= 0.4


def test_a_turn_that_fails_holds_up_no_other(caplog: pytest.LogCaptureFixture) -> None:
    """Its fault goes to the log."""

    async def done() -> None:
        turns, ended = Turns(0.001), asyncio.Event()
        turns.take(lambda: dict[str, str]()["there is none"])  # type: ignore[arg-type]  # fails
        turns.take(ended.set)
        await ended.wait()

    asyncio.run(done())
    assert "there is none" in caplog.text


async def _answer(request: Request) -> Response:
    body = await request.body() if request.url.path == "/body" else b""
    return PlainTextResponse(f"{request.method} {request.url.path} {len(body)}")


def _spoken(speak: Callable[[Line], Awaitable[object]]) -> object:
    """Speak to a board with the gate before it, and return what was heard."""

    async def spoken() -> object:
        methods = ["GET", "PUT"]
        app = Starlette(routes=[Route(path, _answer, methods=methods) for path in ("/", "/body")])
        async with serving(Gate(app), Connections(10)) as served, served.line() as line:
            return await speak(line)

    return asyncio.run(spoken())


def test_requests_are_answered_one_after_the_other() -> None:
    """Each once it was asked, with the body that it has, however it is cut into pieces."""

    async def speak(line: Line) -> list[object]:
        heard: list[object] = []
        line.say(GET + b"\r\n")
        heard.append(await line.answer())
        line.say(
            b"PUT /body HTTP/1.1\r\n" + HOST + b"Content-Length: 100000\r\n\r\n" + b"a" * 60_000
        )
        line.say(b"a" * 40_000)
        heard.append(await line.answer())
        for part in (b"GET /", b"body HTTP/1.1\r", b"\n" + HOST + b"\r", b"\n"):
            line.say(part)
            await asyncio.sleep(0)
        heard.append(await line.answer())
        return heard

    assert _spoken(speak) == [(200, b"GET / 0"), (200, b"PUT /body 100000"), (200, b"GET /body 0")]


@pytest.mark.parametrize(
    "lines",
    [b"a:b\r\n" * 100, b"a: " + b"b" * 33_000 + b"\r\n", b"Cookie: a=b\r\n" * 2_000],
    ids=["lines", "a long one", "cookies"],
)
def test_a_head_that_says_too_much_is_refused(lines: bytes) -> None:
    """Before it is read, whether it ends or not, and the connection is closed."""

    async def speak(line: Line) -> tuple[int, bytes]:
        line.say(GET + lines)
        status, body = await line.answer()
        return status, body + await line.rest()

    assert _spoken(speak) == (431, b"The request says too much before its body.")


def test_a_long_link_is_taken() -> None:
    """An address and cookies of 15 kB each are what a browser may say."""

    async def speak(line: Line) -> object:
        cookie = b"Cookie: a=" + b"c" * 15_000
        line.say(b"GET /?" + b"q" * 15_000 + b" HTTP/1.1\r\n" + HOST + cookie + b"\r\n\r\n")
        return await line.answer()

    assert _spoken(speak) == (200, b"GET / 0")


def test_what_is_asked_before_the_answer_is_not_heard() -> None:
    """The first of ten requests that come at once is answered, and the connection is closed."""

    async def speak(line: Line) -> list[object]:
        line.say((GET + b"\r\n") * 10)
        return [await line.answer(), await line.rest()]

    assert _spoken(speak) == [(200, b"GET / 0"), b""]


@pytest.mark.parametrize("length", [b"", b"Content-Length: 3\r\n"])
def test_a_body_in_parts_is_refused_and_not_read(length: bytes) -> None:
    """With a length beside it too; what could be another request in it is not heard."""

    async def speak(line: Line) -> list[object]:
        line.say(b"PUT /body HTTP/1.1\r\n" + HOST + length + b"Transfer-Encoding: chunked\r\n\r\n")
        line.say(b"0\r\n\r\n" + GET + b"\r\n")
        return [(await line.answer())[0], await line.rest()]

    assert _spoken(speak) == [411, b""]


def test_a_refused_body_is_let_in_so_that_the_refusal_is_read() -> None:
    """The next request on the connection is answered after it; a body without end closes it."""

    async def speak(line: Line) -> list[object]:
        heard: list[object] = []
        line.say(b"PUT / HTTP/1.1\r\n" + HOST + b"Content-Length: 200000\r\n\r\n")
        heard.append(await line.answer())
        line.say(b"a" * 200_000 + GET + b"\r\n")
        heard.append(await line.answer())
        line.say(b"PUT / HTTP/1.1\r\n" + HOST + b"Content-Length: 200000000\r\n\r\n")
        return [*heard, await line.answer(), await line.rest()]

    assert _spoken(speak) == [(200, b"PUT / 0"), (200, b"GET / 0"), (200, b"PUT / 0"), b""]


@pytest.mark.parametrize(
    "said",
    [b"nonsense\r\n\r\n", GET + b"Content-Length: " + b"9" * 10_000 + b"\r\n\r\n", b"\r\n\r\n"],
)
def test_what_is_no_request_is_refused(said: bytes) -> None:
    """The connection is closed."""

    async def speak(line: Line) -> bytes:
        line.say(said)
        return await line.rest()

    assert b" 200 " not in _spoken(speak)  # type: ignore[operator]  # bytes
