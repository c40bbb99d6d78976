"""The board."""

from collections.abc import Callable
from datetime import date

import pandas as pd
import pytest

from openline.analysis.evidence import gather
from openline.analysis.status import status
from openline.record.reading import read_record
from openline.sentences.board import board_lengths
from openline.ui.controls.board import board_frame, fitting_date, print_board
from tests.screen import csv_text


@pytest.fixture
def told() -> Callable[..., pd.DataFrame]:
    """Return what gives the status table of rows."""

    def table(*rows: tuple[str, ...]) -> pd.DataFrame:
        record = read_record(csv_text(rows).encode(), date(2024, 1, 1))
        return status(gather(record, date(2024, 1, 1)))

    return table


def test_the_board_shows_dates_as_given_and_missing_as_nothing(
    told: Callable[..., pd.DataFrame],
) -> None:
    """Dates keep their precision, lengths are whole, what is missing is empty."""
    frame = board_frame(told(("Talks", "A; B", "2022-08", "", "open")), with_parties=True)
    row = frame.iloc[0]
    assert row["Since"] == "Aug 2022"
    assert row["Parties"] == "A–B"
    assert row["Days in state"] == 518
    assert row["Last contact"] == ""
    assert pd.isna(row["Days silent"])


def test_parties_are_left_out_where_all_are_the_same(told: Callable[..., pd.DataFrame]) -> None:
    """A column that says the same in each row is no column."""
    frame = board_frame(told(("Talks", "A; B", "2022", "", "open")), with_parties=False)
    assert "Parties" not in frame
    assert list(frame)[-2:] == ["Cause", "Source"]


def test_causes_and_days_silent_stand_last_beside_parties(
    told: Callable[..., pd.DataFrame],
) -> None:
    """Where they have no room in the window, what has is not torn apart by them."""
    frame = board_frame(told(("Talks", "A; B", "2022", "", "open")), with_parties=True)
    assert list(frame)[-3:] == ["Source", "Days silent", "Cause"]


def test_the_printed_board_has_a_row_for_each_channel(told: Callable[..., pd.DataFrame]) -> None:
    """Print has a table of text, since it cannot show the board itself."""
    table = told(("<b>", "A; B", "2022", "", "open", "", "https://host/a"))
    html = print_board(
        board_frame(table, with_parties=True), board_lengths(table), table["source"], True
    )
    assert html.count("<tr>") == 2
    assert "&lt;b&gt;" in html
    assert 'href="https://host/a"' in html


def test_days_overdue_are_printed_like_other_lengths(told: Callable[..., pd.DataFrame]) -> None:
    """Thousands have their comma, and a channel that is not overdue has nothing there: a meeting
    every 100 days, last held on 1 Jan 2020, was due on 10 Apr 2020, 1,361 days before."""
    table = told(
        ("Talks", "A; B", "2020-01-01", "contact", "open"), ("Line", "A; B", "2023", "", "open")
    )
    table = table.assign(overdue=[True, False], days_overdue=[1361, None])
    html = print_board(
        board_frame(table, with_parties=True), board_lengths(table), table["source"], True
    )
    assert '<td class="ol-figure">1,361</td>' in html
    assert "nan" not in html.lower()
    assert "none" not in html.lower()


def test_a_long_board_is_not_printed(told: Callable[..., pd.DataFrame]) -> None:
    """Where the sheet has no room for its rows, print says where they are."""
    table = told(*[(f"C{i}", "A; B", "2022", "", "open") for i in range(41)])
    html = print_board(
        board_frame(table, with_parties=True), board_lengths(table), table["source"], False
    )
    assert "The board of these 41 channels" in html
    assert "<table" not in html


@pytest.mark.parametrize(
    ("shown", "fitting"),
    [
        ("30 Dec 2021 – 30 Mar 2022", "2021–2022"),
        ("26 Mar 2022 – 1 Sep 2025", "2022–2025"),
        ("2021 – 30 Mar 2022", "2021–2022"),
        ("7 Feb – 30 Nov 2020", "Feb–Nov 2020"),
        ("20 Jan – 5 Feb 2020", "Jan–Feb 2020"),
        ("Aug 2022 – 5 Sep 2022", "Aug–Sep 2022"),
        ("2022 – 15 Sep 2022", "2022"),
        ("14–16 Aug 2023", "14–16 Aug 2023"),
        ("Jan–Jun 2022", "Jan–Jun 2022"),
        ("5 Oct 2023", "5 Oct 2023"),
        ("", ""),
    ],
)
def test_a_long_interval_is_shown_by_its_fitting_date(shown: str, fitting: str) -> None:
    """A column never cuts a date in two: a long interval is told more coarsely, and truly."""
    assert fitting_date(shown) == fitting
