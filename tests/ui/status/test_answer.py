"""The top of Status."""

from collections.abc import Callable
from pathlib import Path

from tests.screen import csv_text, markup, run_page

Put = Callable[[str], Path]


def test_each_channel_has_a_cell(put_record: Put) -> None:
    """The bar of cells has as many cells as there are channels."""
    rows = [(f"C{i}", "A; B", "2020-01-01", "", "open") for i in range(5)]
    put_record(csv_text(rows))
    assert markup(run_page()).count("ol-cell ol-fill-open") == 5


def test_cells_too_many_to_be_told_apart_are_one_piece(put_record: Put) -> None:
    """Over 150 channels each state is one piece as wide as its share."""
    rows = [(f"C{i}", "A; B", "2020-01-01", "", "open") for i in range(151)]
    put_record(csv_text(rows))
    assert 'ol-cell ol-fill-open" style="flex-grow:151"' in markup(run_page())


def test_stale_cells_are_fainter(put_record: Put) -> None:
    """A cell whose state is older than two years is fainter; of many, the stale are a piece."""
    rows = [(f"C{i}", "A; B", f"202{i}-01-01", "", "open") for i in range(5)]
    put_record(csv_text(rows))
    page = markup(run_page())
    assert page.count("ol-cell ol-fill-open") == 5
    assert page.count("ol-cell ol-fill-open ol-stale") == 2
    rows += [(f"D{i}", "A; B", "2020-01-01", "", "open") for i in range(150)]
    put_record(csv_text(rows))
    page = markup(run_page())
    assert 'ol-cell ol-fill-open" style="flex-grow:3"' in page
    assert 'ol-cell ol-fill-open ol-stale" style="flex-grow:152"' in page


def test_the_overdue_channels_are_listed_below_their_counter(put_record: Put) -> None:
    """The longest first, with the day by which contact was expected, and a link to each."""
    head = "channel,parties,date,state,event,cadence_days\n"
    rows = [f"C{i},A; B,2020-01-0{i + 1},open,contact,{10 * i or 5}" for i in range(3)]
    rows += ["C0,A; B,2020-02-25,,contact,5", "C3,A; B,2020-03-01,open,contact,"]
    put_record(head + "\n".join(rows))
    page = markup(run_page())
    listed = page[page.index("The 2 overdue channels") :].split("</details>")[0]
    assert [name for name in ("C0", "C1", "C2", "C3") if f">{name}<" in listed] == ["C1", "C2"]
    assert listed.index(">C1<") < listed.index(">C2<")
    # Expected on 12 Jan, one cadence after 2 Jan, and 49 days before 1 Mar 2020.
    assert "expected by 12 Jan 2020, " in listed
    assert ">49 days overdue<" in listed
