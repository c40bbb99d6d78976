"""The scripts that the browser runs; what they do is driven in the browser."""

import re
from pathlib import Path

import pytest

from openline.ui.browser import components
from openline.ui.browser.components import read_file

_FILES = sorted((Path(components.__file__).parent / "script").glob("*.js"))
_NAMES = "http://www.w3.org/2000/svg"


@pytest.mark.parametrize("file", _FILES, ids=lambda file: file.name)
def test_no_script_asks_another_host(file: Path) -> None:
    """Addresses in a script are names alone; it fetches what the page has already."""
    script = read_file(f"script/{file.name}").replace(_NAMES, "")
    assert not re.search(r"https?://", script)


def test_a_tab_s_pages_share_one_listener() -> None:
    """Both components that bring the script share what the first one made."""
    script = read_file("script/doubled.js")
    assert script.count("new BroadcastChannel") == 1
    assert "window.openlineTab ??= listening()" in script


def test_a_link_is_copied_without_the_clipboard_too() -> None:
    """On plain http the link is copied by selecting it, and the outcome is told."""
    script = read_file("script/copy_button.js")
    assert "navigator.clipboard.writeText" in script
    assert 'execCommand("copy")' in script
    assert "Select the address above" in script
