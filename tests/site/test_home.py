"""The pages of the whole record."""

from openline.markup.text import joined
from openline.site.home import channels_pages, parties_pages, side_file, sides_pages, status_page
from tests.site.built import Document, site_of


def test_status_says_what_the_brief_says_and_leads_to_channels() -> None:
    """The headline, what is new, the gaps, the moves and the sources."""
    site = site_of()
    page = Document(joined(status_page(site).body))
    assert "On 1 Jun 2021, 1 of 3 channels is severed, 1 partial and 1 open." in page.words
    for title in ("State of each channel", "What is new", "Severed now", "Sources cited above"):
        assert title in page.words
    assert site.page_of(0) in page.addresses


def test_parties_are_listed_with_the_states_of_their_channels() -> None:
    """One severed and one open between A and B."""
    (page,) = parties_pages(site_of())
    words = Document(joined(page.body)).words
    assert "2 sets of parties" in words
    assert "A–B21–1–" in words


def test_long_lists_are_parted_and_each_part_leads_on() -> None:
    """260 channels are two pages, which lead to each other."""
    lines = tuple(f"Line {i:03},P{i}; Q,2020-01-01,change,open,,,,," for i in range(260))
    site = site_of(lines=lines)
    for make, name in ((parties_pages, "parties"), (channels_pages, "channels")):
        first, second, *_ = make(site)
        assert (first.file, second.file) == (f"{name}.html", f"{name}-2.html")
        texts = [Document(joined(page.body)) for page in (first, second)]
        assert second.file in texts[0].addresses
        assert first.file in texts[1].addresses
        assert [page.tags.count("tr") for page in texts] == [251, 11]
        assert "Page 2 of 2" in texts[1].words


def test_channels_are_filtered_by_state_and_side_without_scripts() -> None:
    """A list of each state that there is, and of each side that is in several sets of parties."""
    site = site_of()
    every, severed, *others = channels_pages(site)
    assert [page.file for page in others] == ["channels-partial.html", "channels-open.html"]
    assert {"channels-severed.html", *(page.file for page in others)} < set(
        Document(joined(every.body)).addresses
    )
    words = Document(joined(severed.body)).words
    assert "1 severed channel" in words
    assert "Hotline" in words
    assert "Talks" not in words
    (side,) = sides_pages(site)
    page = Document(joined(side.body))
    assert side.file == f"{side_file('A')}.html"
    assert page.words.startswith("A3 channels")
    assert f"../{site.page_of(0)}" in page.addresses
    assert side.file in Document(joined(next(parties_pages(site)).body)).addresses
