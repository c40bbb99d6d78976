"""The imports of the project's modules, read from their text without running them."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

__all__ = ["MODULES", "ROOT", "SOURCES", "imported", "room_of", "tree"]

ROOT: Final = Path(__file__).parent.parent
SOURCES: Final = (
    ROOT / "dashboard.py",
    *sorted((ROOT / "pages").glob("*.py")),
    *sorted((ROOT / "openline").rglob("*.py")),
)


@cache
def tree(path: Path) -> ast.Module:
    """Return a module's syntax tree."""
    return ast.parse(path.read_text(encoding="utf-8"))


def name_of(path: Path) -> str:
    """Return a module's full name, a package's without `__init__`."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def room_of(name: str) -> str:
    """Return the room of a module of this project; the package itself is not a room."""
    first, *rest = name.split(".")
    return first if first != "openline" else (rest[0] if rest else "")


MODULES: Final = {name_of(path): path for path in SOURCES}


def imported(path: Path) -> Iterator[str]:
    """Yield the name of each module that a module imports, including inside functions."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            inner = [f"{node.module}.{alias.name}" for alias in node.names]
            found = [name for name in inner if name in MODULES]
            yield from found
            if len(found) < len(inner):
                yield node.module
