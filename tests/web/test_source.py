"""What the routes ask of the board."""

from dataclasses import fields

from openline.ui.data.source import board_source
from openline.web.source import BoardSource


def test_the_board_answers_all_that_is_asked_of_it() -> None:
    """Each part of the source is something that can be called."""
    source = board_source()
    assert all(callable(getattr(source, item.name)) for item in fields(BoardSource))
