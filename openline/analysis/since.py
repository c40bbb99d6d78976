"""Since: the channels that moved or were used since a day, as a comparison tells of them."""

import pandas as pd

from openline.analysis.compare import COMPARISON, compare_evidence
from openline.analysis.evidence import Evidence

SINCE = COMPARISON
_COUNTED = ["contacts", "overtures", "refusals"]


def since(then: Evidence, now: Evidence) -> pd.DataFrame:
    """Return the channels that moved, or in which there was a contact, an overture or a refusal,
    after one day and up to another of the same record and filters.

    The columns of `SINCE`, those of a comparison of the two days, and beside them `channel_id`.
    """
    frame = compare_evidence(then, now)
    happened = (frame["change"] != "unchanged") | (frame[_COUNTED] > 0).any(axis=1)
    return frame[happened].reset_index(drop=True)
