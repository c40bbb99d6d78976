"""The parts of the page Channel."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Final

from streamlit.testing.v1 import AppTest

from tests.screen import PAGE_CHANNEL, csv_text, markup, run_page, values

Put = Callable[[str], Path]


def test_one_channel_that_is_left_needs_no_name(put_record: Put) -> None:
    """Where the filters leave one channel its story is told at once."""
    put_record(csv_text([("Talks", "A; B", "2020-05-01", "", "open")]))
    assert "Never severed since 2020." in markup(run_page("pages/channel.py"))


def test_channels_without_parties_are_listed(put_record: Put) -> None:
    """Parties are not needed for a link."""
    rows = [("Talks", "2020-05-01", "open"), ("Line", "2020-05-01", "open")]
    put_record(csv_text(rows, ("channel", "date", "state")))
    page = markup(run_page("pages/channel.py"))
    assert "No parties named" in page
    assert 'href="channel?channel=Line"' in page


def test_a_day_before_the_channel_says_when_it_begins(put_record: Put) -> None:
    """Before its first state a channel has no story yet."""
    put_record(csv_text([("Talks", "A; B", "2020-05-01", "", "open")]))
    page = markup(run_page("pages/channel.py", channel="Talks", asof="2019-01-01"))
    assert "the first dates from 1 May 2020." in page


def test_the_tables_beside_the_observations_can_be_taken(put_record: Put) -> None:
    """Gaps and time in each state have a link each, gaps only where there are any."""
    gaps, shares = "Severances and silences as CSV", "Time in each state as CSV"
    rows = [("Talks", "A; B", "2020-05-01", "", "open")]
    put_record(csv_text(rows))
    at = run_page("pages/channel.py")
    labels = [item.proto.label for item in at.get("download_button")]
    assert shares in labels
    assert gaps not in labels
    put_record(csv_text([*rows, ("Talks", "A; B", "2021-05-01", "", "severed")]))
    at = run_page("pages/channel.py")
    assert {shares, gaps} <= {item.proto.label for item in at.get("download_button")}


def _named(at: AppTest) -> str:
    """What stands under the heading of the observation that the address names."""
    bodies = [item.proto.body for item in at.get("html")]
    return next((body for body in bodies if body.startswith('<div class="ol-named"')), "")


_LINE: Final = [
    ("Line", "A; B", "2020-05-01", "", "open", "It began."),
    ("Line", "A; B", "2021-05-01", "", "severed", "It was cut."),
    ("Talks", "A; C", "2020-05-01", "", "open", "They met."),
]


def _name(day: str) -> str:
    text = "\x1f".join(("Line", "A; B", day, "change", ""))
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def test_an_observation_has_an_address(put_record: Put) -> None:
    """It shows its channel with that observation first, whose date leads to it."""
    put_record(csv_text(_LINE))
    at = run_page("pages/channel.py", observation=_name("2021-05-01"))
    assert not at.exception
    assert values(at, "channel") == []
    assert "It was cut." in _named(at)
    assert _named(at).count('class="ol-observation"') == 1
    assert f"channel=Line&amp;observation={_name('2020-05-01')}" in markup(at)


def test_an_observation_that_is_not_there_says_so(put_record: Put) -> None:
    """One that is gone, and one that the view leaves out."""
    put_record(csv_text(_LINE))
    at = run_page("pages/channel.py", observation="0123456789ab")
    assert "The record has no observation “0123456789ab”." in markup(at)
    name = _name("2021-05-01")
    at = run_page("pages/channel.py", observation=name, asof="2020-12-31")
    assert f"The observation “{name}” is not among the rows shown." in markup(at)
    assert not _named(at)


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
