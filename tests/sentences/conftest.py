"""Tables of small records, for the sentences."""

from collections.abc import Callable
from datetime import date

import pandas as pd
import pytest

from openline.analysis.evidence import Evidence, gather
from openline.analysis.status import status
from openline.record.reading import read_record

HEADER = "channel,parties,level,kind,date,event,state\n"


@pytest.fixture
def seen() -> Callable[..., Evidence]:
    """Return what reads rows and gathers their evidence as of a day."""

    def gather_rows(*rows: str, as_of: str = "2024-01-01") -> Evidence:
        record = read_record((HEADER + "\n".join(rows) + "\n").encode(), date(2026, 1, 1))
        assert not record.has_errors
        return gather(record, date.fromisoformat(as_of))

    return gather_rows


@pytest.fixture
def told(seen: Callable[..., Evidence]) -> Callable[..., pd.DataFrame]:
    """Return what gives the status table of rows."""
    return lambda *rows, as_of="2024-01-01": status(seen(*rows, as_of=as_of))
