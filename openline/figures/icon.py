"""The board's mark in the tab of a browser: an open line, a partial one and a severed one."""

from base64 import b64encode
from typing import Final

from openline.figures.theme import DARK, LIGHT, Theme

_LINES: Final = {
    "open": "M2 7h28",
    "partial": "M2 16h7m3.5 0h7m3.5 0h7",
    "severed": "M2 25h9m10 0h9",
}


def icon() -> str:
    """Return the mark as SVG, in the colours of light and of dark browsers."""
    dark = f"@media (prefers-color-scheme: dark) {{ {_rules(DARK)} }}"
    lines = "".join(f'<path class="{state}" d="{path}"/>' for state, path in _LINES.items())
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
        f"<style>path {{ stroke-width: 6; }} {_rules(LIGHT)} {dark}</style>{lines}</svg>"
    )


def icon_address() -> str:
    """Return an address that holds the mark itself."""
    return f"data:image/svg+xml;base64,{b64encode(icon().encode()).decode()}"


def _rules(theme: Theme) -> str:
    return " ".join(f".{state} {{ stroke: {theme.mark(state)}; }}" for state in _LINES)
