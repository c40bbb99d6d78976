"""How an answer is sent."""

from collections.abc import Iterator
from functools import partial

import anyio
from starlette.requests import Request
from starlette.testclient import TestClient
from starlette.types import Message, Receive, Scope, Send

from openline.web.kept_answers import Answer, packed
from openline.web.sending import Sending

BODY = b"line\n" * 200
SHORT = Answer("m", "text/plain", {"Openline-Method": "2026"}, BODY, packed(BODY))


def _parts() -> Iterator[bytes]:
    for _ in range(4):
        yield BODY


LONG = Answer("n", "text/plain", parts=_parts)


def _client(answer: Answer, sending: Sending | None = None) -> TestClient:
    sending = sending or Sending()

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await sending.of(answer, Request(scope))(scope, receive, send)

    return TestClient(app)


def test_an_answer_is_packed_for_those_who_understand_that() -> None:
    """With headers of its own mark, and the same once unpacked."""
    for accepted, is_packed in [
        ("gzip", True),
        ("br, gzip;q=0.5", True),
        ("gzip;q=0", False),
        ("br, gzip; q=0.000", False),
        ("x-gzip;q=0, GZIP;q=0.1", True),
        ("identity", False),
    ]:
        answer = _client(SHORT).get("/", headers={"accept-encoding": accepted})
        assert answer.content == BODY
        assert answer.headers["vary"] == "Accept-Encoding"
        assert ("content-encoding" in answer.headers) == is_packed
        assert answer.headers["etag"] == ('"m-gzip"' if is_packed else '"m"')
        assert int(answer.headers["content-length"]) == len(
            (SHORT.packed or b"") if is_packed else BODY
        )


def test_head_is_told_what_get_is_sent() -> None:
    """The same headers without the body."""
    for answer in (SHORT, LONG):
        got, told = _client(answer).get("/"), _client(answer).head("/")
        assert told.content == b""
        assert dict(told.headers) == dict(got.headers)


def test_what_is_known_is_not_sent_again() -> None:
    """By its mark, packed or not, strong or weak, among others, or by a star."""
    for known in ['"m"', '"m-gzip"', 'W/"m"', '"x", "m"', "*"]:
        answer = _client(SHORT).get("/", headers={"if-none-match": known})
        assert (answer.status_code, answer.content) == (304, b"")
        assert answer.headers["etag"]
        assert answer.headers["openline-method"] == "2026"
    lines = [("If-None-Match", '"x"'), ("If-None-Match", '"m"')]
    assert _client(SHORT).get("/", headers=lines).status_code == 304
    for unknown in ['"x"', "m2", ""]:
        assert _client(SHORT).get("/", headers={"if-none-match": unknown}).status_code == 200


def test_a_long_answer_is_sent_in_parts() -> None:
    """Packed or not, it is whole in the end."""
    answer = _client(LONG).get("/", headers={"accept-encoding": "identity"})
    assert "content-length" not in answer.headers
    assert answer.content == BODY * 4
    answer = _client(LONG).get("/", headers={"accept-encoding": "gzip"})
    assert answer.headers["etag"] == '"n-gzip"'
    assert answer.content == BODY * 4


def test_only_so_many_long_answers_are_sent_at_once() -> None:
    """A further one is told to come again; one that ended makes room."""
    sending = Sending(most=0, spare=0)
    assert _client(LONG, sending).get("/").status_code == 503
    assert _client(SHORT, sending).get("/").status_code == 200
    sending = Sending(most=1)
    assert [_client(LONG, sending).get("/").status_code for _ in range(3)] == [200] * 3


def test_who_is_sent_all_long_answers_keeps_no_other_address_from_one() -> None:
    """Another address has a place where the places of all are taken, and the same has none."""

    async def tried() -> list[int]:
        sending, statuses, sends_on = Sending(most=1, spare=1), list[int](), anyio.Event()

        async def ask(address: str, *, waits: bool = False) -> None:
            async def send(message: Message) -> None:
                if message["type"] == "http.response.start":
                    statuses.append(message["status"])
                elif waits:
                    await sends_on.wait()

            scope: Scope = {"type": "http", "method": "GET", "headers": [], "client": (address, 1)}
            await sending.of(LONG, Request(scope))(scope, _say_nothing, send)

        async with anyio.create_task_group() as group:
            group.start_soon(partial(ask, "10.0.0.1", waits=True))
            await anyio.wait_all_tasks_blocked()
            await ask("10.0.0.1")
            await ask("10.0.0.2")
            sends_on.set()
        return statuses

    assert anyio.run(tried) == [200, 503, 200]


async def _say_nothing() -> Message:
    await anyio.sleep_forever()
    raise AssertionError
