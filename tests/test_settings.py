"""What the environment says."""

from datetime import date

import pytest

from openline.settings import BUNDLED_FILE, TODAY_VARIABLE, SettingError, named_today


def test_the_bundled_record_is_there() -> None:
    """The file that the board shows unless told otherwise comes along."""
    assert BUNDLED_FILE.is_file()


def test_today_can_be_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """A day in the variable is today; an empty variable names none."""
    monkeypatch.setenv(TODAY_VARIABLE, " 2023-10-05 ")
    assert named_today() == date(2023, 10, 5)
    monkeypatch.setenv(TODAY_VARIABLE, "")
    assert named_today() is None


@pytest.mark.parametrize("text", ["05.10.2023", "2023-10", "tomorrow"])
def test_what_is_no_day_is_refused(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """The message names the variable, what it says and what to write."""
    monkeypatch.setenv(TODAY_VARIABLE, text)
    with pytest.raises(SettingError, match=f"OPENLINE_TODAY is '{text}'.*write 2023-10-05"):
        named_today()
