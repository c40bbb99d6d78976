"""What is cited."""

from datetime import date

from openline.cite import Cited


def test_what_is_cited_is_told_on_one_line_and_seen() -> None:
    """A line break or a mark that turns text round cannot hide in a citation."""
    cited = Cited(
        "A\n line\u202e.", "Gulf\r\nlines", "ab" * 32, date(2023, 10, 5), date(2026, 1, 2)
    )
    assert cited.name == "A line�"
    assert cited.version.startswith(
        "Gulf lines, SHA-256 abababababab, as of 5 Oct 2023, formulas of "
    )
    assert cited.key == "openline-abababababab-2023-10-05"
