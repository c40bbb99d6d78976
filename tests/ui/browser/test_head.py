"""The head of a page as it is sent."""

import re
from pathlib import Path

import streamlit as st

from openline.figures.icon import icon_address
from openline.ui.browser.head import with_own_head

STATIC = Path(st.__file__).parent / "static"


def test_a_page_has_the_board_s_name_and_mark_from_the_start() -> None:
    """Streamlit's own are nowhere in the page that is installed."""
    page = with_own_head((STATIC / "index.html").read_text())
    assert "<title>Openline</title>" in page
    assert f'href="{icon_address()}"' in page
    assert "favicon.png" not in page


def test_a_page_fetches_the_typeface_of_its_headline() -> None:
    """Once, and the file is there; what a page needs to run at all comes before it."""
    before = (STATIC / "index.html").read_text()
    (link,) = re.findall(r'<link[^>]*SourceSerif[^>]*">', with_own_head(before))
    (file,) = re.findall(r'href="\./([^"]+)"', link)
    assert (STATIC / file).is_file()
    assert 'fetchpriority="low"' in link
    assert before in with_own_head(before).replace(link, "").replace(
        icon_address(), "./favicon.png"
    ).replace("<title>Openline</title>", "<title>Streamlit</title>")
