"""Pace: how fast the other side of a connection has to take its answer and send its body.

What is half sent or half there takes a place or memory of everybody's. Who takes a byte a second
would hold it for as long as a request may last.
"""

from typing import Any, Final

_SECONDS: Final = 30.0
_LEAST: Final = 65_536


class Pace:
    """Which connections are too slow: of an answer, nothing more could be sent for `seconds`; of a
    body, fewer than `least` bytes came in them, and it is not all there."""

    def __init__(self, seconds: float = _SECONDS, least: int = _LEAST) -> None:
        self.seconds, self._least = seconds, least
        self._full: dict[Any, float] = {}
        self._coming: dict[Any, tuple[float, int]] = {}

    def filled(self, protocol: Any, now: float) -> None:
        """Note that what is to be sent on a connection waits for the other side to take some."""
        self._full.setdefault(protocol, now)

    def taken(self, protocol: Any) -> None:
        """Note that the other side has taken most of that."""
        self._full.pop(protocol, None)

    def came(self, protocol: Any, count: int, now: float) -> None:
        """Note that so many bytes came of a request of which more is to come."""
        since, before = self._coming.get(protocol, (now, 0))
        is_enough = before + count >= self._least
        self._coming[protocol] = (now, 0) if is_enough else (since, before + count)

    def whole(self, protocol: Any) -> None:
        """Note that all of a request has come."""
        self._coming.pop(protocol, None)

    def ended(self, protocol: Any) -> None:
        """Note that a connection is no more."""
        self._full.pop(protocol, None)
        self._coming.pop(protocol, None)

    def slow(self, now: float) -> list[Any]:
        """Return the connections that are too slow."""
        since = {**{one: began for one, (began, _) in self._coming.items()}, **self._full}
        return [one for one, began in since.items() if now - began >= self.seconds]
