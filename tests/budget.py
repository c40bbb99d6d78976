"""The number of cases that a test tries: a share in each run, all of them if asked for."""

import os
from typing import Final

__all__ = ["budget"]

_IS_THOROUGH: Final = bool(os.environ.get("OPENLINE_TEST_THOROUGH"))


def budget(usual: int, thorough: int) -> int:
    """Return how many cases a test tries; `make thorough LENGTH=full` sets the variable for all."""
    return thorough if _IS_THOROUGH else usual
