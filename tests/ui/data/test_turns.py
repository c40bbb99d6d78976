"""Turns of pages."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial

import pytest

from openline.intake.apart import while_away
from openline.ui.data.turns import PageTurns


@dataclass
class _Readers:
    """Readers who ask for pages, one place for those that work, and a clock that is set."""

    now: float = 0.0
    worked: dict[str, float] = field(default_factory=dict)
    drawn: list[str] = field(default_factory=list)
    spare: int = 0
    beside: int = 0
    places: int = 1

    def __post_init__(self) -> None:
        self.turns = PageTurns(
            self.places, lambda: self.now, self._work, 0.01, self.spare, self.beside
        )
        self._changed = threading.Condition()
        self._ending: set[str] = set()
        self._aside: set[str] = set()
        self._threads: dict[str, threading.Thread] = {}
        self._begun: list[threading.Thread] = []
        self._is_over = False
        self._asking = threading.local()

    def _work(self) -> Callable[[], float]:
        who = str(self._asking.who)
        return lambda: self.worked.get(who, 0.0)

    def ask(self, who: str) -> None:
        """Have a reader ask for a page, which is drawn until it is ended."""

        def draw() -> None:
            self._asking.who = who
            with self.turns.turn(*who.split("/")):
                with self._changed:
                    self.drawn.append(who)
                    self._changed.notify_all()
                    self._changed.wait_for(lambda: self._goes_on(who) or who in self._aside)
                if who in self._aside:
                    self.turns.step_aside()
                    with self._changed:
                        self._changed.wait_for(lambda: self._goes_on(who))

        thread = self._threads[who] = threading.Thread(target=draw, daemon=True)
        self._begun.append(thread)
        thread.start()

    def _goes_on(self, who: str) -> bool:
        return self._is_over or who in self._ending

    def end(self, who: str, work: float) -> None:
        """End a reader's page, which took so many seconds of work."""
        self.worked[who] = self.worked.get(who, 0.0) + work
        with self._changed:
            self._ending.add(who)
            self._changed.notify_all()
        self._threads[who].join()
        self._ending.discard(who)

    def end_all(self) -> None:
        """End what is drawn and what waits: each that waits would ask a hundred times a second."""
        with self._changed:
            self._is_over = True
            self._changed.notify_all()
        for thread in self._begun:
            thread.join()

    def step_aside(self, who: str) -> None:
        """Have a reader's page step aside."""
        with self._changed:
            self._aside.add(who)
            self._changed.notify_all()

    def wait_for(self, drawn: list[str]) -> None:
        """Wait until these were drawn, in this order."""
        with self._changed:
            assert self._changed.wait_for(lambda: self.drawn == drawn, 30), self.drawn


@pytest.fixture
def readers_of() -> Iterator[Callable[..., _Readers]]:
    """Give what makes readers who had nothing yet, and end their pages afterwards."""
    made: list[_Readers] = []

    def make(**places: int) -> _Readers:
        made.append(_Readers(**places))  # type: ignore[arg-type]  # all of these are numbers
        return made[-1]

    yield make
    for one in made:
        one.end_all()


@pytest.fixture
def readers(readers_of: Callable[..., _Readers]) -> _Readers:
    """Give readers for whose pages there is one place."""
    return readers_of()


def _wait_in_line(readers: _Readers, count: int) -> None:
    while len(readers.turns._waiting) < count:  # noqa: SLF001 - who waits is told nowhere else
        pass


def test_one_page_is_drawn_after_the_other(readers: _Readers) -> None:
    """In the order in which they were asked for, where nobody had any before."""
    for who in "abc":
        readers.ask(who)
        readers.wait_for(["a"])
        _wait_in_line(readers, "abc".index(who))
    readers.end("a", 1.0)
    readers.wait_for(["a", "b"])
    readers.end("b", 1.0)
    readers.wait_for(["a", "b", "c"])


