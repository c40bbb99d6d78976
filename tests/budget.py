"""How much of what could be tried at length is tried: a share in each run, all of it on demand."""

import os
from typing import Final

__all__ = ["budget"]

_IS_THOROUGH: Final = bool(os.environ.get("OPENLINE_TEST_THOROUGH"))


def budget(usual: int, thorough: int) -> int:
    """Return how many cases a test tries: `make thorough LENGTH=full` sets the variable
    that asks for all."""
    return thorough if _IS_THOROUGH else usual
