"""Openings tables for the figure of openings and closings, made from a few words."""

import pandas as pd

__all__ = ["moves_of"]


def moves_of(*words: str) -> pd.DataFrame:
    """Return the columns that the figure needs of an openings table, newest first.

    Each word is a day and a change, as `2020-05-01 severed`.
    """
    pairs = [word.split() for word in words]
    days = pd.to_datetime([day for day, _ in pairs]).as_unit("us")
    frame = pd.DataFrame({"date": days, "change": pd.Series([c for _, c in pairs], dtype="str")})
    return frame.sort_values("date", ascending=False, kind="stable", ignore_index=True)
