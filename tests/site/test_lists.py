"""Lists of channels that need no script."""

from typing import Final

import pytest

from openline.markup.text import joined
from openline.site import lists
from openline.site.lists import channels_pages, groups_pages, paged, part_pages, parties_pages
from openline.site.page import SitePage
from tests.site.built import Document, site_of

GROUPED: Final = site_of(
    header="channel,parties,level,kind,date,state",
    lines=(
        "Line,A; B,military,hotline,2020-01-01,open",
        "Talks,A; C,military,,2020-01-01,partial",
        "Council,B; C; D,political,,2020-01-01,severed",
    ),
)
"""Three channels of two levels, one kind and four parties, of which D is in one set alone."""


def _seen(page: SitePage) -> Document:
    return Document(joined(page.body))


def test_channels_are_filtered_by_state_without_scripts() -> None:
    """A list of each state that there is, and each leads to the others."""
    every, severed, *others = channels_pages(site_of())
    assert [page.file for page in others] == ["channels-partial.html", "channels-open.html"]
    assert {"channels-severed.html", *(page.file for page in others)} < set(_seen(every).addresses)
    words = _seen(severed).words
    assert "1 severed channel" in words
    assert "Hotline" in words
    assert "Talks" not in words


def test_channels_that_ended_have_a_list_too() -> None:
    """So that the lists by state have all that the list of all has."""
    lines = ("Line,A; C,2021-01-01,change,open,,,,,", "Line,A; C,2021-05-20,ended,,,,,,")
    pages = list(channels_pages(site_of(*lines)))
    assert pages[-1].file == "channels-ended.html"
    assert _seen(pages[-1]).words.startswith("1 ended channel")


def test_every_level_kind_and_party_has_its_list_and_all_are_listed() -> None:
    """With the states of its channels; one without a kind is in a list too."""
    pages = {page.title: page for page in groups_pages(GROUPED)}
    assert set(pages) == {
        *("Levels", "military", "political"),
        *("Kinds", "hotline", "no kind"),
        *("Parties", "A", "B", "C"),
    }
    assert "LevelChannelsSeveredPartialOpenUnknownmilitary2–11–political11–––" in (
        _seen(pages["Levels"]).words
    )
    military = _seen(pages["military"])
    assert military.words.startswith("level: military · all levels2 channels")
    assert {f"../{GROUPED.page_of(channel)}" for channel in (0, 1)} < set(military.addresses)
    assert f"../{GROUPED.page_of(2)}" not in military.addresses
    assert _seen(pages["no kind"]).words.startswith("kind: no kind · all kinds2 channels")


def test_a_party_in_one_set_alone_leads_to_the_page_of_that_set() -> None:
    """It needs no list of its own: the set's page has the same channels."""
    (every,) = [page for page in groups_pages(GROUPED) if page.file == "sides.html"]
    council = next(part.file for part in GROUPED.parts if len(part.sides) == 3)
    assert f"{council}.html" in _seen(every).addresses


def test_the_list_of_all_leads_to_the_largest_groups_and_to_the_list_of_the_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """However many groups there are."""
    monkeypatch.setattr(lists, "_MOST_NAMED", 1)
    words = _seen(next(channels_pages(GROUPED))).words
    assert "By level:military 2all 2 levels" in words
    assert "By kind:no kind 2all 2 kinds" in words
    assert "By party:A 2all 4 parties" in words


def test_a_set_of_parties_with_many_channels_has_a_list_of_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Its own page, which has the first, leads there."""
    monkeypatch.setattr(lists, "MOST_ROWS", 1)
    site = site_of()
    first, second = site.parts
    (page,) = part_pages(site, first)
    assert "2 channels" in _seen(page).words
    assert page.file.startswith("lists/a-b-")
    assert list(part_pages(site, second)) == []


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


def test_every_row_is_on_one_page() -> None:
    """None twice, none left out; an empty list is one page that leads nowhere."""
    places = [range(501)[rows] for _, rows, _ in paged(501, "x")]
    assert [row for page in places for row in page] == list(range(501))
    ((file, _, ways),) = paged(0, "sides/x")
    assert (file, ways) == ("sides/x.html", "")
