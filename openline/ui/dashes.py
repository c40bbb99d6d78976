"""Parties as a list offers them, so that typing finds them.

The list is searched by the letters that are typed, in their order. A space on both sides of
the dash lets a space stand for it; a hyphen, which keyboards have, becomes the dash.
"""

from typing import Final

from openline.record.columns import PARTIES_SEPARATOR

__all__ = ["DASHED", "listed_sides"]

_JOINT: Final = " – "
DASHED: Final = """
function dash(event) {
  const field = event.target;
  if (!field.closest?.(".st-key-view_parties") || !event.data?.includes("-")) return;
  event.preventDefault();
  document.execCommand("insertText", false, event.data.replaceAll("-", "–"));
}
"""
"""The script by which a hyphen that is typed among parties is their dash."""


def listed_sides(parties: str) -> str:
    """Return parties as the list of them has them.

    >>> listed_sides("China; United States")
    'China – United States'
    """
    return parties.replace(PARTIES_SEPARATOR, _JOINT)
