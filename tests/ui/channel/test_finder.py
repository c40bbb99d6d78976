"""The field in which a channel is found by typing."""

from collections.abc import Callable
from pathlib import Path

from tests.screen import PAGE_CHANNEL, csv_text, run_page

Put = Callable[[str], Path]


def _lines(number: int) -> str:
    return csv_text([(f"C{i:02}", "A; B", "2020-01-01", "", "open") for i in range(number)])


def test_one_of_many_channels_is_found_by_its_sides_or_name(put_record: Put) -> None:
    """The field offers every channel that matches, and opens the one that is chosen."""
    put_record(_lines(130))
    at = run_page(PAGE_CHANNEL)
    (field,) = (box for box in at.selectbox if box.label == "Find a channel")
    assert (field.value, len(field.options), field.options[7]) == (None, 130, "A–B, C07")
    field.select("A–B, C07").run()
    assert not at.exception
    (told,) = (item for item in at.get("bidi_component") if "channel=C07" in str(item.proto))
    assert "channel?parties=A%3B+B&channel=C07" in str(told.proto)


def test_few_channels_need_no_field(put_record: Put) -> None:
    """What is seen at a glance need not be found."""
    put_record(_lines(3))
    assert "Find a channel" not in [box.label for box in run_page(PAGE_CHANNEL).selectbox]
