"""Work in threads, so much at once."""

from threading import Event

import anyio

from openline.web.envelope import Refusal
from openline.web.work import Work


def test_what_is_too_much_is_refused_at_once() -> None:
    """One works and one waits; a third is told to come again, and the others are answered."""

    async def tried() -> tuple[list[object], Refusal]:
        work, goes_on, answers = Work(at_once=1, waiting=1), Event(), []

        async def ask() -> None:
            answers.append(await work.done("a", goes_on.wait, 30))

        async with anyio.create_task_group() as group:
            group.start_soon(ask)
            await anyio.wait_all_tasks_blocked()
            group.start_soon(ask)
            await anyio.wait_all_tasks_blocked()
            refused = await work.done("a", lambda: None)
            goes_on.set()
        assert isinstance(refused, Refusal)
        return list(answers), refused

    answers, refused = anyio.run(tried)
    assert answers == [True, True]
    assert (refused.status, refused.headers) == (503, {"Retry-After": "5"})


def test_an_address_that_asks_much_holds_up_itself_only() -> None:
    """Another one, of which nothing waits, has a place where all are taken, and is next."""

    async def tried() -> list[str]:
        work, goes_on, order = Work(at_once=1, waiting=3, spare=1), Event(), list[str]()

        def note(name: str) -> None:
            goes_on.wait(30)
            order.append(name)

        async with anyio.create_task_group() as group:
            for who, name in [("a", "a1"), ("a", "a2"), ("a", "a3"), ("a", "a4"), ("b", "b1")]:
                group.start_soon(work.done, who, note, name)
                await anyio.wait_all_tasks_blocked()
            goes_on.set()
        return order

    assert anyio.run(tried) == ["a1", "a2", "b1", "a3", "a4"]


def test_whoever_leaves_the_line_holds_up_nobody() -> None:
    """What waited and is given up makes room, and what comes after it is done."""

    async def tried() -> object:
        work, goes_on = Work(at_once=1, waiting=1, spare=0), Event()
        async with anyio.create_task_group() as group:
            group.start_soon(work.done, "a", goes_on.wait, 30)
            await anyio.wait_all_tasks_blocked()
            with anyio.move_on_after(0):
                await work.done("b", lambda: None)
            group.start_soon(work.done, "c", goes_on.wait, 30)
            await anyio.wait_all_tasks_blocked()
            goes_on.set()
        return await work.done("d", lambda: "done")

    assert anyio.run(tried) == "done"
