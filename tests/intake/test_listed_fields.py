"""Records as fields one below another."""

import pytest

from openline.intake.listed_fields import field_rows, xml_rows
from tests.steps import lines_run

EXPECTED = [["channel", "date"], ["A & B", "2019"], ["C", "2020"]]


@pytest.mark.parametrize(
    "text",
    [
        "- channel: A & B\n  date: 2019\n- channel: 'C'\n  date: \"2020\"\n",
        "channel: A & B\ndate: 2019\n\nchannel: C\ndate: 2020\n",
        "---\n# a log\nchannel: A & B\r\ndate: 2019\r\nchannel: C\r\ndate: 2020",
    ],
)
def test_a_record_ends_where_the_next_begins(text: str) -> None:
    """At a dash, a blank line, or a name that it has already."""
    assert field_rows(text) == EXPECTED


def test_other_lines_are_no_records() -> None:
    """Nothing is left out of a text that holds more."""
    assert field_rows("channel: A\nand then it was cut\n") == []
    assert field_rows("BEGIN:VCALENDAR\nDTSTART:20190503\n") == []


@pytest.mark.parametrize(
    "text",
    [
        """<?xml version='1.0'?><l><r><channel>A &amp; B</channel><date>2019</date></r><r>
        <channel>C</channel><date>2020</date></r></l>""",
        "<log><row channel='A &amp; B' date=\"2019\"/><row channel='C' date='2020'/></log>",
    ],
)
def test_elements_and_attributes_are_cells(text: str) -> None:
    """Of the elements that hold plain ones, or have several attributes."""
    assert xml_rows(text) == EXPECTED


def test_a_cell_that_one_record_lacks_is_no_other_record_s() -> None:
    """A record ends with its element."""
    text = "<l><r><a>1</a></r><r><a>2</a><b>3</b></r><r><b>4</b></r></l>"
    assert xml_rows(text) == [["a", "b"], ["1", ""], ["2", "3"], ["", "4"]]


@pytest.mark.parametrize("piece", ["<a ", "<a>x", "<a b='c' ", "<a b=c", "</a>", "x: y\n", "- "])
def test_long_texts_take_time_in_proportion(piece: str) -> None:
    """Ten times the text takes about ten times the steps."""

    def steps(pieces: int) -> int:
        text = piece * pieces
        return lines_run(lambda: (field_rows(text), xml_rows(text)))

    assert steps(2_000) < 15 * steps(200) + 400
