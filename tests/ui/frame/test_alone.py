"""One figure of a page, as it stands within a page of another site."""

from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Final

import pytest
from streamlit.runtime.context import ContextProxy
from streamlit.testing.v1 import AppTest

from openline.store.store import Store
from openline.ui.data.saved import forget_list
from openline.ui.pages import PAGES, Page
from tests.screen import csv_text, markup, run_page
from tests.store.saving import NAME, save

_VIEW: Final = {"asof": "2023-10-05", "parties": "China; United States"}
_CHANNEL: Final = {"Channel": {"channel": "Defence ministers"}}
_TITLES: Final = {
    "timeline": "On 5 Oct 2023, 9 of 12 China–United States channels are severed",
    "band": "China–United States, Defence ministers: severed since 4 Feb 2023",
    "causes": "Pelosi visit to Taiwan led to the most: 7 severances of 31",
    "severed": "9 channels are severed, longest Joint Staff Dialogue Mechanism",
    "silent": "7 channels have gone silent",
    "history": "11 severances and 24 silences; 9 severances and 7 silences still ongoing",
    "survival": "Half of severed channels had reopened after 386 days",
    "counts": "25 openings and 13 closings",
    "changes": "Between 5 Oct 2022 and 5 Oct 2023, 1 China–United States channel opened",
}
"""What each figure finds in this view, as the pages say it."""


@pytest.fixture
def within(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let pages stand within one of another site."""
    monkeypatch.setattr(ContextProxy, "is_embedded", True)


def _shown(page: Page, figure: str, **more: str) -> AppTest:
    at = run_page(page.script, figure=figure, **_VIEW, **_CHANNEL.get(page.title, {}), **more)
    assert not at.exception
    return at


@pytest.mark.usefixtures("within", "set_today")
@pytest.mark.parametrize(
    ("page", "name"), [(page, name) for page in PAGES for name in page.figures]
)
def test_a_figure_stands_alone(page: Page, name: str) -> None:
    """With its finding as its heading and its source, with a drawing for paper, and with nothing of
    the frame."""
    at = _shown(page, name)
    text = unescape(markup(at))
    assert text.startswith(
        f'<div class="ol-headline" role="heading" aria-level="1">{_TITLES[name]}'
    )
    assert "Source: Openline, Bundled record · as of 5 Oct 2023" in text
    assert "figure=" not in text
    assert len(at.get("plotly_chart")) == 1
    assert at.get("plotly_chart")[0].proto.alt
    printed = [item for item in at.get("bidi_component") if "ol_paper" in item.proto.id]
    assert len(printed) == 1
    assert not at.sidebar.children
    assert not at.get("download_button")
    assert "ol-context" not in text


@pytest.mark.usefixtures("within", "set_today")
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.title)
def test_a_figure_that_a_page_lacks_is_named_with_those_it_has(page: Page) -> None:
    """Nothing else is shown in its stead: neither the page nor another figure."""
    for name in ("moon", "band" if page.title != "Channel" else "counts"):
        at = _shown(page, name)
        text = markup(at)
        assert f"“{name}”" in text
        assert all(known in text for known in page.figures)
        assert not at.get("plotly_chart")


@pytest.mark.usefixtures("set_today")
def test_a_page_of_its_own_has_all_its_figures() -> None:
    """`figure` counts within another page alone."""
    at = run_page("pages/gaps.py", figure="history", **_VIEW)
    assert len(at.get("plotly_chart")) > 1
    assert "ol-context" in markup(at)


@pytest.mark.usefixtures("within", "set_today")
def test_a_figure_without_rows_says_so() -> None:
    """As where channels are open to this day."""
    at = run_page("pages/gaps.py", figure="severed", parties="China; India", level="political")
    assert "There is nothing to draw here." in markup(at)
    at = run_page("pages/channel.py", figure="band")
    assert "There is nothing to draw here." in markup(at)


@pytest.mark.usefixtures("within", "set_today")
def test_a_figure_follows_a_record_to_its_newest_revision(
    store: Store, put_record: Callable[[str], Path]
) -> None:
    """By itself; one that is pinned stays, and nobody is asked anything."""
    columns = ("channel", "parties", "date", "state")
    put_record(csv_text([("Talks", "C; D", "2020-05-01", "open")], columns))
    rows = [("Line", "A; B", "2020-02-29", "open")]
    save(store, csv_text(rows, columns).encode(), None)
    forget_list()
    following, pinned = (run_page(record=name, figure="timeline") for name in (NAME, f"{NAME}@1"))
    rows.append(("Line", "A; B", "2020-03-05", "severed"))
    save(store, csv_text(rows, columns).encode(), 1)
    forget_list()
    assert "severed" in markup(following.run())
    assert "A–B channel is severed" in markup(following)
    assert "A–B channel is open" in markup(pinned.run())
    assert not following.button
    assert not pinned.button


@pytest.mark.usefixtures("within", "set_today")
def test_whatever_a_record_says_is_text_in_a_frame_too(put_record: Callable[[str], Path]) -> None:
    """In the title, the words and the source of a figure."""
    hostile = "<img src=x onerror=alert(1)>"
    rows = [(hostile, f"{hostile}; B", "2020-02-29", "severed", hostile)]
    put_record(csv_text(rows, ("channel", "parties", "date", "state", "cause")))
    for page, name in (("dashboard.py", "timeline"), ("pages/gaps.py", "severed")):
        at = run_page(None if page == "dashboard.py" else page, figure=name, parties=hostile)
        assert not at.exception
        assert "<img" not in markup(at)
        assert "&lt;img" in markup(at)
