"""Which column is which."""

import pytest

from openline.intake.choices import Choices
from openline.intake.edits import Edits
from openline.intake.source import Source, read_source
from openline.intake.survey import survey
from openline.record.delimited import normal_name
from openline.ui.records.columns import (
    KEEP,
    LEAVE_NAMELESS,
    column_names,
    column_options,
    columns_of,
    likely_columns,
    renamed,
)
from tests.records import bring, press
from tests.screen import markup, run_page

SCRIPT = "pages/records.py"


def source(data: bytes) -> Source:
    """Return the rows of a file."""
    found = read_source(data)
    assert isinstance(found, Source)
    return found


def samples(found: Source) -> tuple[tuple[str, ...], ...]:
    """Return the first texts of each column of a file."""
    return survey(found, Choices(), Edits()).samples


def test_columns_come_with_samples() -> None:
    """Each has its first values; one without a name is there if it has content."""
    found = source(b",Line,Status,,Line\n1,A,open,,x\n2,B,shut,,y\n3,A,open,,z\n")
    assert columns_of(samples(found), column_names(found)) == {
        "1": ("1", "2", "3"),
        "Line": ("A", "B"),
        "Status": ("open", "shut"),
    }
    names = {"1": "", "Line": "Line", "Status": "Status", "4": "", "Line (5)": "Line"}
    assert column_names(found) == names
    assert column_names(found, Choices(names={"Line": "channel"}))["Line"] == "channel"
    other = source(b"a,\n1,\n")
    assert columns_of(samples(other), column_names(other)) == {"a": ("1",)}


def test_keeping_a_column_comes_first() -> None:
    """What the file has already comes last."""
    header = ("Line", "date", "Status", "Memo", "")
    options = column_options("Memo", header)
    assert options[0] == KEEP
    assert options[-1] == "date"
    assert column_options("date", header)[:2] == ["date (as it is)", "another column"]
    assert column_options("", header)[0] == LEAVE_NAMELESS


@pytest.mark.usefixtures("set_today")
def test_what_is_guessed_is_proposed_and_not_chosen() -> None:
    """It stands with values of the file; a press that names it chooses and applies it."""
    at = bring("Line,date,Status\nA,2020,open\nB,2021,severed\n")
    assert "such as open, severed; proposed: state" in markup(at)
    assert {box.value for box in at.selectbox if "is read as" in str(box.label)} == {KEEP}
    assert at.button(key="records_apply_columns").label == "Use the 2 proposed columns"
    press(at, "records_apply_columns")
    assert at.session_state["records_draft"].data.startswith(b"channel,date,state\n")


def test_names_are_exchanged_or_given_up() -> None:
    """Two columns can change places; one that gives up its name gets one that none has."""
    names = {"channel": "channel", "summary": "summary", "date": "date", "4": ""}
    swapped = {"channel": "summary", "summary": "channel"}
    assert renamed(names, swapped) == (swapped, [])
    assert renamed(names, {"summary": "another column"}) == ({"summary": "summary (2)"}, [])
    assert renamed(names, {"4": "another column"}) == ({"4": "column (4)"}, [])
    assert renamed(names, {"date": "date (as it is)", "4": LEAVE_NAMELESS}) == ({}, [])


def test_no_name_may_stand_twice() -> None:
    """A name that another column has, or is given, is told."""
    names = {name: name for name in ("channel", "Memo", "Note", "date")}
    assert renamed(names, {"Memo": "channel"})[1] == ["channel"]
    assert renamed(names, {"Memo": "state", "Note": "state"})[1] == ["state"]


@pytest.mark.usefixtures("set_today")
def test_what_cells_hold_counts_before_a_name() -> None:
    """Two sides in a column called "Who" are the parties, and none of them acts."""
    at = bring("Who,Line,When\nChina / Japan,A,2020\nUS and China,B,2021\n")
    assert "such as China / Japan, US and China; proposed: parties" in markup(at)
    at = bring("Who,Line,When\nChina,A,2020\nJapan,B,2021\n")
    assert "such as China, Japan; proposed: actor" in markup(at)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("seen", "date"),
        ("accessed", None),
        ("coded_on", None),
        ("Last updated", None),
        ("access_date", None),
    ],
)
def test_days_of_other_things_are_no_date(name: str, expected: str | None) -> None:
    """When a row was coded, or its source read, is not when something happened."""
    texts = {normal_name(name): {"2022-01-01": 3, "2022-01-05": 2}}
    assert [*likely_columns(("channel", "state", name), texts)] == ([expected] if expected else [])


