"""The file with its faulty cells marked."""

from openline.intake.source import Source, read_source
from openline.record.reading import read_record
from openline.ui.records.file import Faults, faults_of, file_html, listed_lines
from tests.asking import TODAY

FILE = (
    b"channel,date,State,parties,actor\nA,2020-01-01,opne,A; B,Z\n\n"
    b"B,2020-02-30,open,,\nC,2020,open\n"
)


def read(data: bytes) -> tuple[Source, Faults]:
    """Return a file's rows, and where it is faulty."""
    source = read_source(data)
    assert isinstance(source, Source)
    return source, faults_of(read_record(data, TODAY).problems)


def every_row(source: Source, faults: Faults) -> str:
    """Return all rows of a file as its table."""
    rows = source.rows.on(listed_lines(source, faults, only_faulty=False))
    return file_html(source, rows, faults)


def test_faulty_cells_are_marked() -> None:
    """A cell is marked in its column, whatever the header's spelling, and says why."""
    source, faults = read(FILE)
    page = file_html(
        source, source.rows.on(listed_lines(source, faults, only_faulty=False)), faults
    )
    assert 'class="ol-fault ol-fault-error" title="&#39;opne&#39; is not a state' in page
    assert page.count("ol-fault-error") == 2
    assert page.count("ol-fault-warning") == 1


def test_rows_keep_their_lines() -> None:
    """Rows without content are left out, and the others have the lines that problems name."""
    source, faults = read(FILE)
    assert [*listed_lines(source, faults, only_faulty=False)] == [2, 4, 5]
    assert [*listed_lines(source, faults, only_faulty=True)] == [2, 4]


def test_hostile_cells_are_text() -> None:
    """Markup in cells, headers and messages is shown as it stands."""
    bad = '"<script>alert(1)</script>"'
    data = f"channel,date,state,{bad}\n{bad},{bad},{bad},{bad},{bad}\n".encode()
    source, faults = read(data)
    page = file_html(
        source, source.rows.on(listed_lines(source, faults, only_faulty=False)), faults
    )
    assert "<script" not in page


def test_very_wide_files_are_cut() -> None:
    """Columns beyond thirty are counted and not drawn."""
    names = ",".join(f"c{i}" for i in range(100))
    source, faults = read(f"channel,date,state,{names}\nA,2020,open\n".encode())
    page = file_html(
        source, source.rows.on(listed_lines(source, faults, only_faulty=False)), faults
    )
    assert "73 further columns not shown." in page
    assert page.count("<th ") + page.count("<th>") == 31


def test_a_fault_of_a_row_marks_no_empty_cell_beyond_the_header() -> None:
    """A repeated row is marked at its line alone, a cell too many where it stands."""
    source, faults = read(b"channel,date,state\nA,2020,open\nA,2020,open\nB,2020,open,x\n")
    page = file_html(
        source, source.rows.on(listed_lines(source, faults, only_faulty=False)), faults
    )
    assert "<i>empty</i>" not in page
    assert page.count("ol-fault-warning") == 1
    assert page.count("ol-fault-error") == 2
