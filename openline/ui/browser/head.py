"""The head of a page as it is sent: before a page is drawn it would have Streamlit's name and mark,
and no typeface for its headline, which then comes after all other words."""

from pathlib import Path
from typing import Final

import streamlit as st

from openline.figures.icon import icon_address

_MEDIA: Final = Path(st.__file__).parent / "static" / "static" / "media"
_HEADLINES: Final = "SourceSerif*-Roman*.woff2"
_TYPEFACE: Final = (
    '<link rel="preload" href="./static/media/{}" as="font" type="font/woff2" crossorigin'
    ' fetchpriority="low">'
)
_HEAD_ENDS: Final = "</head>"


def with_own_head(page: str) -> str:
    """Return the page that Streamlit sends with the board's name and mark, which also fetches the
    typeface of headlines."""
    links = "".join(_TYPEFACE.format(file.name) for file in _MEDIA.glob(_HEADLINES))
    named = page.replace("<title>Streamlit</title>", "<title>Openline</title>")
    marked = named.replace("./favicon.png", icon_address())
    return marked.replace(_HEAD_ENDS, f"{links}{_HEAD_ENDS}", 1)
