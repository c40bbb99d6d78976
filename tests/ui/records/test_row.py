"""One row of the file as a form."""

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from openline.ui.records.row import field_order, next_faulty, row_name
from tests.records import BAD, bring, press
from tests.screen import markup

WAY = "records_mend_how"


def by_row() -> AppTest:
    """Add a file with faults in lines 3 and 4, and mend it row by row."""
    at = bring(BAD)
    at.segmented_control(key=WAY).set_value("Row by row").run()
    return at


def fields(at: AppTest) -> dict[str, str | None]:
    """Return the values of the form's fields by their names."""
    return {box.label: box.value for box in at.text_input if "records_form_" in str(box.key)}


def write(at: AppTest, label: str, text: str) -> None:
    """Write into a field of the form."""
    box = next(box for box in at.text_input if box.label.partition(",")[0] == label)
    box.set_value(text).run()


@pytest.mark.usefixtures("set_today")
def test_a_row_is_mended_in_a_form_and_the_next_one_after_it() -> None:
    """Faulty fields come first and say why; each change is checked, and goes with the others."""
    at = by_row()
    assert list(fields(at)) == ["date, faulty", "channel", "parties", "event", "state"]
    page = markup(at)
    assert "Fix line 3" in page
    assert "There is no such day as 2022-02-30." in page
    write(at, "date", "2022-08-05")
    assert fields(at)["date"] == "2022-08-05"
    assert "channels.csv has 1 error in 1 line" in markup(at)
    press(at, "records_form_next")
    assert "Fix line 4" in markup(at)
    assert fields(at)["state, faulty"] == "opend"
    write(at, "state", "open")
    assert "channels.csv has no errors; it can be saved." in markup(at)
    assert at.button(key="records_form_next").disabled
    press(at, "records_take_over")
    assert "channels.csv has no errors; it can be saved." in markup(at)
    assert not at.exception


@pytest.mark.usefixtures("set_today")
def test_rows_are_taken_out_and_added_in_the_form() -> None:
    """A ticked row is gone; a new one is shown at once, and checked once it says something."""
    at = by_row()
    at.checkbox[0].check().run()
    assert "has 1 error in 1 line" in markup(at)
    press(at, "records_add_row")
    assert ">New row 1<" in markup(at)
    write(at, "channel", "New")
    assert "The row has no date." in markup(at)
    write(at, "date", "2023")
    write(at, "state", "open")
    press(at, "records_take_over")
    assert "Fix line 4" in markup(at)
    assert at.session_state["records_draft"].data.endswith(b"New,,2023,,open\n")


@pytest.mark.usefixtures("set_today")
def test_edits_of_one_file_never_reach_another() -> None:
    """What was edited in a file stays with it, and is there when it is taken back."""
    at = by_row()
    write(at, "date", "2022-08-05")
    press(press(at, "records_other"), "records_take_back")
    assert "channels.csv has 1 error in 1 line" in markup(at)
    assert fields(at)["date"] == "2022-08-05"
    press(at, "records_other")
    bring(BAD, "other.csv", at=at)
    assert "other.csv has 2 errors in 2 lines" in markup(at)
    assert fields(at)["date, faulty"] == "2022-02-30"


@pytest.mark.usefixtures("set_today")
def test_cells_beyond_the_header_are_fields_of_their_row_alone() -> None:
    """The cell too many says what is wrong with it; a shorter row does not have it."""
    at = bring("channel,date,state\nA,2020,open,too,much\nB,2020,opne\n")
    at.segmented_control(key=WAY).set_value("Row by row").run()
    assert "cell 4, beyond the header" in markup(at)
    assert list(fields(at))[:2] == ["Column 4, faulty", "Column 5, faulty"]
    write(at, "Column 4", "")
    write(at, "Column 5", "")
    assert "has 1 error in 1 line" in markup(at)
    press(at, "records_form_next")
    assert list(fields(at)) == ["state, faulty", "channel", "date"]


def test_faulty_fields_and_rows_come_first() -> None:
    """Fields keep the file's order otherwise; after the last faulty row comes the first."""
    assert field_order(["channel", "date", "state"], ["state"]) == [2, 0, 1]
    assert [next_faulty([True, False, True], row) for row in range(3)] == [2, 2, 0]
    assert next_faulty([False, True], 1) is None


def test_rows_are_called_by_their_lines() -> None:
    """Rows that are added are counted for themselves."""
    frame = pd.DataFrame({"channel": ["A", "", ""]}, index=[1234, "new", "new"])
    assert [row_name(frame, row) for row in range(3)] == ["Line 1,234", "New row 1", "New row 2"]