def test_who_had_least_is_next(readers: _Readers) -> None:
    """However long the other waits."""
    readers.ask("greedy")
    readers.wait_for(["greedy"])
    readers.end("greedy", 5.0)
    readers.ask("modest")
    readers.wait_for(["greedy", "modest"])
    readers.end("modest", 1.0)
    readers.ask("other")
    readers.wait_for(["greedy", "modest", "other"])
    readers.ask("greedy")
    _wait_in_line(readers, 1)
    readers.ask("modest")
    _wait_in_line(readers, 2)
    readers.end("other", 0.1)
    readers.wait_for(["greedy", "modest", "other", "modest"])


def test_what_was_had_alone_sets_nobody_back(readers: _Readers) -> None:
    """A reader who had page after page, and nobody beside, waits for one page of a newcomer, not
    until the newcomer had as much."""
    seen: list[str] = []
    for _ in range(5):
        readers.ask("reader")
        readers.wait_for([*seen, "reader"])
        seen.append("reader")
        readers.end("reader", 0.2)
    for name in "ab":
        readers.ask(f"flood/{name}")
        _wait_in_line(readers, "ab".index(name))
    seen.append("flood/a")
    readers.wait_for(seen)
    readers.ask("reader")
    _wait_in_line(readers, 2)
    readers.end("flood/a", 0.3)
    readers.wait_for([*seen, "reader"])


def test_who_was_away_is_not_ahead_by_all_that_others_had(readers: _Readers) -> None:
    """Whoever comes anew begins where the others are: the next but one page is theirs again."""
    seen: list[str] = []
    for _ in range(5):
        readers.ask("steady")
        readers.wait_for([*seen, "steady"])
        seen.append("steady")
        readers.end("steady", 1.0)
    readers.ask("new/1")
    readers.wait_for([*seen, "new/1"])
    readers.ask("new/2")
    _wait_in_line(readers, 1)
    readers.ask("steady")
    _wait_in_line(readers, 2)
    readers.end("new/1", 1.5)
    readers.wait_for([*seen, "new/1", "steady"])


def test_an_address_without_a_page_drawn_has_a_place_of_its_own(
    readers_of: Callable[..., _Readers],
) -> None:
    """However long the pages take that another one has drawn; a third of these waits."""
    readers = readers_of(spare=1)
    readers.ask("there/1")
    readers.wait_for(["there/1"])
    readers.ask("there/2")
    _wait_in_line(readers, 1)
    readers.ask("here/1")
    readers.wait_for(["there/1", "here/1"])
    readers.ask("elsewhere/1")
    _wait_in_line(readers, 2)
    assert readers.drawn == ["there/1", "here/1"]


def test_beside_a_long_page_other_browsers_of_its_address_have_places(
    readers_of: Callable[..., _Readers],
) -> None:
    """So many more, but none for a second page of its own; beside a short page nobody has."""
    readers = readers_of(beside=2)
    readers.ask("there/long")
    readers.wait_for(["there/long"])
    readers.ask("there/a")
    _wait_in_line(readers, 1)
    assert readers.drawn == ["there/long"]
    readers.worked["there/long"] = 1.0
    readers.wait_for(["there/long", "there/a"])
    readers.worked["there/a"] = 1.0
    readers.ask("there/long")
    _wait_in_line(readers, 1)
    readers.ask("there/b")
    readers.wait_for(["there/long", "there/a", "there/b"])
    readers.worked["there/b"] = 1.0
    readers.ask("there/c")
    _wait_in_line(readers, 2)
    assert readers.drawn == ["there/long", "there/a", "there/b"]


def test_a_page_that_worked_for_long_steps_aside() -> None:
    """Where another one waits, which is drawn first; otherwise it goes on at once."""
    now, worked, seen = 0.0, {"long": 0.0, "short": 0.0}, list[str]()
    here = threading.local()
    turns = PageTurns(1, lambda: now, lambda: partial(worked.__getitem__, here.who), 0.01, 0, 0)
    begun, waits = threading.Event(), threading.Event()

    def work_long() -> None:
        here.who = "long"
        with turns.turn("there", "long"):
            turns.step_aside()
            begun.set()
            assert waits.wait(30)
            turns.step_aside()
            seen.append("not yet long")
            worked["long"] = 1.0
            turns.step_aside()
            seen.append("long")

    def work_shortly() -> None:
        here.who = "short"
        with turns.turn("there", "short"):
            seen.append("short")

    threads = [threading.Thread(target=work, daemon=True) for work in (work_long, work_shortly)]
    threads[0].start()
    assert begun.wait(30)
    threads[1].start()
    while not turns._waiting:  # noqa: SLF001 - who waits is told nowhere else
        pass
    waits.set()
    for thread in threads:
        thread.join(30)
    assert seen == ["not yet long", "short", "long"]


