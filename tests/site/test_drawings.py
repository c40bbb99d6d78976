"""Figures within a page of a site."""

from xml.etree import ElementTree as Xml

from openline.site.drawings import band_drawing, timeline_drawing
from tests.site.built import site_of


def test_a_drawing_has_the_colours_of_the_page_and_a_form_for_phones() -> None:
    """No colour of its own, so that dark pages are dark; and words for those who do not see it."""
    frames = site_of().brief.frames
    for markup in (timeline_drawing(frames), band_drawing(frames, 0)):
        figure = Xml.fromstring(str(markup))  # noqa: S314 - written here
        drawings = [part for part in figure.iter() if part.tag.endswith("svg")]
        assert [part.get("class") for part in drawings] == ["wide", "narrow"]
        colours = {
            value
            for part in figure.iter()
            for name in ("fill", "stroke")
            if (value := part.get(name)) and value != "none"
        }
        assert colours
        assert all(value.startswith(("var(--", "rgba(0,0,0,0)", "url(#")) for value in colours)
        assert (figure[0].get("aria-label") or "").endswith(".")
