"""Elements of a drawing, as XML: only this module escapes text and attributes."""

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

Point = tuple[float, float]
"""A place in pixels: rightward, and downward."""


def element(name: str, inner: str = "", /, **attributes: object) -> str:
    """Return an element around finished elements; attributes that are None are left out."""
    start = name
    for key, value in attributes.items():
        if value is not None:
            text = number(value) if isinstance(value, float) else str(value)
            start += f" {key.rstrip('_').replace('_', '-')}={quoteattr(text)}"
    return f"<{start}>{inner}</{name}>" if inner else f"<{start}/>"


def escaped_text(words: str) -> str:
    """Return words as the content of an element."""
    return escape(words)


def number(value: float) -> str:
    """Return a number of pixels as text, no longer than necessary.

    >>> number(3.0), number(2.496), number(-0.001)
    ('3', '2.5', '0')
    """
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def path_of(points: Iterable[Point], closed: bool = False) -> str:
    """Return the path through some points."""
    steps = [f"{number(x)} {number(y)}" for x, y in points]
    return f"M{'L'.join(steps)}{'Z' if closed else ''}" if steps else ""
