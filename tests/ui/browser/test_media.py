"""Files to take along are named by browser."""

import asyncio
from typing import Any, Final

import pytest
from streamlit.runtime import media_file_manager
from streamlit.runtime import memory_media_file_storage as storage
from streamlit.runtime.backend_operation_handler import DeferredFileHandler
from streamlit.runtime.media_file_manager import MediaFileManager, MediaFileMetadata
from streamlit.runtime.media_file_storage import MediaFileKind

from openline.ui.browser.media import KeptFile, name_media, note_reader
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
    monkeypatch.setattr(media_file_manager, "MediaFileMetadata", MediaFileMetadata)
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


@pytest.mark.usefixtures("named")
def test_runs_of_other_pages_leave_a_browser_the_time_to_ask_for_its_file() -> None:
    """Streamlit threw a file away when the second run of anybody's pages ended."""
    kept = storage.MemoryMediaFileStorage("/media")
    manager: Any = MediaFileManager(kept)
    made = {"callable": lambda: b"text", "mimetype": "text/csv", "filename": "a.csv"}
    manager._deferred_callables["asked"] = made | {"element_id": "", "session_id": ""}  # noqa: SLF001 - as a run adds it
    address = manager.execute_deferred("asked")
    for _ in range(5):
        manager.remove_orphaned_files()
    assert kept.get_file(address.rpartition("/")[2]).content == b"text"


def test_a_file_without_a_page_is_kept_for_twenty_seconds() -> None:
    """Counted from when it was first found so, however often it is found again."""
    passed = [0.0]
    file = KeptFile(MediaFileKind.DOWNLOADABLE, lambda: passed[0])
    seen = []
    for passed[0] in (100.0, 110.0, 119.9, 120.0):
        file.mark_for_delete()
        seen.append(file.is_marked_for_delete)
    assert seen == [False, False, False, True]
