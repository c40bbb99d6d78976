"""Between two days: how often a channel moved, its newest move, and its newest contact."""

from typing import Final

import pandas as pd

from openline.analysis.contacts import contacts
from openline.analysis.evidence import Evidence
from openline.record.columns import REFUSAL

NEWEST_MOVE: Final = (
    "moves",
    "moved",
    "moved_text",
    "cause",
    "actor",
    "summary",
    "source",
    "source_url",
)
NEWEST_CONTACT: Final = (
    "contact_text",
    "contact_actor",
    "contact_summary",
    "contact_source",
    "contact_source_url",
)


def moves_between(evidence: Evidence, since: pd.Timestamp) -> pd.DataFrame:
    """Return, by `channel_id`, the moves after a day and up to the as-of day.

    The columns of `NEWEST_MOVE`: `moves`, how many there are; then of the newest one its day
    (`moved`), its date as given, and what it cites. Channels that did not move have no row.
    """
    moves = evidence.moves[evidence.moves["day"] > since]
    moves = moves.rename(columns={"day": "moved", "date": "moved_text"})
    newest = moves.drop_duplicates("channel_id", keep="last").set_index("channel_id")
    number = moves.groupby("channel_id").size()
    return newest.assign(moves=number)[list(NEWEST_MOVE)]


def refusers(evidence: Evidence, since: pd.Timestamp) -> "pd.Series[str]":
    """Return the party that acted in each refusal after a day and up to the as-of day, by
    `channel_id`; those that name none are left out."""
    rows = evidence.observations
    rows = rows[(rows["event"] == REFUSAL) & (rows["earliest"] > since) & rows["actor"].notna()]
    return rows.set_index("channel_id")["actor"]


def newest_contacts(evidence: Evidence, since: pd.Timestamp) -> pd.DataFrame:
    """Return, by `channel_id`, the newest contact after a day and up to the as-of day.

    The columns of `NEWEST_CONTACT`: its date as given, and what it cites. Channels without a
    contact have no row.
    """
    used = contacts(evidence)
    used = used[used["earliest"] > since].sort_values("earliest", kind="stable")
    newest = used.drop_duplicates("channel_id", keep="last").set_index("channel_id")
    cited = newest[["date", "actor", "summary", "source", "source_url"]]
    return cited.set_axis(list(NEWEST_CONTACT), axis=1)
