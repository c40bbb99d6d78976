"""Places: so many for all who ask, and a few more for addresses that have none."""

from collections import Counter

from starlette.types import Scope


class Places:
    """`most` places, of which anybody may have all, and `spare` more, each for an address that has
    none: whoever holds all of them holds up others from the same address only."""

    def __init__(self, most: int, spare: int) -> None:
        self._most, self._spare = most, spare
        self._had: Counter[str] = Counter()

    @property
    def taken(self) -> int:
        """How many places are taken."""
        return self._had.total()

    def take(self, who: str) -> bool:
        """Take a place for an address, and tell whether there was one."""
        if self.taken >= self._most + (0 if self._had[who] else self._spare):
            return False
        self._had[who] += 1
        return True

    def leave(self, who: str) -> None:
        """Give a place of an address back."""
        self._had[who] -= 1
        if not self._had[who]:
            del self._had[who]


def address_of(scope: Scope) -> str:
    """Return the address that a request comes from, "" where it is not known."""
    client = scope.get("client")
    return str(client[0]) if client else ""
