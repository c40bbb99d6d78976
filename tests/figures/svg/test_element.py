"""Elements of a drawing."""

from xml.etree import ElementTree

from openline.figures.svg.element import element, escaped_text, number, path_of


def test_hostile_words_stay_words() -> None:
    """What looks like markup comes out of a reader of XML as it went in."""
    words = "<script>\"&'</script>"
    made = element("text", escaped_text(words), title=words)
    read = ElementTree.fromstring(made)  # noqa: S314 - made here, of one element
    assert read.text == words
    assert read.get("title") == words


def test_an_attribute_that_is_none_is_left_out() -> None:
    """Names take hyphens, and numbers no more digits than they need."""
    assert element("path", stroke_width=2.0, fill=None) == '<path stroke-width="2"/>'
    assert number(-0.001) == "0"


def test_a_path_goes_through_its_points() -> None:
    """It may return to where it began; one without points is empty."""
    assert path_of([(0, 1), (2.5, 3)], closed=True) == "M0 1L2.5 3Z"
    assert path_of([]) == ""
