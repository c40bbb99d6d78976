"""What other programs leave around the text of a cell."""

import pytest

from openline.intake.cell_dressing import find_dressing, undressed
from openline.intake.source import Source, read_source


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ('="Hotline"', "Hotline"),
        ('="a ""b"""', 'a "b"'),
        ("'2019-05-03", "2019-05-03"),
        ("'tis open", "'tis open"),
        ("'5' line", "'5' line"),
        ("C&ocirc;te &amp; co", "Côte & co"),
        ("&#39;x&#x27;", "'x'"),
        ("AT&T; R&D", "AT&T; R&D"),
        ("https://a.b/?x=1&copy=2", "https://a.b/?x=1&copy=2"),
        ("=1+2", "=1+2"),
    ],
)
def test_the_text_is_left_alone(cell: str, expected: str) -> None:
    """What is no mark of another program stays as it is."""
    assert undressed(cell) == expected


def test_cells_with_marks_are_counted_and_shown() -> None:
    """Others stay as they are written; a file without any gives no reason to ask."""
    source = read_source(b"channel,date,state\n=\"A\",='x,'2019 ,&quot;\n\nB & C,2020,open\n")
    assert isinstance(source, Source)
    found = find_dressing(source)
    assert found is not None
    assert found.cells == 3
    assert found.examples == (('="A"', "A"), ("'2019 ", "2019"), ("&quot;", '"'))
    assert found.rows[1:] == (("A", "='x", "2019", '"'), ("B & C", "2020", "open"))
    plain = read_source(b"channel,date,state\nB & C,2020,open\n")
    assert isinstance(plain, Source)
    assert find_dressing(plain) is None
