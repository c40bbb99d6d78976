"""Rows that are no observations."""

from openline.intake.choices import Choices
from openline.intake.left_out import left_out_lines
from openline.intake.source import Source, read_source


def test_headers_that_stand_again_are_found() -> None:
    """Case, outer blanks and empty cells at the end make no difference; the header itself stays."""
    source = read_source(b"channel,date,state\nA,2020,open\nChannel, date,STATE,\nB,2020,open\n")
    assert isinstance(source, Source)
    assert left_out_lines(source, Choices(left_out=("headers",))) == {3: "headers"}
    assert left_out_lines(source, Choices()) == {}
