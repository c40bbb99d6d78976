"""A record in a script: each table is a method, with the rows of the command."""

import inspect
from datetime import date
from pathlib import Path
from typing import Any, Final

import pandas as pd
import pytest

import openline
from openline.analysis.tables import TABLES
from openline.cli import main
from openline.formats.machine import text_of
from tests.asking import TODAY

NAMES: Final = [table.name for table in TABLES]
ASKED: Final[dict[str, tuple[dict[str, Any], list[str]]]] = {
    "compare": (
        {"first": "2022-10-05", "second": "2023-10-05"},
        ["--from", "2022-10-05", "--to", "2023-10-05"],
    ),
    "search": ({"words": "hotline"}, ["--q", "hotline"]),
    "survival": ({"by": "level", "summary": True}, ["--by", "level", "--summary"]),
    "since": ({"since": "30d"}, ["--since", "30d"]),
    "gaps": ({"min_days": 400}, ["--min-days", "400"]),
    "openings": ({"window": 90, "moves": "all"}, ["--window", "90", "--closings"]),
    "signs": ({"window": 90, "min_days": 1}, ["--window", "90", "--min-days", "1"]),
    "shares": ({"by": "kind"}, ["--by", "kind"]),
}
"""What is asked of the tables that take more than the day and filters."""


@pytest.fixture(scope="module")
def record() -> openline.Record:
    """Return the bundled record."""
    return openline.read(openline.examples()["channels"], today=TODAY)


@pytest.mark.usefixtures("set_today")
@pytest.mark.parametrize("name", NAMES)
def test_a_table_has_the_rows_of_the_command(
    name: str, record: openline.Record, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the same day, filters and options it is the same CSV, row for row."""
    own, options = ASKED.get(name, ({}, []))
    day = {} if name == "compare" else {"as_of": "2023-10-05"}
    frame = getattr(record, name)(**day, **own, parties="China; United States")
    dated = [] if name == "compare" else ["--as-of", "2023-10-05"]
    assert (
        main([name, *dated, "--parties", "China; United States", *options, "--format", "csv"]) == 0
    )
    assert len(frame)
    assert text_of(frame, "csv") == capsys.readouterr().out


@pytest.mark.parametrize("name", NAMES)
def test_a_table_is_a_method_that_says_what_it_returns(name: str) -> None:
    """A new table has to have its method."""
    method = getattr(openline.Record, name)
    assert (inspect.getdoc(method) or "").startswith("Return ")
    assert "filters" in inspect.signature(method).parameters


def test_what_a_record_has_is_said_in_one_line(record: openline.Record) -> None:
    """As a notebook shows it."""
    assert repr(record).startswith("<Record channels.csv: 2,275 observations of 222 channels, up ")
    assert record.last_day == date(2026, 6, 30)
    assert list(record.channels) == ["parties", "channel", "level", "kind", "cadence_days"]


def test_a_frame_can_be_changed_without_the_record(record: openline.Record) -> None:
    """The next answer is as the first one was."""
    first = record.status()
    first.loc[:, "state"] = "open"
    lines = record.channels
    lines["channel"] = "none"
    assert set(record.status()["state"]) > {"open"}
    assert "none" not in set(record.channels["channel"])


def test_rows_written_as_csv_are_the_same_record(record: openline.Record, tmp_path: Path) -> None:
    """What is read again has the same observations."""
    record.to_csv(tmp_path / "again.csv")
    again = openline.read(tmp_path / "again.csv", today=TODAY)
    assert text_of(again.observations(), "csv") == text_of(record.observations(), "csv")


def test_rows_written_as_parquet_keep_dates_as_given_and_their_bounds(tmp_path: Path) -> None:
    """A month is bounded by its first and last day, and numbers stay whole."""
    data = b"channel,date,state,cadence_days,coder\nHotline,2022-08,open,30,AB\nTalks,2022,open,,\n"
    openline.read(data).to_parquet(tmp_path / "rows.parquet")
    read = pd.read_parquet(tmp_path / "rows.parquet")
    assert read.astype(object).fillna("").astype(str).to_numpy().tolist() == [
        ["Hotline", "30", "2022-08", "2022-08-01", "2022-08-31", "open", "AB"],
        ["Talks", "", "2022", "2022-01-01", "2022-12-31", "open", ""],
    ]
    assert list(read)[2:5] == ["date", "date_earliest", "date_latest"]
