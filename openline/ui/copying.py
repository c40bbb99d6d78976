"""A button that copies a link, on plain http too, where browsers keep the clipboard shut."""

from collections.abc import Callable
from typing import Any, Final

import streamlit as st

__all__ = ["copy_button"]

_BUTTON: Final = '<button type="button">Copy link</button><span role="status"></span>'
_STYLE: Final = """
button { font: inherit; color: inherit; background: none; cursor: pointer; height: 30px;
  border: 1px solid currentColor; border-radius: 2px; padding: 0 12px; }
span { margin-left: 10px; }
"""
_SCRIPT: Final = """
export default function (component) {
  const { data, parentElement } = component;
  const button = parentElement.querySelector("button");
  const told = parentElement.querySelector("span");
  const byHand = () => {
    const field = document.createElement("textarea");
    field.value = data.link;
    field.style.position = "fixed";
    field.style.opacity = "0";
    button.after(field);
    field.select();
    const copied = document.execCommand("copy");
    field.remove();
    return copied;
  };
  button.onclick = async () => {
    let copied = false;
    try {
      await navigator.clipboard.writeText(data.link);
      copied = true;
    } catch {
      copied = byHand();
    }
    told.textContent = copied ? "Copied." : "Select the address above and copy it.";
  };
}
"""


def copy_button(link: str, key: str = "openline_copy") -> None:
    """Draw a button that copies a link, and says whether it could."""
    _component()(key=key, data={"link": link}, height=36)


@st.cache_resource(show_spinner=False)
def _component() -> Callable[..., Any]:
    renderer: Callable[..., Any] = st.components.v2.component(
        "openline_copy", html=_BUTTON, css=_STYLE, js=_SCRIPT
    )
    return renderer
