"""How a file is read by now."""

import pytest

from openline.intake.source import Source, read_source
from openline.ui.records_reading import reading_html
from tests.records import bring, press
from tests.screen import markup


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


@pytest.mark.usefixtures("set_today")
def test_the_headline_stands_beside_the_choices() -> None:
    """So that nonsense is seen before it is saved; it follows each choice."""
    at = bring("channel,date,state\nA,2020-01-01,shut\nB,2020-12-31,open\n")
    page = markup(at)
    assert "As it is read" in page
    assert "On 31 Dec 2020, " in page
    press(press(at, "records_propose_words"), "records_apply_words")
    assert "1 of 2 channels is" in markup(at)
