"""Headings of pages and of sections."""

from openline.ui.markup.headings import heading, page_head, section


def test_a_heading_says_that_it_is_one() -> None:
    """Headings are told to screen readers, and their words are text."""
    assert heading("<The board>") == (
        '<div class="ol-heading" role="heading" aria-level="2">&lt;The board&gt;</div>'
    )


def test_a_heading_explains_its_words() -> None:
    """A word of a heading can have its meaning beside it."""
    html = heading("Severances", explained=("Severances",))
    assert "A span in the state severed." in html
    assert 'aria-level="2"' in html


def test_a_page_has_one_heading_of_the_first_level() -> None:
    """It is what the page says first; the sentence under it is none."""
    assert page_head("<Open>", "Two & one.") == (
        '<div class="ol-channel-head"><div class="ol-headline" role="heading" aria-level="1">'
        '&lt;Open&gt;</div><p class="ol-second">Two &amp; one.</p></div>'
    )


def test_title_and_sentence_are_text() -> None:
    """Both are escaped, and the title is a heading."""
    page = section("<b>", "a < b")
    assert "&lt;b&gt;" in page
    assert "a &lt; b" in page
    assert 'role="heading"' in page
