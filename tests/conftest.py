"""What every test may use: today, and a record in place of the bundled one."""

import logging
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from openline.settings import DATA_VARIABLE, TODAY_VARIABLE
from tests.screen import TODAY

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


@pytest.fixture(autouse=True)
def no_page_fails(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test in which a page could not be drawn: the page itself hides the failure."""
    yield
    failed = [record for record in caplog.records if record.levelno >= logging.ERROR]
    assert not [record for record in failed if record.name == "openline"]


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
