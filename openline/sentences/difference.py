"""What differs between two records, in words."""

import pandas as pd

from openline.sentences.runs import MUTED, STRONG, Run, Text, count, list_words, show_sides


def change_sentence(rows: pd.DataFrame, standing: pd.DataFrame) -> str:
    """Say what differs between two records: `rows` and `standing` are the tables of
    `openline.analysis.difference`."""
    counts = rows["change"].value_counts()
    parts = [
        f"{count(int(counts[word]), 'row')} {word}"
        for word in ("added", "removed", "changed")
        if word in counts
    ]
    if not parts:
        return "No row differs; only the way it is written does."
    if not len(standing):
        return f"{list_words(parts)}; no channel’s status changes as a result."
    return (
        f"{list_words(parts)}; the status of {count(len(standing), 'channel')} changes as a result."
    )


def standing_words(row: pd.Series) -> Text:
    """Say how a channel stood before and stands now: a row of `status_difference`."""
    name = show_sides(row["parties"])
    before, after = row["from_state"], row["to_state"]
    runs = [Run(name, STRONG), Run(" "), Run(str(row["channel"])), Run(": ")]
    if not isinstance(after, str):
        return (*runs, Run(str(before), str(before)), Run(" → no longer in the record"))
    if not isinstance(before, str):
        return (*runs, Run("new, "), Run(after, after))
    if before != after:
        return (*runs, Run(before, before), Run(" → "), Run(after, after))
    what = str(row["differs"]).replace("_", " ")
    return (*runs, Run(after, after), Run(f", {what} differs", MUTED))
