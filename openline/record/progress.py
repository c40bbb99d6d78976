"""Progress: how far a long piece of work has got, for whoever waits for it."""

from collections.abc import Callable

Progress = Callable[[float, str], None]
"""Takes what share of the work is done, from 0 to 1, and what is done now, in words."""


def silent(share: float, words: str) -> None:
    """Tell nobody."""


def part(progress: Progress, start: float, end: float) -> Progress:
    """Return the progress of a part of the work, from one share of the whole to another.

    >>> part(lambda share, words: print(share, words), 0.5, 1.0)(0.5, "Reading")
    0.75 Reading
    """

    def tell(share: float, words: str) -> None:
        progress(start + share * (end - start), words)

    return tell
