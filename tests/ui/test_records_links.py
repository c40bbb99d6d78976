"""Links to saved records."""

from openline.ui.records_links import record_address


def test_a_name_is_encoded_in_its_address() -> None:
    """Blanks and the mark before a revision do not break a link."""
    assert record_address("Gulf lines@3").endswith("/?record=Gulf+lines%403")
