"""The script that saves figures; what it does is driven in the browser."""

from openline.ui.pictures import SAVING


def test_the_script_asks_no_other_host() -> None:
    """Addresses in the script are names alone; it fetches what the page has already."""
    assert SAVING.count("http") == 1
    assert "http://www.w3.org/2000/svg" in SAVING


def test_the_script_has_lines() -> None:
    """Without a line break it would be taken for a file's name."""
    assert "\n" in SAVING
    assert "export default function" in SAVING
