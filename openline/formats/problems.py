"""Problems as a table."""

from collections.abc import Sequence

import pandas as pd

from openline.record.problems import PROBLEM_FIELDS, Problem


def problem_frame(problems: Sequence[Problem]) -> pd.DataFrame:
    """Return problems as a frame, a row each, with the columns `PROBLEM_FIELDS`."""
    rows = [[getattr(item, name) for name in PROBLEM_FIELDS] for item in problems]
    return pd.DataFrame(rows, columns=list(PROBLEM_FIELDS)).astype({"line": "Int64"})
