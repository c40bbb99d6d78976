"""The page of one channel."""

from openline.markup.text import joined
from openline.site.channel import band_of, channel_page
from tests.site.built import Document, site_of


def _page(*more: str, channel: int = 0) -> Document:
    site = site_of(*more)
    page = channel_page(site, site.parts[0], channel, band_of(site, channel))
    assert page.file == site.page_of(channel)
    return Document(joined(page.body))


def test_it_has_the_state_the_band_the_gaps_and_every_observation() -> None:
    """With its source, its cause and who acted."""
    seen = _page()
    assert "Hotline severed since 1 Mar 2021" in seen.words
    assert "Severed once since 2020" in seen.words
    assert "since 1 Mar 2021: 92 d; still severed (Strike, by A)" in seen.words
    assert "2 observations, newest first" in seen.words
    assert "Cut after the strike" in seen.words
    assert "Actor: A" in seen.words
    assert "https://g.example/2" in seen.addresses
    assert "svg" in seen.tags


def test_a_silence_that_ends_and_one_that_goes_on() -> None:
    """The newest first."""
    seen = _page("Talks,A; B,2021-05-20,contact,,,Met again,,Wire,", channel=1)
    assert "1 Jun 2020 – 20 May 2021: 353 d" in seen.words
    assert "ongoing" in _page(channel=1).words


def test_a_date_that_may_be_later_says_so() -> None:
    """A month that holds the as-of day."""
    assert "may be later" in _page("Hotline,A; B,2021-06,check,severed,,,,,").words


def test_of_very_many_observations_the_newest_are_shown() -> None:
    """The others are counted, and are in the data."""
    days = (f"{2000 + i // 300}-{i % 300 // 25 + 1:02}-{i % 25 + 1:02}" for i in range(510))
    seen = _page(*(f"Hotline,A; B,{day},contact,,,,,," for day in days))
    assert "512 observations" in seen.words
    assert "12 older ones are in the data of this site." in seen.words
