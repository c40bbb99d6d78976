"""Finding a channel without a server."""

import json

from openline.markup.text import joined
from openline.site.find import SCRIPT, find_index, find_page
from tests.site.built import Document, site_of


def test_the_list_has_a_line_a_channel() -> None:
    """Name, parties, other words with the causes, state, page, and what was said last."""
    site = site_of()
    rows = json.loads("".join(find_index(site)))
    page, said = site.page_of(0), "Cut after the strike"
    assert rows[0] == ["Hotline", "A–B", "a b Strike", "severed", page, said]
    assert len(rows) == 3


def test_a_channel_of_which_nothing_is_said_is_found_by_its_names() -> None:
    """A long summary is cut: a browser loads the whole list."""
    lines = (
        "Line,A; B,2020-01-01,change,open,,,,,",
        f"Talks,A; B,2020-01-01,change,open,,{'x' * 900},,,",
    )
    first, second = json.loads("".join(find_index(site_of(lines=lines))))
    assert first[5] == ""
    assert second[5] == "x" * 300


def test_parties_are_found_by_their_other_names() -> None:
    """By those that the board knows."""
    site = site_of(lines=("Line,China; Z,2020-01-01,change,open,,,,,",))
    ((_, _, words, _, _, _),) = json.loads("".join(find_index(site)))
    assert words == "china people's republic of china prc z"


def test_without_a_script_the_page_leads_to_the_lists() -> None:
    """The field is shown by the script that serves it."""
    seen = Document(joined(find_page().body))
    assert {"parties.html", "channels.html"} <= set(seen.addresses)
    assert "hidden" in seen.attributes


def test_the_script_writes_text_alone() -> None:
    """Nothing in it makes HTML of what it is given, or code."""
    assert "innerHTML" not in SCRIPT
    assert "eval" not in SCRIPT
