"""What a reader does with time to reopening and with the causes, in a browser."""

import csv
import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.board import next_run, resize, visit, wait_idle
from tests.browser.test_journeys import NARROW, SIDES, choose
from tests.bundled import bundled_table

GAPS = "/gaps"


def events(until: str) -> int:
    """Return how many severances of the record have ended in this sense."""
    (summary,) = bundled_table("survival", summary=True, until=until)
    found: int = summary["events"]
    return found


def figure(page: Page) -> Locator:
    """Return the figure of the section, whose text alternative states its finding."""
    return page.locator('[class*="st-key-ol_survival"] [role="figure"]').first


def how(page: Page) -> Locator:
    """Return the line on how to read the figure."""
    return page.locator(".st-key-ol_survival_how .ol-how")


def opened(page: Page, address: str) -> Page:
    """Open an address of Gaps, and wait for the section."""
    visit(page, address)
    expect(how(page)).to_be_visible()
    return page


def cause(page: Page, name: str) -> Locator:
    """Return the row of a cause, with its folded content."""
    return page.locator("details.ol-cause", has=page.locator("summary", has_text=name))


@pytest.fixture
def page(reader: Page) -> Page:
    """Return the page of one visitor, who goes from journey to journey."""
    return reader


def test_until_and_a_grouping_change_the_curve(page: Page) -> None:
    """Counting only full openings changes the address, the words and the figure, and Back undoes
    it; a grouping changes them too, and groups too small for a curve are listed."""
    opened(page, GAPS)
    expect(figure(page)).to_have_attribute("aria-label", re.compile("Half had reopened after"))
    drawn = page.locator(".st-key-ol_survival .js-plotly-plot").first
    expect(drawn).to_contain_text("21 % still severed")
    page.get_by_role("radio", name="Fully open").click()
    wait_idle(page)
    expect(page).to_have_url(re.compile("until=open"))
    expect(how(page)).to_contain_text(f"{events('open')} fully open again")
    expect(figure(page)).to_have_attribute("aria-label", re.compile("Half were fully open after"))
    page.go_back()
    wait_idle(page)
    expect(page).not_to_have_url(re.compile("until="))
    expect(how(page)).to_contain_text(f"{events('raised')} reopened, if only in part")
    expect(figure(page)).to_have_attribute("aria-label", re.compile("Half had reopened after"))
    choose(page, "Group by", "By level")
    expect(page).to_have_url(re.compile("by=level"))
    expect(how(page)).to_contain_text("each group against all combined")
    expect(figure(page)).to_have_attribute("aria-label", re.compile("military: Half had reopened"))
    choose(page, "Group by", "By parties")
    expect(page).to_have_url(re.compile("by=parties"))
    page.locator(".ol-few-fold summary", has_text="have too few reopenings").click()
    title = page.locator(".ol-strong").get_by_text("NATO–Russia", exact=True)
    few = page.locator(".ol-few > div", has=title)
    expect(few).to_contain_text("Too few reopenings (4) for a curve.")
    few.get_by_role("link").first.click()
    wait_idle(page)
    expect(page).to_have_url(re.compile("/channel"))


def test_the_numbers_can_be_read_and_saved(page: Page) -> None:
    """The curve and its summary are files with the columns of the command."""
    opened(page, f"{GAPS}?by=level")
    with page.expect_download() as found:
        page.locator('[class*="st-key-ol_save_survival"] button').first.click()
    with found.value.path().open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0])[:4] == ["group", "days", "survival", "lower"]
    assert {row["group"] for row in rows} == {"military", "operational", "political"}
    page.get_by_text("The numbers behind this").click()
    wait_idle(page)
    expect(page.locator(".st-key-ol_survival_table .ol-table")).to_contain_text("operational")
    with page.expect_download() as found:
        page.get_by_role("button", name="Save the summary as CSV").click()
    with found.value.path().open(encoding="utf-8-sig", newline="") as file:
        summary = {row["group"]: row for row in csv.DictReader(file)}
    assert summary["political"]["median"] == "692"
    assert summary["political"]["note"] == "interval too narrow"


def test_a_cause_opens_on_its_channels(page: Page) -> None:
    """One click shows which channels a visit severed, and when each was used again."""
    opened(page, GAPS)
    visit = cause(page, "Pelosi visit to Taiwan")
    expect(visit.locator("summary")).to_contain_text("3 severed on 5 Aug 2022, 3 within 2–5")
    expect(visit.get_by_role("row")).to_have_count(0)
    visit.locator("summary").focus()
    with next_run(page):  # the cause is written into the address
        page.keyboard.press("Enter")
    expect(visit.get_by_role("row")).to_have_count(8)
    ministers = visit.get_by_role("row", name=re.compile("Defence ministers"))
    expect(ministers).to_contain_text("22 Nov 2022, after 109–112 days")
    expect(ministers.get_by_role("link").last).to_have_attribute("href", re.compile("^https://"))
    ministers.get_by_role("link", name="Defence ministers").click()
    wait_idle(page)
    expect(page).to_have_url(re.compile("/channel"))
    expect(page.locator(".ol-headline").first).to_contain_text("Defence ministers")


def test_a_narrow_window_needs_no_sideways_scroll(page: Page) -> None:
    """At a phone's width the sections are no wider than the window."""
    resize(page, NARROW["width"], NARROW["height"])
    for query in ("?range=all", "?by=kind&until=open", f"?by=cause&{SIDES}"):
        opened(page, f"{GAPS}{query}")
        with next_run(page):
            cause(page, "Pelosi visit to Taiwan").locator("summary").click()
        _expect_narrow(page)


def _expect_narrow(page: Page) -> None:
    root = page.locator("html")
    scroll, client = root.evaluate("found => [found.scrollWidth, found.clientWidth]")
    assert scroll <= client
    for part in (page.locator(".ol-causes"), how(page), figure(page)):
        expect(part).to_be_visible()
        assert part.evaluate("part => part.getBoundingClientRect().right") <= client
