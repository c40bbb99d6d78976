"""Fixtures for every test: today, and a record in place of the bundled one."""

import gc
import logging
import sys
from collections.abc import Callable, Iterator
from functools import cache, partial
from itertools import count
from pathlib import Path
from typing import Final
from unittest.mock import NonCallableMock

import pytest
from hypothesis import settings
from sqlalchemy import URL
from streamlit.components.v2 import manifest_scanner
from streamlit.runtime.scriptrunner.script_cache import ScriptCache
from streamlit.testing.v1 import app_test, local_script_runner
from streamlit.testing.v1.local_script_runner import LocalScriptRunner, require_widgets_deltas

from openline.settings import DATA_VARIABLE, TODAY_VARIABLE
from openline.store.address import DATABASE_VARIABLE, FILE_NAME, FOLDER_VARIABLE, is_file
from openline.store.opening import open_store
from openline.store.store import Store
from openline.ui.data import library
from openline.ui.data.saved import the_store
from openline.ui.records.room import the_shelf
from tests.screen import TODAY

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


_stores: Final = count()
# Garbage collection would take a third of the time in which the tests are imported.
gc.disable()


def pytest_collection_finish() -> None:
    """Leave everything imported so far out of garbage collections and make these rare: they would
    take a tenth of all time."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
    gc.enable()


@pytest.fixture(scope="session", autouse=True)
def read_once() -> Iterator[None]:
    """Look for components in the installed packages, and compile each page, only once and not for
    each page under test. Replace the request's browser: a mock makes classes for everything asked
    of it, which takes as long as a small page, and only the collector frees them. Sleep until a
    page is drawn: polling each millisecond takes a tenth of all time.
    """
    with pytest.MonkeyPatch.context() as patch:
        once = cache(manifest_scanner.scan_component_manifests)
        patch.setattr(manifest_scanner, "scan_component_manifests", once)
        compiled = cache(partial(ScriptCache.get_bytecode, ScriptCache()))
        patch.setattr(ScriptCache, "get_bytecode", lambda _, path: compiled(path))
        patch.setattr(app_test, "MagicMock", partial(NonCallableMock, get_client=lambda _: None))
        patch.setattr(local_script_runner, "require_widgets_deltas", _wait_until_drawn)
        yield


def _wait_until_drawn(runner: LocalScriptRunner, timeout: float = 3) -> None:
    """Wait for at most `timeout` seconds until a page under test has ended; raise as Streamlit does
    if it has not."""
    thread = runner._script_thread  # noqa: SLF001 - its public `join` would wait forever
    if thread is not None:
        thread.join(timeout)
    if not runner.script_stopped():
        require_widgets_deltas(runner, timeout=0)


@pytest.fixture(autouse=True)
def own_main() -> Iterator[None]:
    """Remove any page under test from the place of the main module, as later processes would run
    it."""
    main = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = main


@pytest.fixture(autouse=True)
def own_shelf() -> Iterator[None]:
    """Leave no file of one test to the next, as the page would search through all of them."""
    yield
    the_shelf.clear()


@pytest.fixture(autouse=True)
def no_page_fails(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test in which a page could not be drawn: the page itself hides the failure."""
    yield
    failed = [record for record in caplog.records if record.levelno >= logging.ERROR]
    assert not [record for record in failed if record.name == "openline"]


@pytest.fixture(autouse=True)
def own_store(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make each test save to its own folder, created only when it does, and return its path. Its
    parent is not created either, as few tests need one."""
    folder = tmp_path_factory.getbasetemp() / f"store-{next(_stores)}"
    monkeypatch.delenv(DATABASE_VARIABLE, raising=False)
    monkeypatch.setenv(FOLDER_VARIABLE, str(folder))
    return folder


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return the bytes of an empty store's file: creating one takes longer than most tests."""
    path = tmp_path_factory.mktemp("empty") / FILE_NAME
    open_store(URL.create("sqlite", database=str(path))).close()
    return path.read_bytes()


@pytest.fixture(scope="session", autouse=True)
def made_once(tmp_path_factory: pytest.TempPathFactory, empty_file: bytes) -> Iterator[None]:
    """Make the board under test begin with such a file, if its store is in the test's own
    folder."""
    folder = tmp_path_factory.getbasetemp()

    def opened(url: URL, most: int | None = None) -> Store:
        path = Path(url.database or "")
        if is_file(url) and path.parent.parent == folder and not path.parent.exists():
            path.parent.mkdir()
            path.write_bytes(empty_file)
        return open_store(url, most=most)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(library, "open_store", opened)
        yield


@pytest.fixture
def store() -> Store:
    """Return the store of the board under test."""
    return the_store()


@pytest.fixture
def set_today(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make today the day on which the expected figures were looked at."""
    monkeypatch.setenv(TODAY_VARIABLE, TODAY)


@pytest.fixture
def put_record(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    set_today: None,
) -> Callable[[str], Path]:
    """Return a function that puts a text in the place of the bundled file."""
    path = tmp_path / "channels.csv"
    monkeypatch.setenv(DATA_VARIABLE, str(path))

    def put(text: str) -> Path:
        path.write_text(text, encoding="utf-8")
        return path

    return put
