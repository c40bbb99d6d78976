"""Half messages of streams."""

from openline.web.half_messages import HalfMessages


class _Transport:
    def __init__(self) -> None:
        self.is_aborted = False

    def abort(self) -> None:
        self.is_aborted = True


class _Stream:
    """A stream as uvicorn has it."""

    def __init__(self) -> None:
        self.transport = _Transport()

    @property
    def is_closed(self) -> bool:
        return self.transport.is_aborted


def test_a_stream_that_ends_no_message_is_closed() -> None:
    """Where it has said more than a message may have; a whole one sets it back."""
    half, stream = HalfMessages(10, 100), _Stream()
    half.came(stream, 10, is_whole=False)
    half.came(stream, 10, is_whole=True)
    half.came(stream, 10, is_whole=False)
    assert not stream.is_closed
    half.came(stream, 1, is_whole=False)
    assert stream.is_closed


def test_the_largest_half_message_makes_room() -> None:
    """Where all of them together have no room; what was closed or has left counts no more."""
    half, streams = HalfMessages(50, 100), [_Stream() for _ in range(4)]
    for stream, count in zip(streams, (20, 40, 30, 30), strict=True):
        half.came(stream, count, is_whole=False)
    assert [stream.is_closed for stream in streams] == [False, True, False, False]
    half.ended(streams[3])
    half.came(_Stream(), 50, is_whole=False)
    assert [stream.is_closed for stream in streams] == [False, True, False, False]
