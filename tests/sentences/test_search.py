"""What a search found, in words."""

from datetime import date

from openline.sentences.runs import plain
from openline.sentences.search import found_words, nothing_found


def test_what_is_found_is_counted() -> None:
    """Observations, and the channels that they are of."""
    assert plain(found_words("us", 1, 1)) == "“us”: 1 observation in 1 channel."
    assert plain(found_words("us", 1204, 3)) == "“us”: 1,204 observations in 3 channels."


def test_nothing_found_says_where_it_was_looked_for() -> None:
    """The day, the other filters, and the columns."""
    words = plain(nothing_found("zebra", date(2024, 1, 31)))
    assert words.startswith("Nothing found for “zebra” up to 31 Jan 2024, under the other")
