"""A comparison of two days, for the tests of its sentences."""

from typing import Any

import pandas as pd

__all__ = ["CHANGES", "compared"]

CHANGES = {
    "opened": ("severed", "partial"),
    "closed": ("open", "severed"),
    "new": (None, "open"),
    "ended": ("severed", "ended"),
    "unclear": ("open", "unknown"),
    "unchanged": ("open", "open"),
}
"""Each change, with the states that it leads from and to."""


def compared(*changes: str, parties: str | None = "A; B", **columns: Any) -> pd.DataFrame:
    """Return the comparison of channels C0, C1 and so on, one a change."""
    rows = [(f"C{i}", change, *CHANGES[change]) for i, change in enumerate(changes)]
    frame = pd.DataFrame(rows, columns=["channel", "change", "from_state", "to_state"])
    numbers = {"contacts": 0, "overtures": 0, "refusals": 0, "moves": 0, "lowest": None}
    numbers["recorded"] = False
    return frame.assign(parties=parties, **(numbers | columns))
