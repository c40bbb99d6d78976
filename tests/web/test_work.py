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
            answers.append(await work.done(goes_on.wait, 30))

        async with anyio.create_task_group() as group:
            group.start_soon(ask)
            await anyio.wait_all_tasks_blocked()
            group.start_soon(ask)
            await anyio.wait_all_tasks_blocked()
            refused = await work.done(lambda: None)
            goes_on.set()
        assert isinstance(refused, Refusal)
        return list(answers), refused

    answers, refused = anyio.run(tried)
    assert answers == [True, True]
    assert (refused.status, refused.headers) == (503, {"Retry-After": "5"})
