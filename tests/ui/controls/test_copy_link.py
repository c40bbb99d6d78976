"""The button that copies a link."""

from streamlit.testing.v1 import AppTest


def _button() -> None:
    from openline.ui.controls.copy_link import copy_button  # noqa: PLC0415 - the script runs alone

    copy_button("http://localhost/?asof=2023-10-05", "there")


def test_the_button_is_mounted() -> None:
    """Drawing it raises nothing; that it copies is driven in the browser."""
    at = AppTest.from_function(_button).run()
    assert not at.exception
    assert len(at.get("bidi_component")) == 1
