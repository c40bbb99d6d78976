"""The overview on Status: its switch and its controls."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.screen import csv_text, markup, run_page, values

Put = Callable[[str], Path]
COLUMNS = ("channel", "parties", "date", "event", "state")


@pytest.mark.usefixtures("set_today")
def test_the_switch_changes_overview_and_address() -> None:
    """Pairs come in place of the timeline, with its order, without what concerns years alone."""
    at = run_page()
    assert len(at.get("plotly_chart")) == 1
    at = run_page(overview="pairs")
    assert not at.exception
    assert not at.get("plotly_chart")
    assert "ol-pairs-table" in markup(at)
    assert [toggle.key for toggle in at.toggle] == ["view_fresh"]
    at.selectbox(key="view_sort").select("name").run()
    assert values(at, "overview") == ["pairs"]
    assert values(at, "sort") == ["name"]
    _, *rows = markup(at).split('<th scope="row">')
    names = [row.partition("<span>")[2].partition("<")[0] for row in rows]
    assert names[:3] == ["ASEAN", "Abkhazia", "Afghanistan"]


def test_one_set_of_parties_has_no_switch(put_record: Put) -> None:
    """There is nothing to pair; an address that asks for pairs shows the way back."""
    put_record(csv_text([("Line", "A; B", "2020", "change", "open")], COLUMNS))
    assert not _switches(run_page())
    assert _switches(run_page(overview="pairs"))


def test_a_value_of_no_known_form_is_named(put_record: Put) -> None:
    """The timeline is shown, under a note."""
    put_record(csv_text([("Line", "A; B", "2020", "change", "open")], COLUMNS))
    at = run_page(overview="matrix")
    assert "overview is ignored" in markup(at)
    assert len(at.get("plotly_chart")) == 1


def _switches(at: object) -> list[str]:
    groups = at.get("button_group")  # type: ignore[attr-defined]  # AppTest has no type of it
    return [group.key for group in groups if "overview" in str(group.key)]
