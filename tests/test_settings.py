"""What the environment says."""

from datetime import date

import pytest

from openline.settings import (
    BUNDLED_FILE,
    MAX_MB_VARIABLE,
    MAX_ROWS_VARIABLE,
    TODAY_VARIABLE,
    Limits,
    SettingError,
    named_today,
    upload_limits,
)


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


def test_limits_are_those_of_the_product_unless_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """50 MB and a million rows, or what the environment says."""
    monkeypatch.delenv(MAX_MB_VARIABLE, raising=False)
    monkeypatch.delenv(MAX_ROWS_VARIABLE, raising=False)
    assert upload_limits() == Limits(50, 1_000_000)
    assert Limits().size == 50_000_000
    monkeypatch.setenv(MAX_MB_VARIABLE, "200")
    monkeypatch.setenv(MAX_ROWS_VARIABLE, " 7 ")
    assert upload_limits() == Limits(200, 7)


@pytest.mark.parametrize("text", ["many", "0", "-1", "1.5"])
def test_what_is_no_limit_is_refused(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """The message names the variable, what it says and what to write."""
    monkeypatch.setenv(MAX_MB_VARIABLE, text)
    with pytest.raises(SettingError, match=f"OPENLINE_MAX_MB is '{text}'.*write 50"):
        upload_limits()
