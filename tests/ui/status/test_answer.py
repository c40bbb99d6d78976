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
