"""Method, run as Streamlit runs it."""

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from openline.analysis.method import METHOD
from openline.sentences.glossary import GLOSSARY
from openline.store.store import Store
from openline.ui.method.page import passages
from tests.bundled import written_rows
from tests.screen import csv_text, markup, run_page, values
from tests.store.saving import NAME, save

Put = Callable[[str], Path]
METHOD_SCRIPT = "pages/method.py"


def written(at: AppTest) -> str:
    """Return everything that the page reads as Markdown."""
    return "\n".join(element.value for element in at.markdown)


@pytest.mark.usefixtures("set_today")
def test_the_page_has_every_chapter_and_its_contents() -> None:
    """Each chapter has a heading that the table of contents leads to."""
    at = run_page(METHOD_SCRIPT)
    assert not at.exception
    anchors = [header.proto.anchor for header in at.header]
    assert len(anchors) == len(set(anchors))
    assert re.findall(r'href="#([^"]+)"', markup(at)) == anchors
    assert {part.title for part in passages() if part.title} < {h.value for h in at.header}
    assert "How every figure is calculated" in markup(at)


@pytest.mark.usefixtures("set_today")
def test_the_day_of_the_formulas_stands_at_the_top() -> None:
    """The method's date is told in words and in the name of the download."""
    at = run_page(METHOD_SCRIPT)
    assert METHOD == "2026-11-30"
    assert "The formulas are those of 30 Nov 2026." in markup(at)


@pytest.mark.usefixtures("set_today")
def test_the_glossary_is_shown_whole() -> None:
    """Every word stands with its meaning."""
    page = markup(run_page(METHOD_SCRIPT))
    words = [term.word for chapter in GLOSSARY for term in chapter.terms]
    assert [word for word in words if f"<dt>{word}</dt>" not in page] == []


@pytest.mark.usefixtures("set_today")
def test_the_bundled_record_is_described() -> None:
    """Counts, sources, licence and codebook of the record are there."""
    at = run_page(METHOD_SCRIPT)
    page = markup(at)
    rows = written_rows()
    hosts = [urlsplit(row["source_url"]).hostname or "" for row in rows if row["source_url"]]
    sites = {host.removeprefix("www.") for host in hosts}
    assert f"{len(rows):,} rows from {len(sites):,} sites" in page
    events = Counter(row["event"] for row in rows)
    told = [f"{number:,} {event}s" for event, number in events.most_common(3)]
    assert ", ".join(told) in page
    assert "Creative Commons Attribution 4.0 International" in page
    assert "### Known limits" in written(at)
    assert "has changed since" not in page


@pytest.mark.usefixtures("set_today")
def test_a_filter_changes_what_is_counted() -> None:
    """The sources are those of the rows in view, and the address says which."""
    at = run_page(METHOD_SCRIPT)
    at.multiselect(key="view_level").set_value(["military"]).run()
    assert values(at, "level") == ["military"]
    rows = sum(row["level"] == "military" for row in written_rows())
    assert f"{rows:,} rows from" in markup(at)
    at.selectbox(key="view_confidence").set_value("confirmed").run()
    assert values(at, "confidence") == ["confirmed"]
    assert re.search(r">0</div>.*?reported", markup(at), flags=re.DOTALL)


@pytest.mark.usefixtures("set_today")
def test_an_earlier_day_counts_fewer_rows() -> None:
    """Rows after the as-of day are not counted."""
    early = [row for row in written_rows() if row["date"] < "2023"]
    page = markup(run_page(METHOD_SCRIPT, asof="2022-12-31"))
    assert f"{len(early):,} rows from" in page


@pytest.mark.usefixtures("set_today")
def test_an_empty_filter_leaves_the_method() -> None:
    """Where no row is in view the method still stands, and nothing is counted."""
    at = run_page(METHOD_SCRIPT, level="naval")
    assert not at.exception
    assert "The rows that are shown" not in [header.value for header in at.header]
    assert "Time to reopening" in [header.value for header in at.header]


@pytest.mark.usefixtures("set_today")
def test_an_unknown_record_leaves_the_method() -> None:
    """Without data the method can be read, with a note."""
    at = run_page(METHOD_SCRIPT, record="other")
    assert not at.exception
    assert "Openness" in [header.value for header in at.header]
    assert not at.get("download_button")


def test_another_record_has_no_codebook_of_ours(put_record: Put) -> None:
    """The codebook and the licence are the bundled record's alone."""
    put_record(csv_text([("Talks", "A; B", "2020-05-01", "", "open")]))
    at = run_page(METHOD_SCRIPT)
    assert not at.exception
    assert "Known limits" not in written(at)
    assert "knows of no licence for it" in markup(at)
    assert "1 row from no sites" in markup(at)


@pytest.mark.usefixtures("set_today")
def test_a_saved_record_has_no_codebook_of_ours(store: Store) -> None:
    """The licence of the bundled record is not said of what somebody saved."""
    save(store, csv_text([("Talks", "A; B", "2020-05-01", "", "open")]).encode(), None)
    at = run_page(METHOD_SCRIPT, record=NAME)
    assert not at.exception
    assert "Known limits" not in written(at)
    assert "This record was saved by Ann, and the board knows of no licence for it." in markup(at)


def test_hostile_text_is_shown_as_text(put_record: Put) -> None:
    """No markup of a record takes effect, and none of it is read as Markdown."""
    bad = "<img src=x onerror=alert(1)>[a](http://evil.example)"
    row = (bad, f"{bad}; B", "2020-05-01", "", "severed", bad, f"https://{bad}/x", bad)
    columns = ("channel", "parties", "date", "event", "state", "summary", "source_url", "source")
    put_record(csv_text([row], columns))
    at = run_page(METHOD_SCRIPT)
    assert not at.exception
    assert "<img" not in markup(at)
    assert "evil" not in written(at)
    assert 'href="http://evil' not in markup(at)


def test_many_channels_are_counted(put_record: Put) -> None:
    """A record of 300 channels is no longer than its sources."""
    rows = [(f"Line {i}", "A; B", "2020-05-01", "", "open") for i in range(300)]
    put_record(csv_text(rows))
    page = markup(run_page(METHOD_SCRIPT))
    assert "300 rows from no sites" in page
