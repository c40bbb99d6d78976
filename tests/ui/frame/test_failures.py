"""Failures of a page."""

import logging

import pytest
from streamlit.testing.v1 import AppTest

from openline.settings import TODAY_VARIABLE
from tests.screen import run_page


def _failing_page() -> None:
    # The page is a script of its own, which imports what it needs.
    from openline.ui.frame.failures import draw_safely  # noqa: PLC0415 - see above

    def draw() -> None:
        raise ValueError("a secret of the board's inside")

    draw_safely(draw)


def test_a_failure_is_shown_with_the_id_that_the_log_has(caplog: pytest.LogCaptureFixture) -> None:
    """The page says that it could not be drawn, without what went wrong inside, and no longer that
    it is loading."""
    at = AppTest.from_function(_failing_page).run()
    record = caplog.records[-1]
    assert record.levelno == logging.ERROR
    assert record.exc_info is not None
    shown = at.error[0].value
    assert record.getMessage().removeprefix("Failure ") in shown
    assert "secret" not in shown
    assert any("--ol-waiting: none" in one.proto.body for one in at.get("html"))
    caplog.clear()


def test_a_wrong_setting_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """A board that was told a day in another form says so, and that it is a setting."""
    monkeypatch.setenv(TODAY_VARIABLE, "05.10.2023")
    at = run_page()
    assert (
        "OPENLINE_TODAY is '05.10.2023', which is not a day; write 2023-10-05." in at.error[0].value
    )
