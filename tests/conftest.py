"""What every test may use: today, and a record in place of the bundled one."""

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
# Looking for what nobody holds would take a third of the time in which the tests are imported.
gc.disable()


def pytest_collection_finish() -> None:
    """Leave what is imported by now out of the collections that follow, and have them seldom: they
    would take a tenth of all time."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
    gc.enable()


@pytest.fixture(scope="session", autouse=True)
def read_once() -> Iterator[None]:
    """Look for components in the installed packages, and compile each page, once and not for each
    page under test. No browser asks for it: one that is made up has classes of its own for all that
    is asked of it, which take as long as a small page, and which the collector alone can end. Who
    waits for a page sleeps until it is drawn: to look each millisecond takes a tenth of all time.
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
    """Wait, for so many seconds at most, until a page under test has ended; raise as Streamlit
    does if it has not."""
    thread = runner._script_thread  # noqa: SLF001 - its public `join` would wait for ever
    if thread is not None:
        thread.join(timeout)
    if not runner.script_stopped():
        require_widgets_deltas(runner, timeout=0)


@pytest.fixture(autouse=True)
def own_main() -> Iterator[None]:
    """Leave no page under test in the place of the main module: processes that begin later
    would run it."""
    main = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = main


@pytest.fixture(autouse=True)
def own_shelf() -> Iterator[None]:
    """Leave no file that a test worked on to the next: the page would look through all of them."""
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
    """Have each test save to a folder of its own, which is not made until it does, and give its
    path. Nor is a folder made for it to stand in: few tests need one."""
    folder = tmp_path_factory.getbasetemp() / f"store-{next(_stores)}"
    monkeypatch.delenv(DATABASE_VARIABLE, raising=False)
    monkeypatch.setenv(FOLDER_VARIABLE, str(folder))
    return folder


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return the bytes of an empty store in a file: to make one takes longer than most tests."""
    path = tmp_path_factory.mktemp("empty") / FILE_NAME
    open_store(URL.create("sqlite", database=str(path))).close()
    return path.read_bytes()


@pytest.fixture(scope="session", autouse=True)
def made_once(tmp_path_factory: pytest.TempPathFactory, empty_file: bytes) -> Iterator[None]:
    """Have the board under test begin with such a file, where it is in a folder of the test's."""
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
    """Return what puts a text in the place of the bundled file."""
    path = tmp_path / "channels.csv"
    monkeypatch.setenv(DATA_VARIABLE, str(path))

    def put(text: str) -> Path:
        path.write_text(text, encoding="utf-8")
        return path

    return put
