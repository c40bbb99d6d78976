"""A button that copies a link, on plain http too, where browsers keep the clipboard shut."""

from typing import Final

from openline.ui.browser.components import component

_BUTTON: Final = '<button type="button">Copy link</button><span role="status"></span>'


def copy_button(link: str, key: str = "openline_copy") -> None:
    """Draw a button that copies a link, and says whether it could."""
    mount = component("copy", "copy_button", markup=_BUTTON, style="copy_button")
    mount(key=key, data={"link": link}, height=36)
