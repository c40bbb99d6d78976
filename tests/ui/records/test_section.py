"""The head of a section."""

from openline.ui.records.section import section


def test_title_and_sentence_are_text() -> None:
    """Both are escaped, and the title is a heading."""
    page = section("<b>", "a < b")
    assert "&lt;b&gt;" in page
    assert "a &lt; b" in page
    assert 'role="heading"' in page
