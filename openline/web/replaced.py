"""Methods of the server's classes, replaced while the board is served: no option does the same."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def replaced(owner: Any, **methods: Any) -> Iterator[None]:
    """Replace methods of a class, and restore them afterwards."""
    before = {name: getattr(owner, name) for name in methods}
    _set(owner, methods)
    try:
        yield
    finally:
        _set(owner, before)


def _set(owner: Any, methods: dict[str, Any]) -> None:
    for name, method in methods.items():
        setattr(owner, name, method)
