"""The types of tables: named here for whoever passes a table on and computes nothing with it."""

from typing import TypeAlias

import pandas as pd

Frame: TypeAlias = pd.DataFrame
"""A table, with the columns that its function names."""
Column: TypeAlias = pd.Series
"""One column of a table, or one of its rows."""
Moment: TypeAlias = pd.Timestamp
"""A day as tables have it, at midnight."""
