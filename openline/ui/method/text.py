"""The written part of Method, `docs/method.md`, in chapters; and the bundled codebook.

Both are the project's own text and may be read as Markdown. Nothing of a record is.
"""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

_ROOT: Final = Path(__file__).parents[3]
_METHOD: Final = _ROOT / "docs" / "method.md"
_CODEBOOK: Final = _ROOT / "data" / "README.md"
_PACKAGE: Final = _ROOT / "data" / "datapackage.json"
_OWN_LICENCE: Final = "(LICENSE)"


@dataclass(frozen=True, slots=True)
class Passage:
    """One part of a written page: its heading and its text, as Markdown."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class CodeBook:
    """What stands beside the bundled record: its passages, its licence's name and address,
    and the SHA-256 of the edition that it describes."""

    passages: tuple[Passage, ...]
    licence: str
    licence_url: str
    digest: str


def passages() -> tuple[Passage, ...]:
    """Return the chapters of the method in their order."""
    return _split(_METHOD.read_text(encoding="utf-8"))


def codebook() -> CodeBook:
    """Return the codebook of the bundled record."""
    package: Any = json.loads(_PACKAGE.read_text(encoding="utf-8"))
    licence = package["licenses"][0]
    text = _CODEBOOK.read_text(encoding="utf-8").replace(_OWN_LICENCE, f"({licence['path']})")
    digest = package["resources"][0]["hash"].removeprefix("sha256:")
    return CodeBook(_split(text), licence["title"], licence["path"], digest)


def anchor_of(title: str) -> str:
    """Return what a heading is called in an address.

    >>> anchor_of("The as-of day")
    'the-as-of-day'
    """
    return re.sub(r"[^a-z0-9]+", "-", title.casefold()).strip("-")


def _split(text: str) -> tuple[Passage, ...]:
    """Split a page at its second headings; what stands before the first has no title."""
    body = text.partition("\n")[2] if text.startswith("# ") else text
    first, *rest = re.split(r"^## ", body, flags=re.MULTILINE)
    parts = [Passage("", first.strip())] if first.strip() else []
    for part in rest:
        title, _, inside = part.partition("\n")
        parts.append(Passage(title.strip(), inside.strip()))
    return tuple(parts)
