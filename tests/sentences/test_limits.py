"""The words of limits."""

from openline.sentences.limits import no_room_words


def test_what_has_no_room_names_who_can_make_some() -> None:
    """Whoever reads it, colleagues, and whoever runs the board."""
    words = no_room_words(1_400)
    assert "may take 1,400 MB together. Nothing was changed." in words
    assert "Close tabs whose work is saved, have colleagues close theirs" in words
    assert "Whoever runs the board can allow more." in words
