"""A whole site: its files, their links, and what they may hold."""

import json
import posixpath
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as Xml

import feedparser
import pytest

from openline.site.folder import Folder
from openline.site.writing import write_site
from tests.site.built import HOSTILE_LINES, Document, built, documents, site_of


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the files of a site of three channels."""
    return built(tmp_path_factory.mktemp("site"), site_of(marking="FOR <b>US</b>"))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the files of a site whose every text is hostile."""
    site = site_of(lines=HOSTILE_LINES, marking="<script>alert(1)</script>")
    return built(tmp_path_factory.mktemp("hostile"), site)


def _seen_from(file: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(file), path))


def _faults(files: dict[str, str]) -> list[tuple[str, str]]:
    """Return each address that leads nowhere, with its page."""
    found = []
    pages = documents(files)
    for name, page in pages.items():
        for address in page.addresses:
            parts = urlsplit(address)
            if parts.scheme in {"http", "https"}:
                continue
            aim = _seen_from(name, unquote(parts.path)) if parts.path else name
            is_there = aim in files and (not parts.fragment or parts.fragment in pages[aim].ids)
            if parts.scheme or not is_there:
                found.append((name, address))
    return found


def test_there_is_a_page_for_each_channel_and_each_set_of_parties(files: dict[str, str]) -> None:
    """Each with its badge, and parties with feeds."""
    kinds: dict[str, int] = {}
    for name in files:
        folder = posixpath.dirname(name)
        kinds[folder] = kinds.get(folder, 0) + 1
    assert kinds["channels"] == kinds["badges/channels"] == 3
    assert kinds["parties"] == kinds["badges/parties"] == 2
    assert kinds["feeds/parties"] == 4


@pytest.mark.parametrize("which", ["files", "hostile"])
def test_every_page_is_sound_and_its_links_lead_to_files_of_the_site(
    which: str, request: pytest.FixtureRequest
) -> None:
    """Elements close in order, no id stands twice, and nothing leads out but sources."""
    found: dict[str, str] = request.getfixturevalue(which)
    assert _faults(found) == []
    for name, page in documents(found).items():
        assert page.wrong == [], name
        assert len(page.ids) == len(set(page.ids)), name
        assert page.tags.count("h1") == page.tags.count("main") == 1, name
        assert not {name for name in page.attributes if name.startswith("on") or name == "style"}


def test_no_page_holds_more_than_it_may(files: dict[str, str]) -> None:
    """One style and, on one page alone, one script, all of the site; a policy says so; and no
    address but those of the sources."""
    for name, page in documents(files).items():
        scripts = page.tags.count("script")
        assert scripts == (1 if name == "find.html" else 0)
        assert not {"iframe", "object", "embed", "form", "base", "style"} & set(page.tags)
        outside = {address for address in page.addresses if "://" in address}
        assert outside <= {*(f"https://g.example/{i}" for i in (1, 2)), "https://w.example/3"}
        policy = re.search(r'Content-Security-Policy" content="([^"]*)"', files[name])
        assert policy is not None
        assert policy[1].startswith("default-src 'none'; style-src 'self'; img-src 'self'")
        assert ("script-src" in policy[1]) == (name == "find.html")
    assert not re.search(r"https?:|@import|url\(", files["site.css"] + files["find.js"])


def test_text_of_a_record_stays_text(hostile: dict[str, str]) -> None:
    """In pages, feeds and badges; what is not http is never linked."""
    for name, text in hostile.items():
        if name.endswith((".svg", ".atom")):
            names = {part.tag.rpartition("}")[2] for part in Xml.fromstring(text).iter()}  # noqa: S314 - written here
            assert not names & {"script", "img", "image"}
        if name.startswith(("data/", "find.")) or name.endswith(".ics"):
            continue
        assert "<script>" not in text
        assert "<img src=x" not in text
        assert 'href="javascript' not in text
        assert "\u202e" not in text


def test_names_of_files_are_safe_and_differ_whatever_the_case(hostile: dict[str, str]) -> None:
    """Eight hostile names are eight pages within the folder."""
    names = list(hostile)
    assert all(re.fullmatch(r"[a-z0-9/-]+\.[a-z]+", name) for name in names)
    assert len({name.casefold() for name in names}) == len(names)
    assert len([name for name in names if name.startswith("channels/")]) == 8


def test_the_same_site_has_the_same_bytes(files: dict[str, str], tmp_path: Path) -> None:
    """Written again, over another one, it is the same folder."""
    built(tmp_path, site_of("Line,D; E,2021-01-01,change,open,,,,,"))
    assert built(tmp_path, site_of(marking="FOR <b>US</b>")) == files


def test_the_marking_stands_at_the_top_and_the_foot_of_every_page(files: dict[str, str]) -> None:
    """As text; without one there is none."""
    for name, text in files.items():
        if name.endswith(".html"):
            assert text.count('<p class="marking">FOR &lt;b&gt;US&lt;/b&gt;</p>') == 2


def test_the_feeds_lead_to_pages_from_where_they_stand_or_from_the_address(
    files: dict[str, str], tmp_path: Path
) -> None:
    """They are read by a reader of feeds, and their entries are those of the board."""
    name = next(name for name in files if name.startswith("feeds/parties/a-b") and "atom" in name)
    read = feedparser.parse(files[name])
    assert not read.bozo
    links = {entry.link for entry in read.entries}
    for link in links:
        page, _, place = link.partition("#")
        assert place in Document(files[_seen_from(name, page)]).ids
    assert "URL:" not in files["feeds/changes.ics"]
    whole = built(tmp_path, site_of(address="https://x.example/lines"))
    assert (
        '<link rel="self" href="https://x.example/lines/feeds/changes.atom"'
        in (whole["feeds/changes.atom"])
    )
    assert "URL:https://x.example/lines/channels/" in whole["feeds/changes.ics"]


def test_a_channel_that_does_not_exist_yet_has_no_page(tmp_path: Path) -> None:
    """A site of an earlier day, and of a day before anything, is whole too."""
    files = built(tmp_path / "a", site_of(as_of="2020-12-31"))
    assert len([name for name in files if name.startswith("channels/")]) == 2
    nothing = built(tmp_path / "b", site_of(as_of="2019-01-01"))
    assert _faults(nothing) == []
    assert json.loads(nothing["find.json"]) == []
    assert "no channel is left" in Document(nothing["index.html"]).words


def test_files_are_written_one_after_the_other(tmp_path: Path) -> None:
    """None is made before the one before it is written, so that memory holds one page."""
    order: list[str] = []

    class _Told(Folder):
        def write(self, name: str, parts: object) -> None:
            order.append(name)
            super().write(name, parts)  # type: ignore[arg-type]  # handed on

    assert write_site(site_of(), _Told(tmp_path)) == len(order)
    places = [order.index(name) for name in order if name.startswith("parties/")]
    assert places[1] - places[0] > 2
