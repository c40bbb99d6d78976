"""Computed answers: kept for as long as there is room, and found by their mark."""

import gzip
import hashlib
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from threading import Lock
from typing import Final

_MOST_BYTES: Final = 64_000_000
_MOST_ADDRESSES: Final = 10_000
_LEAST_PACKED: Final = 500
_LEVEL: Final = 6


@dataclass(frozen=True, eq=False)
class Answer:
    """An answer: its mark, which differs whenever the answer does, "" for an answer that cannot be
    kept; its type and headers; and its body, plain and compressed, or the parts of a long one, made
    as they are sent."""

    mark: str
    media: str
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    packed: bytes | None = None
    parts: Callable[[], Iterator[bytes]] | None = None

    @property
    def size(self) -> int:
        """The approximate memory that it takes, in bytes."""
        return len(self.body) + len(self.packed or b"") + 1_000


def is_known(mark: str, etags: str) -> bool:
    """Return whether the client already has the answer with a mark, compressed or not, judging by
    the marks in `etags`. If a server on the way altered the mark, the answer counts as unknown."""
    if not mark:
        return False
    marks = {etag.strip().removeprefix("W/").strip('"') for etag in etags.split(",")}
    return not marks.isdisjoint(("*", mark, f"{mark}-gzip"))


def packed(body: bytes) -> bytes | None:
    """Return a body compressed with gzip, None for one too short to be worth it."""
    return gzip.compress(body, _LEVEL, mtime=0) if len(body) >= _LEAST_PACKED else None


def mark_of(*parts: object) -> str:
    """Return a mark that differs whenever one of these parts does."""
    return hashlib.sha256("\n".join(map(repr, parts)).encode()).hexdigest()[:32]


def fixed_answer(text: str, media: str) -> Answer:
    """Return a text as an answer whose mark depends only on text and type; browsers must revalidate
    it each time."""
    return _with_body(Answer(mark_of(media, text), media, {"Cache-Control": "no-cache"}), text)


def _with_body(answer: Answer, text: str) -> Answer:
    body = text.encode()
    return replace(answer, body=body, packed=packed(body))


class KeptAnswers:
    """The most recently requested answers, up to `most` bytes, by mark, and the marks to which
    addresses led. The methods can be called from any thread."""

    def __init__(self, most: int = _MOST_BYTES) -> None:
        self._most, self._bytes, self._lock = most, 0, Lock()
        self._kept: OrderedDict[str, Answer] = OrderedDict()
        self._marks: OrderedDict[Hashable, str] = OrderedDict()

    def get(self, mark: str) -> Answer | None:
        """Return the answer with a mark, None where it is not kept."""
        with self._lock:
            if mark in self._kept:
                self._kept.move_to_end(mark)
            return self._kept.get(mark)

    def known(self, answer: Answer, etags: str) -> Answer | None:
        """Return the kept answer with the mark of this one, which has no body yet; this one if
        `etags` names its mark; None if it has to be made."""
        return self.get(answer.mark) or (answer if is_known(answer.mark, etags) else None)

    def made(self, answer: Answer, text: str) -> Answer:
        """Return an answer with a text as its body, and keep it."""
        whole = _with_body(answer, text)
        self.keep(whole)
        return whole

    def keep(self, answer: Answer) -> None:
        """Keep an answer, and drop those not requested for longest."""
        with self._lock:
            if answer.mark in self._kept or answer.size > self._most:
                return
            self._kept[answer.mark] = answer
            self._bytes += answer.size
            while self._bytes > self._most:
                self._bytes -= self._kept.popitem(last=False)[1].size

    def led(self, address: Hashable, mark: str) -> None:
        """Note the mark to which an address leads, for as long as nothing that decides it
        changes."""
        with self._lock:
            self._marks[address] = mark
            if len(self._marks) > _MOST_ADDRESSES:
                self._marks.popitem(last=False)

    def at(self, address: Hashable) -> Answer | None:
        """Return the answer to which an address leads, None where it is not known."""
        mark = self._marks.get(address)
        return None if mark is None else self.get(mark)
