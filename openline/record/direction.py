"""Direction of text: marks in a record that would turn round what stands beside it."""

from typing import Final

__all__ = ["without_turns"]

_TURNS: Final = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])


def without_turns(text: str) -> str:
    r"""Return text without the marks that set the direction of what follows them; letters
    that run from right to left do so without them.

    >>> without_turns("line \u202edereves")
    'line dereves'
    """
    return text.translate(_TURNS)
