"""The names of downloaded files."""

from datetime import date

import pytest

from openline.analysis.method import METHOD as FORMULAS
from openline.ui.controls.file_names import file_name
from openline.view.view import View

DAY = date(2023, 10, 5)
METHOD = f"method-{FORMULAS}"


def test_a_name_tells_record_view_and_day() -> None:
    """Record, page, part, filters, settings and day stand in the name, defaults do not."""
    assert file_name("Status", "timeline", View(), DAY, ".png") == (
        f"openline_bundled_status-timeline_2023-10-05_{METHOD}.png"
    )
    view = View(parties=("China; United States",), confidence="confirmed", carry=365, range="3y")
    assert file_name("Status", "timeline", view, DAY, ".svg") == (
        "openline_bundled_status-timeline_"
        "china-united-states-confirmed-carry-365-range-3y_2023-10-05_"
        f"{METHOD}.svg"
    )


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "a/b\\c:d*e?", '"<script>"', "\x00\u202e", "..."]
)
def test_no_name_leaves_its_folder(name: str) -> None:
    """Whatever a record is called, a name has letters, digits, hyphens and one dot."""
    found = file_name("Channel", "band", View(record=name, channel=(name,)), DAY, ".csv")
    stem, _, suffix = found.rpartition(".")
    assert suffix == "csv"
    assert all(letter.isalnum() or letter in "-_" for letter in stem)


def test_names_of_other_scripts_stay_readable() -> None:
    """Letters of any script are kept."""
    view = View(channel=("熱線 Ελλάδα",))
    assert file_name("Channel", "band", view, DAY, ".csv").startswith(
        "openline_bundled_channel-band_熱線-ελλάδα_"
    )


def test_many_filters_are_cut_between_words() -> None:
    """A long list of names is cut, so that no file system refuses it."""
    view = View(channel=tuple(f"Channel number {i}" for i in range(30)), record="r" * 300)
    name = file_name("Status", "timeline", view, DAY, ".csv")
    assert len(name) < 200
    assert name.endswith(f"_2023-10-05_{METHOD}.csv")


def test_a_revision_stands_in_the_name_however_long_the_record_s() -> None:
    """A name that is cut keeps its revision."""
    view = View(record=f"{'Gulf ' * 12}lines@12")
    name = file_name("Status", "", view, DAY, ".csv")
    assert "gulf_revision-12_status" in name
    assert file_name("Status", "", View(record="A b"), DAY, ".csv").startswith(
        "openline_a-b_status"
    )


def test_a_table_of_all_years_names_no_years() -> None:
    """Range and page stand in the name of what is drawn, not of a table that has all rows."""
    view = View(range="3y", page=2, min_days=90)
    drawn = file_name("Gaps", "history", view, DAY, ".png")
    assert drawn.startswith("openline_bundled_gaps-history_range-3y-page-2-min-days-90_")
    whole = file_name("Gaps", "history", view, DAY, ".csv", drawn=False)
    assert whole.startswith("openline_bundled_gaps-history_min-days-90_")
