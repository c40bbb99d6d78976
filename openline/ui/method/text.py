"""The written part of Method, `docs/method.md`, in chapters; and the bundled codebook.

Both are the project's own text and may be read as Markdown. Nothing of a record is.
"""

import json
from dataclasses import dataclass
from typing import Any, Final

from openline.markup.written import Passage, split_passages
from openline.settings import METHOD_FILE, ROOT

_CODEBOOK: Final = ROOT / "data" / "README.md"
_PACKAGE: Final = ROOT / "data" / "datapackage.json"
_OWN_LICENCE: Final = "(LICENSE)"


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
    return split_passages(METHOD_FILE.read_text(encoding="utf-8"))


def codebook() -> CodeBook:
    """Return the codebook of the bundled record."""
    package: Any = json.loads(_PACKAGE.read_text(encoding="utf-8"))
    licence = package["licenses"][0]
    text = _CODEBOOK.read_text(encoding="utf-8").replace(_OWN_LICENCE, f"({licence['path']})")
    digest = package["resources"][0]["hash"].removeprefix("sha256:")
    return CodeBook(split_passages(text), licence["title"], licence["path"], digest)