def test_a_column_of_addresses_is_proposed_whatever_it_is_called() -> None:
    """A name that can mean a channel too does not hide the sources' links."""
    links = {f"https://www.example.org/{i}": 1 for i in range(3)}
    found = likely_columns(("Line", "Link"), {"line": {"Hotline": 3}, "link": links})
    assert (found["channel"][0], found["source_url"][0]) == ("Line", "Link")
    found = likely_columns(("Link", "What"), {"link": links, "what": {"Hotline": 3}})
    assert "channel" not in found
    assert likely_columns(("Link",), {"link": {"Hotline": 3}})["channel"][0] == "Link"


def test_yes_and_no_are_no_states() -> None:
    """They stand in columns of every kind."""
    assert likely_columns(("channel", "date", "checked twice"), {"checked_twice": {"yes": 3}}) == {}


@pytest.mark.usefixtures("set_today")
def test_a_header_is_changed_by_choosing() -> None:
    """Any column of a sound file can be another one, and two can change places."""
    at = bring("summary,date,state,channel\nHotline,2020,open,What happened\n")
    at.toggle(key="records_columns_all").set_value(True).run()
    boxes = {box.label: box for box in at.selectbox}
    boxes["Column 1 is read as"].set_value("channel").run()
    assert "Two columns cannot both be channel" in markup(at)
    assert at.button(key="records_apply_columns").disabled
    boxes = {box.label: box for box in at.selectbox}
    boxes["Column 4 is read as"].set_value("summary").run()
    press(at, "records_apply_columns")
    assert at.session_state["records_draft"].data.startswith(b"channel,date,state,summary\n")
    assert not at.exception


@pytest.mark.usefixtures("set_today")
def test_a_column_without_a_name_is_named() -> None:
    """The numbers that a spreadsheet put before its rows get a name of their own."""
    at = bring(",channel,date,state\n1,Hotline,2020,open\n")
    assert "A column has content and no name: say what it is." in markup(at)
    boxes = {box.label: box for box in at.selectbox}
    boxes["Column 1 is read as"].set_value("another column").run()
    press(at, "records_apply_columns")
    assert at.session_state["records_draft"].data.startswith(b"column (1),channel,")
    assert "has no errors" in markup(at)


@pytest.mark.usefixtures("set_today")
def test_guessed_names_are_changed_by_choosing() -> None:
    """Rows pasted without a header show each guess, which can be put right."""
    at = run_page(SCRIPT)
    at.segmented_control(key="records_way").set_value("Paste rows").run()
    text = "Cut off\t2020\tsevered\tHotline\nAgreed again\t2021\topen\tHotline\n"
    at.text_area(key="records_paste").set_value(text).run()
    press(at, "records_check_paste")
    assert "Columns without a header" in markup(at)
    boxes = {box.label: box for box in at.selectbox}
    assert boxes["Column 1 is read as"].value == "channel (as it is)"
    boxes["Column 1 is read as"].set_value("summary").run()
    boxes = {box.label: box for box in at.selectbox}
    boxes["Column 4 is read as"].set_value("channel").run()
    press(at, "records_apply_columns")
    assert at.session_state["records_draft"].data.startswith(b"summary,date,state,channel\n")
    assert "Columns without a header" not in markup(at)
    assert not at.exception


def test_who_is_parties_where_it_holds_several_names() -> None:
    """`A; B` are sides, of whatever names; one name is who acted, and sides are taken once."""
    sides, one = {"Alfa; Bravo": 2, "Alfa; Charlie": 1}, {"Alfa": 2, "Bravo": 1}
    assert likely_columns(("channel", "Who"), {"who": sides})["parties"][0] == "Who"
    assert "actor" not in likely_columns(("channel", "Who"), {"who": sides})
    assert likely_columns(("channel", "Who"), {"who": one})["actor"][0] == "Who"
    both = likely_columns(("channel", "parties", "Who"), {"who": sides, "parties": sides})
    assert {"actor", "parties"}.isdisjoint(both)


@pytest.mark.usefixtures("set_today")
def test_numbers_of_rows_without_a_name_are_proposed_to_be_kept() -> None:
    """A table written with the numbers of its rows is read by one press."""
    at = bring(",channel,date,state\n0,North line,2019-03-01,open\n1,North line,2020,severed\n")
    assert "such as 0, 1; proposed: another column" in markup(at)
    press(at, "records_apply_columns")
    assert "2 rows of 1 channel were read" in markup(at)
    assert "has no errors" in markup(at)
