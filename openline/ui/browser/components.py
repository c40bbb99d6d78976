"""Components: scripts that the browser runs beside a page, each mounted by name."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import streamlit as st

_HERE: Final = Path(__file__).parent


def read_file(path: str) -> str:
    """Return the text of a file in this folder: `style/print.css`, `script/follow.js`."""
    return (_HERE / path).read_text(encoding="utf-8")


@st.cache_resource(show_spinner=False)
def component(name: str, *scripts: str, markup: str = "", style: str = "") -> Callable[..., Any]:
    """Return the component `openline_NAME`, made once, from scripts joined in order, the last of
    which mounts it; its markup; and its own style."""
    renderer: Callable[..., Any] = st.components.v2.component(
        f"openline_{name}",
        html=markup or None,
        css=read_file(f"style/{style}.css") if style else None,
        js="\n".join(read_file(f"script/{script}.js") for script in scripts),
    )
    return renderer
