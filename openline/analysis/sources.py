"""Sources: which publishers the rows rest on, and how well."""

from typing import Final

import pandas as pd

from openline.analysis.evidence import Evidence, derived
from openline.record.columns import CONFIDENCE, CONFIDENCES, SOURCE, SOURCE_URL

SOURCES: Final = ("site", "publisher", "rows", *CONFIDENCES, "channels", "first", "last")
_HOST: Final = r"^https?://(?:[^/?#]*@)?(?:www\.)?([^/?#:]+)"
_PUBLISHER: Final = r"^(?![^,]*:\s)\s*([^,]*[^,\s])"
"""What a citation says up to its first comma; a colon before it makes that a note."""


@derived
def sources(evidence: Evidence) -> pd.DataFrame:
    """Return one row per site that the rows seen are cited from, most rows first.

    Columns, those of `SOURCES`: `site` is the host of the address, missing where a row has
    none; rows without an address are taken by publisher. `publisher` is the one that at
    least half of the rows name, missing where none is: what a citation says up to its first
    comma, unless a colon shows that to be a note. Then the rows, of them the confirmed,
    reported and inferred ones, the channels, and the first and the last day.
    """
    rows = evidence.observations
    site = rows[SOURCE_URL].str.extract(_HOST, expand=False).str.lower()
    publisher = rows[SOURCE].str.extract(_PUBLISHER, expand=False)
    key = site.fillna("").where(site.notna(), " " + publisher.fillna(""))
    levels = [rows[CONFIDENCE] == word for word in CONFIDENCES]
    frame = rows[["channel_id", "earliest"]].assign(
        site=site, publisher=publisher, **dict(zip(CONFIDENCES, levels, strict=True))
    )
    counted = {word: (word, "sum") for word in CONFIDENCES}
    table = frame.groupby(key).agg(
        site=("site", "first"),
        rows=("channel_id", "size"),
        **counted,
        channels=("channel_id", "nunique"),
        first=("earliest", "min"),
        last=("earliest", "max"),
    )
    table["publisher"] = _most_named(publisher, key, table["rows"])
    table = table.sort_values("rows", ascending=False, kind="stable")
    return table[list(SOURCES)].reset_index(drop=True)


def confidence_counts(evidence: Evidence) -> "pd.Series[int]":
    """Return how many rows are confirmed, reported and inferred, in this order."""
    counts = evidence.observations[CONFIDENCE].value_counts()
    return counts.reindex(list(CONFIDENCES), fill_value=0)


def _most_named(publisher: pd.Series, key: pd.Series, rows: pd.Series) -> pd.Series:
    """The publisher that at least half of the rows of a key name, of two the first by name."""
    named = publisher.groupby([key, publisher]).size().rename("times")
    named = named.rename_axis(["key", "publisher"]).reset_index()
    named = named.sort_values(["times", "publisher"], ascending=[False, True], kind="stable")
    most = named.drop_duplicates("key").set_index("key")
    return most["publisher"].where(most["times"] * 2 >= rows.reindex(most.index))
