"""What a row of the board says."""

from collections.abc import Callable
from datetime import date

import pandas as pd
import pytest

from openline.analysis.evidence import gather
from openline.analysis.status import status
from openline.record.reading import read_record
from openline.sentences.board import board_lengths, board_words
from tests.screen import csv_text


@pytest.fixture
def told() -> Callable[..., pd.DataFrame]:
    """Return what gives the status table of rows."""

    def table(*rows: tuple[str, ...]) -> pd.DataFrame:
        record = read_record(csv_text(rows).encode(), date(2024, 1, 1))
        return status(gather(record, date(2024, 1, 1)))

    return table


def test_words_are_those_of_the_file(told: Callable[..., pd.DataFrame]) -> None:
    """Dates keep their precision, parties have a dash between them, what is missing is empty."""
    table = told(("Talks", "A; B", "2022-08", "", "open"), ("Line", "", "2022", "", "partial"))
    words = board_words(table.iloc[::-1]).set_index("Channel")
    assert words.loc["Talks"].tolist() == ["open", "A–B", "", "Aug 2022", "", "Aug 2022"]
    assert words.loc["Line"].tolist() == ["partial", "", "", "2022", "", "2022"]


def test_a_length_from_a_coarse_date_is_a_range(told: Callable[..., pd.DataFrame]) -> None:
    """A state since some day of a month is as old as its bounds; an exact one is a number."""
    table = told(
        ("Line", "A; B", "2022-08-05", "", "open"), ("Talks", "A; B", "2022-08", "", "open")
    )
    assert board_lengths(table)["Days in state"].tolist() == ["514", "488–518"]
    assert board_lengths(table)["Days silent"].tolist() == ["", ""]
