"""Record text in HTML."""

from html.parser import HTMLParser

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from openline.record.hidden import visible
from openline.sentences.runs import Run
from openline.ui.markup.text import (
    address,
    channel_view,
    escape,
    outside_link,
    rich,
    safe_url,
    unbroken,
    visible_cells,
)
from openline.view import View


class _Seen(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.words += data


def _read(markup: str) -> _Seen:
    seen = _Seen()
    seen.feed(markup)
    seen.close()
    return seen


@given(st.text(alphabet=st.characters(exclude_characters="\x00\r", exclude_categories=["Cs"])))
def test_any_text_comes_back_as_itself(text: str) -> None:
    """A browser reads escaped text as the text it was, with no element in it, and as � what
    cannot be seen."""
    seen = _read(f"<p>{escape(text)}</p>")
    assert (seen.tags, seen.words) == (["p"], visible(text))


def test_a_table_shows_what_cannot_be_seen() -> None:
    """In its texts alone, missing ones left out; the frame itself stays as it is."""
    frame = pd.DataFrame({"name": ["\u202egnp.exe", None], "days": [1, 2]})
    mixed = pd.DataFrame({"cell": pd.Series(["\u200b", 3, None], dtype=object)})
    assert visible_cells(mixed)["cell"].to_list()[:2] == ["\ufffd", 3]
    shown = visible_cells(frame)
    assert shown["name"].to_list()[0] == "�gnp.exe"
    assert shown["name"].isna().to_list() == [False, True]
    assert shown["days"].to_list() == [1, 2]
    assert frame["name"].to_list()[0] == "\u202egnp.exe"


@pytest.mark.parametrize("missing", [None, float("nan")])
def test_a_missing_value_is_empty(missing: object) -> None:
    """What a record does not have is shown as nothing."""
    assert escape(missing) == ""


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//host/path",
        "https:/one",
        "https://a b",
        "ftp://host",
        " https://late",
        "",
        None,
        float("nan"),
    ],
)
def test_only_http_addresses_are_linked(url: object) -> None:
    """Any other address leaves the text as text."""
    assert safe_url(url) is None
    assert outside_link("words", url) == "words"


def test_a_link_to_another_site_opens_apart_and_tells_it_nothing() -> None:
    """A source opens in its own tab, without access to the board."""
    link = outside_link("<b>", 'https://host/?a="&b=<')
    assert 'rel="noopener noreferrer"' in link
    assert 'target="_blank"' in link
    assert _read(link).tags == ["a"]


def test_runs_get_the_class_of_their_role() -> None:
    """A state's word is a span of the state's class, and short ones stay on one line."""
    assert rich((Run("On "), Run("1 open", "open"))) == (
        'On <span class="ol-open ol-one-line">1 open</span>'
    )


def test_pairs_are_kept_from_breaking() -> None:
    """A short pair stays on one line; many sides may break, and hostile text stays text."""
    assert rich((Run("2 China–United States channels"),)) == (
        '2 <span class="ol-one-line">China–United</span> States channels'
    )
    closed = rich((Run("6 China–United States channels closed", "severed"),))
    assert closed.startswith('<span class="ol-severed">6 <span class="ol-one-line">China–United<')
    assert rich((Run("France–Israel–Lebanon–UNIFIL"),)) == "France–Israel–Lebanon–UNIFIL"
    assert _read(rich((Run("<b>–<i>"),))).tags == ["span"]
    assert rich((Run("2022–"),)) == "2022–"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("severed (18 seen since 30 Jun 2024), 1", "severed (18 seen since [30 Jun 2024),] 1"),
        ("since 14 Feb – 31 Dec 1991.", "since [14 Feb –] [31 Dec 1991.]"),
        ("on 14–16 Aug 2023 (Talks)", "on [14–16 Aug 2023] (Talks)"),
        ("for 12,600–12,920 days. Of 3", "for [12,600–12,920 days.] Of 3"),
        ("Herald, Talks, 2025-06-14; x", "Herald, Talks, [2025-06-14;] x"),
        ("in May 2 sides & 3 Marches", "in May 2 sides &amp; 3 Marches"),
    ],
)
def test_a_date_and_a_length_stay_on_one_line(text: str, shown: str) -> None:
    """No line ends within a date or between a number of days and its unit."""
    kept = unbroken(text).replace('<span class="ol-one-line">', "[").replace("</span>", "]")
    assert kept == shown
    assert rich((Run(text),)) == unbroken(text)


def test_an_address_is_relative_and_encoded() -> None:
    """Links work under any base path, and a name's signs stand for themselves."""
    view = View(parties=("A & B; C",))
    assert address("channel", view.to_query()) == "channel?parties=A+%26+B%3B+C"
    assert address("", {}) == "./"


def test_the_view_of_a_channel_names_it_and_its_parties() -> None:
    """Opening a channel keeps day and range and leaves sort and page behind."""
    view = View(parties=("China",), sort="name", page=2, range="3y")
    found = channel_view(view, "China; India", "Talks")
    assert found == View(parties=("China; India",), channel=("Talks",), range="3y")
