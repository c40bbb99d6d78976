"""Files to take along are named by browser."""

import asyncio
from typing import Any, Final

import pytest
from streamlit.runtime import memory_media_file_storage as storage
from streamlit.runtime.backend_operation_handler import DeferredFileHandler

from openline.ui.browser.media import name_media, note_reader
from openline.web.own_files import the_owners

MINE: Final = "m" * 43
_NAMING: Final = "_calculate_file_id"


@pytest.fixture
def named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Name files by browser during the test."""
    monkeypatch.setattr(storage, _NAMING, getattr(storage, _NAMING))

    async def handle(self: Any, request: Any, session_id: str) -> str:
        return await asyncio.to_thread(getattr(storage, _NAMING), b"text", "text/csv", "a.csv")

    monkeypatch.setattr(DeferredFileHandler, "handle", handle)
    name_media()


@pytest.mark.usefixtures("named")
def test_a_file_is_named_by_who_asks_for_it_and_by_its_content() -> None:
    """One that is made in another thread, when it is asked for, as well."""
    the_owners().note("of mine", MINE)
    handler: Any = DeferredFileHandler(lambda: None)  # type: ignore[arg-type, return-value]
    name = asyncio.run(handler.handle(None, "of mine"))
    tag, _, content = name.partition("-")
    assert tag == the_owners().tag(MINE)
    assert asyncio.run(handler.handle(None, "of mine")) == name
    other = asyncio.run(handler.handle(None, "of nobody"))
    assert other.partition("-")[0] not in ("", tag)
    assert other.partition("-")[2] == content


def test_outside_of_a_run_nobody_is_noted() -> None:
    """A script that no browser runs has no reader."""
    note_reader()
