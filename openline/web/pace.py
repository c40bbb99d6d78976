"""Pace: how fast a client has to read its answer and send its body.

An answer half sent or a body half received takes up a place or memory that all share. A client that
reads a byte a second would hold it for as long as a request may last.
"""

from typing import Any, Final

_SECONDS: Final = 30.0
_LEAST: Final = 65_536


class Pace:
    """The connections that are too slow: nothing more of an answer could be sent for `seconds`, or
    fewer than `least` bytes of an incomplete body came in that time."""

    def __init__(self, seconds: float = _SECONDS, least: int = _LEAST) -> None:
        self.seconds, self._least = seconds, least
        self._full: dict[Any, float] = {}
        self._coming: dict[Any, tuple[float, int]] = {}

    def filled(self, protocol: Any, now: float) -> None:
        """Note that nothing more can be sent on a connection until the client has read some of
        it."""
        self._full.setdefault(protocol, now)

    def taken(self, protocol: Any) -> None:
        """Note that the client has read most of it."""
        self._full.pop(protocol, None)

    def came(self, protocol: Any, count: int, now: float) -> None:
        """Note that `count` bytes came of a request that is not yet complete."""
        since, before = self._coming.get(protocol, (now, 0))
        is_enough = before + count >= self._least
        self._coming[protocol] = (now, 0) if is_enough else (since, before + count)

    def whole(self, protocol: Any) -> None:
        """Note that a request is complete."""
        self._coming.pop(protocol, None)

    def ended(self, protocol: Any) -> None:
        """Note that a connection has ended."""
        self._full.pop(protocol, None)
        self._coming.pop(protocol, None)

    def slow(self, now: float) -> list[Any]:
        """Return the connections that are too slow."""
        since = {**{one: began for one, (began, _) in self._coming.items()}, **self._full}
        return [one for one, began in since.items() if now - began >= self.seconds]
