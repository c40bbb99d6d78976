"""What every test may use: today, and a record in place of the bundled one."""

from collections.abc import Callable
from pathlib import Path

import pytest

from openline.ui.cache import DATA_VARIABLE
from openline.ui.clock import TODAY_VARIABLE
from tests.screen import TODAY


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
