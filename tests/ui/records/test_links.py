"""Links to saved records."""

from openline.ui.records.draft import Base
from openline.ui.records.links import changed_link, record_address


def test_a_name_is_encoded_in_its_address() -> None:
    """Blanks and the mark before a revision do not break a link."""
    assert record_address("Gulf lines@3").endswith("/?record=Gulf+lines@3")


def test_whoever_saves_comes_to_what_it_changed() -> None:
    """The link opens Compare where the revision stands beside the one before."""
    link = changed_link(Base("Gulf lines", 3, "x"))
    assert 'href="compare?record=Gulf+lines@3#ol-what-changed"' in link
    assert "What revision 3 changed" in link
