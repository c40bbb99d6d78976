"""What a file says, before it is saved."""

import pytest

from openline.intake.source import Source, read_source
from openline.settings import Limits
from openline.ui.records.check import check
from openline.ui.records.preview import reading_html, unread_words
from tests.asking import TODAY
from tests.records import bring, press
from tests.screen import markup


@pytest.mark.usefixtures("set_today")
def test_what_was_read_is_drawn() -> None:
    """Sentence, timeline and board are those of the file, on its last day; a drawing of the
    timeline is there for paper, which has neither the screen's nor the table for corrections."""
    at = bring("channel,date,state\nA,2020-01-01,open\nB,2021-05-01,severed\n")
    assert "On 1 May 2021," in markup(at)
    assert len(at.get("plotly_chart")) == 1
    (paper,) = (item for item in at.get("bidi_component") if "ol_paper" in item.proto.id)
    assert "1 May 2021" in str(paper.proto)
    assert any("State" in table.value and len(table.value) == 2 for table in at.dataframe)


@pytest.mark.usefixtures("set_today")
def test_days_to_come_leave_nothing_to_draw() -> None:
    """A file of plans alone is told so."""
    at = bring("channel,date,state\nA,2090-01-01,open\n")
    assert "All its rows are dated in the future." in markup(at)


@pytest.mark.usefixtures("set_today")
def test_many_channels_are_an_overview_in_pages() -> None:
    """300 channels are drawn as lines, a page at a time."""
    rows = "".join(f"Line {i},A; B,2020-01-01,open\n" for i in range(300))
    at = bring(f"channel,parties,date,state\n{rows}")
    assert "300 channels" in markup(at)
    assert len(at.get("plotly_chart")) == 1


def _source(data: bytes) -> Source:
    source = read_source(data)
    assert isinstance(source, Source)
    return source


def test_first_rows_stand_under_the_columns_of_the_format() -> None:
    """Dates in words, sides joined, what is faulty marked; no other column, and ten rows."""
    rows = b"".join(b"x,A;B,L%d,2022-08,open\n" % i for i in range(20))
    source = _source(b"id,parties,channel,date,state\n" + rows)
    page = reading_html(source, {3: {"date": ("error", "No <such> day.")}})
    assert page.count("<tr>") == 11
    assert "<td>A–B</td>" in page
    assert "<td>Aug 2022</td>" in page
    assert 'title="No &lt;such&gt; day."' in page
    assert "<th>id</th>" not in page


def test_a_file_without_a_column_of_the_format_shows_no_rows() -> None:
    """There is nothing that it could be read as."""
    assert reading_html(_source(b"a,b\n1,2\n"), {}) == ""


def _unread(data: bytes) -> str:
    return unread_words(check(data, None, TODAY, Limits(), "unread"), _source(data))


def test_lines_that_cannot_be_read_are_counted() -> None:
    """Rows that contradict each other are read; of very many errors only some are listed."""
    head = b"channel,date,state,level\n"
    assert _unread(head + b"A,2020,open,x\nA,2021,shut,x\nA,soon,wide,x\n") == (
        "Leaves out 2 lines that cannot be read yet."
    )
    assert _unread(head + b"A,2020,open,x\nA,2021,open,y\n") == ""
    many = head + b"".join(b"L%d,2020,shut,\n" % i for i in range(10_001))
    assert _unread(many) == "Leaves out at least 10,000 lines that cannot be read yet."


@pytest.mark.usefixtures("set_today")
def test_the_headline_stands_beside_the_choices() -> None:
    """So that nonsense is seen before it is saved; it follows each choice."""
    at = bring("channel,date,state\nA,2020-01-01,shut\nB,2020-12-31,open\n")
    page = markup(at)
    assert "As it is read" in page
    assert "On 31 Dec 2020, " in page
    press(at, "records_apply_words")
    assert "1 of 2 channels is" in markup(at)
