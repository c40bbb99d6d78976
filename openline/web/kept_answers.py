"""Answers that were made: kept for as long as there is room, and found by their mark."""

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
    """An answer: its mark, which is another where the answer is, "" for one that is never asked
    for again; its type and headers; and its
    body, as it is and packed, or else the parts of a long one, made as they are sent."""

    mark: str
    media: str
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    packed: bytes | None = None
    parts: Callable[[], Iterator[bytes]] | None = None

    @property
    def size(self) -> int:
        """How many bytes of memory it takes, about."""
        return len(self.body) + len(self.packed or b"") + 1_000


def is_known(mark: str, etags: str) -> bool:
    """Tell whether whoever asks has the answer with a mark, packed or not, by the marks that he
    names: a server on the way may have made another of it, which is not known."""
    if not mark:
        return False
    marks = {etag.strip().removeprefix("W/").strip('"') for etag in etags.split(",")}
    return not marks.isdisjoint(("*", mark, f"{mark}-gzip"))


def packed(body: bytes) -> bytes | None:
    """Return a body as a browser unpacks it, None for one that is too short for that."""
    return gzip.compress(body, _LEVEL, mtime=0) if len(body) >= _LEAST_PACKED else None


def mark_of(*parts: object) -> str:
    """Return a mark that is another where one of these parts is."""
    return hashlib.sha256("\n".join(map(repr, parts)).encode()).hexdigest()[:32]


def fixed_answer(text: str, media: str) -> Answer:
    """Return the answer that is a text, marked by that alone, and asked for again each time."""
    return _with_body(Answer(mark_of(media, text), media, {"Cache-Control": "no-cache"}), text)


def _with_body(answer: Answer, text: str) -> Answer:
    body = text.encode()
    return replace(answer, body=body, packed=packed(body))


class KeptAnswers:
    """The answers that were asked for latest, up to `most` bytes, by their marks, and the marks
    that addresses led to. The methods may be called from any thread."""

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
        """Return the answer with the mark of this one, which has no body yet, where it is kept;
        this one where whoever asks names its mark; None where it has to be made."""
        return self.get(answer.mark) or (answer if is_known(answer.mark, etags) else None)

    def made(self, answer: Answer, text: str) -> Answer:
        """Return an answer with a text as its body, and keep it."""
        whole = _with_body(answer, text)
        self.keep(whole)
        return whole

    def keep(self, answer: Answer) -> None:
        """Keep an answer, and leave those that were not asked for longest."""
        with self._lock:
            if answer.mark in self._kept or answer.size > self._most:
                return
            self._kept[answer.mark] = answer
            self._bytes += answer.size
            while self._bytes > self._most:
                self._bytes -= self._kept.popitem(last=False)[1].size

    def led(self, address: Hashable, mark: str) -> None:
        """Note to which answer an address leads, for as long as nothing of it changes."""
        with self._lock:
            self._marks[address] = mark
            if len(self._marks) > _MOST_ADDRESSES:
                self._marks.popitem(last=False)

    def at(self, address: Hashable) -> Answer | None:
        """Return the answer to which an address leads, None where it is not known."""
        mark = self._marks.get(address)
        return None if mark is None else self.get(mark)