def test_of_pages_that_work_for_long_one_is_drawn_on_at_a_time(
    readers_of: Callable[..., _Readers],
) -> None:
    """The other waits though there is a place, which a new page has."""
    readers = readers_of(places=2)
    readers.ask("a/long")
    readers.wait_for(["a/long"])
    readers.ask("b/long")
    readers.wait_for(["a/long", "b/long"])
    readers.worked |= {"a/long": 1.0, "b/long": 1.0}
    readers.ask("c/short")
    _wait_in_line(readers, 1)
    readers.step_aside("b/long")
    readers.wait_for(["a/long", "b/long", "c/short"])
    readers.end("c/short", 0.1)
    assert readers.turns._waiting  # noqa: SLF001 - who waits is told nowhere else
    readers.end("a/long", 0.1)
    readers.end("b/long", 0.1)
    assert not readers.turns._waiting  # noqa: SLF001 - as above


def test_outside_a_page_nobody_steps_aside() -> None:
    """There is nothing to wait for."""
    PageTurns().step_aside()


def test_many_browsers_of_an_address_are_one_beside_another_address(readers: _Readers) -> None:
    """A browser there that had nothing yet comes after one of an address that had less."""
    readers.ask("there/first")
    readers.wait_for(["there/first"])
    readers.end("there/first", 5.0)
    readers.ask("here/one")
    readers.wait_for(["there/first", "here/one"])
    readers.ask("there/second")
    _wait_in_line(readers, 1)
    readers.ask("here/two")
    _wait_in_line(readers, 2)
    readers.end("here/one", 1.0)
    readers.wait_for(["there/first", "here/one", "here/two"])


def test_a_page_that_only_waits_holds_up_no_other(readers: _Readers) -> None:
    """One whose file is read apart; while it works, others wait, and while it may only be short of
    a processor."""
    readers.ask("waits")
    readers.wait_for(["waits"])
    readers.ask("next")
    _wait_in_line(readers, 1)
    readers.worked["waits"] = 0.5
    for now in (1.0, 2.0):
        readers.now = now
        while readers.turns._looked < now:  # noqa: SLF001 - as above
            pass
        assert readers.drawn == ["waits"]
    readers.now = 3.0
    readers.wait_for(["waits", "next"])


def test_a_page_whose_work_is_done_elsewhere_gives_its_place_meanwhile() -> None:
    """Another is drawn at once, and the page goes on when that has ended."""
    turns, seen = PageTurns(1, spare=0, beside=0), list[str]()
    other_is_drawn, elsewhere_is_done = threading.Event(), threading.Event()

    def draw_other() -> None:
        with turns.turn("other"):
            other_is_drawn.set()
            assert elsewhere_is_done.wait(30)
            while not turns._waiting:  # noqa: SLF001 - who waits is told nowhere else
                pass
            seen.append("other")

    other = threading.Thread(target=draw_other, daemon=True)
    with turns.turn("large"):
        with while_away.get()():
            other.start()
            assert other_is_drawn.wait(30)
            elsewhere_is_done.set()
        seen.append("large")
    other.join(30)
    assert seen == ["other", "large"]


def test_work_elsewhere_that_fails_ends_its_page() -> None:
    """The place that it gave is not taken again; outside a page there is none to give."""
    turns = PageTurns(1)
    with pytest.raises(ValueError, match="a fault"), turns.turn("a"), turns.away():
        raise ValueError("a fault")
    with turns.turn("b"):
        pass
    with turns.away(), while_away.get()():
        pass


def test_a_page_that_fails_leaves_its_place() -> None:
    """The next one is drawn, whatever was raised."""
    turns = PageTurns(1)
    with pytest.raises(ValueError, match="a fault"), turns.turn("a"):
        raise ValueError("a fault")
    with turns.turn("b"):
        pass
