"""Today."""

from datetime import UTC, date, timedelta

import pytest

from openline.settings import TODAY_VARIABLE
from openline.ui.data.clock import moment, today


def test_the_environment_sets_today(monkeypatch: pytest.MonkeyPatch) -> None:
    """The variable names the day; without it the day is the system's."""
    monkeypatch.setenv(TODAY_VARIABLE, "2023-10-05")
    assert today() == date(2023, 10, 5)
    monkeypatch.delenv(TODAY_VARIABLE)
    assert today() >= date(2023, 10, 5)


def test_a_day_that_cannot_be_read_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """A wrong variable is an error of whoever set it, and is not passed over."""
    monkeypatch.setenv(TODAY_VARIABLE, "5 Oct")
    with pytest.raises(ValueError, match="5 Oct"):
        today()


def test_a_save_has_the_moment_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting changes when something was saved, and it is told in UTC."""
    monkeypatch.setenv(TODAY_VARIABLE, "2023-10-05")
    now = moment()
    assert now.utcoffset() == timedelta(0)
    assert now.tzinfo is UTC
    assert now.year > 2023
