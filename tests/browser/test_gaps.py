"""What a reader does on Gaps, in a browser."""

import csv
import re
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Locator, Page, expect

from openline.ui.controls.folding import FEW
from tests.browser.board import go_on, hover_row, next_run, resize, wait_idle
from tests.browser.test_journeys import NARROW, headline, opened
from tests.bundled import bundled_rows, bundled_table

DRAWN: Final = 12
"""The number of silences that the figure draws."""
_AT_TOP: Final = "() => document.querySelector('#history').getBoundingClientRect().top < 200"
IN_BAR: Final = 12
"""How far right of the axis a bar is clicked, in pixels."""


def gone_silent(least: int = 180) -> int:
    """Return how many channels are silent: for at least `least` days or, with a cadence, for twice
    that."""
    rows = bundled_table("gaps", min_days=least)
    return sum(row["gap"] == "silence" and row["ongoing"] for row in rows)


def severed() -> int:
    """Return how many channels are severed."""
    return len(bundled_rows("gaps", gap="severance", ongoing=True))


def least_days(page: Page) -> Locator:
    """Return the field for the number of days from which a silence counts."""
    return page.get_by_role("spinbutton", name="Shortest silence that counts, in days")


def coast_guard() -> str:
    """Return, in words, how many of the ended severances that of the coast guards has outlasted."""
    (row,) = bundled_rows("unusual", channel="Coast guard hotline", gap="severance")
    assert row["longer_least"] == row["longer_than"]
    return f"{row['longer_than']} of {row['ended']}"


def silent_rows(page: Page) -> Locator:
    """Return the names in the figure of current silences."""
    return page.locator(".st-key-ol_gaps_silent .annotation", has_text="longer than")


@pytest.fixture
def page(reader: Page) -> Page:
    """Return the page of one visitor, who goes from journey to journey."""
    return reader


def test_longer_silences_are_fewer(page: Page) -> None:
    """The least number of days changes the address, the sentence and the figure, and Back undoes
    it; the range and the page of the history are in the address too."""
    opened(page, "/gaps")
    expect(headline(page)).to_contain_text(
        f"{severed()} channels are severed and {gone_silent()} have"
    )
    expect(silent_rows(page)).to_have_count(DRAWN)
    least_days(page).fill("3000")
    least_days(page).press("Enter")
    wait_idle(page)
    expect(headline(page)).to_contain_text(f"and {gone_silent(3000)} have gone silent.")
    expect(page).to_have_url(re.compile(r"/gaps\?min_days=3000$"))
    expect(silent_rows(page)).to_have_count(min(gone_silent(3000), DRAWN))
    page.go_back()
    wait_idle(page)
    expect(headline(page)).to_contain_text(f"and {gone_silent()} have gone silent.")
    expect(least_days(page)).to_have_value("180")
    page.get_by_role("radio", name="All", exact=True).click()
    wait_idle(page)
    expect(page).to_have_url(re.compile("range=all"))
    wait_idle(page)
    page.locator(".st-key-ol_pages").get_by_role("button", name="Page 2").click()
    wait_idle(page)
    expect(page).to_have_url(re.compile("page=2"))
    expect(headline(page)).to_contain_text(f"{severed()} channels are severed")


def test_the_longest_severance_leads_to_its_channel(page: Page) -> None:
    """The name in the sentence is a link to the channel's page."""
    opened(page, "/gaps?asof=2026-06-30")
    page.locator(".ol-second a").get_by_text("Military Armistice Commission").click()
    wait_idle(page)
    expect(page).to_have_url(re.compile("/channel.*asof=2026-06-30"))
    expect(headline(page)).to_contain_text("Military Armistice Commission severed since 14 Feb")


def test_a_bar_leads_to_its_channel(page: Page) -> None:
    """The hover text says how long and how unusual a severance is; a click opens its channel."""
    opened(page, "/gaps")
    chart = page.locator(".st-key-ol_gaps_severed")
    told = f"Longer than {coast_guard()} ended"
    hover_row(chart, "Coast guard hotline", IN_BAR, told)
    page.mouse.down()
    page.mouse.up()
    expect(headline(page)).to_contain_text("Coast guard hotline severed")


def test_the_data_are_those_of_the_view(page: Page, tmp_path: Path) -> None:
    """The file has each gap of the view, severances and silences under their own names."""
    opened(page, "/gaps?asof=2023-10-05&parties=China%3B%20United%20States")
    with page.expect_download() as found:
        page.get_by_role("button", name="Download data").click()
    path = tmp_path / "gaps.csv"
    found.value.save_as(path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    ongoing = [row for row in rows if row["ongoing"] == "true"]
    assert {row["gap"] for row in rows} == {"severance", "silence"}
    assert sum(row["gap"] == "severance" for row in ongoing) == 9
    assert {row["parties"] for row in rows} == {"China; United States"}


def test_a_phone_shows_gaps_without_sideways_scroll(page: Page) -> None:
    """At 390 px names are above their bars and nothing is wider than the window; the longest gaps
    come first, the others if asked for."""
    resize(page, NARROW["width"], NARROW["height"])
    opened(page, "/gaps")
    wait_idle(page)
    sizes = page.locator('[data-testid="stMain"]').evaluate("m => [m.scrollWidth, m.clientWidth]")
    assert sizes[0] == sizes[1]
    expect(silent_rows(page)).to_have_count(FEW)
    page.get_by_role("button", name=f"Show {DRAWN - FEW} more").click()
    wait_idle(page)
    expect(silent_rows(page)).to_have_count(DRAWN)


def cause(page: Page, name: str) -> Locator:
    """Return the row of a cause of several severances."""
    return page.locator("details.ol-cause", has=page.locator(".ol-strong", has_text=name))


def test_an_opened_cause_is_in_the_address(page: Page) -> None:
    """Opening a cause by keyboard writes it into the address, another takes its place, Back
    opens the first again, and closing it leaves the address without one. By keyboard the list
    below a figure opens too, and its links lead on."""
    opened(page, "/gaps")
    visit, crimea = cause(page, "Pelosi visit"), cause(page, "Annexation of Crimea")
    with next_run(page):
        visit.locator("summary").press("Enter")
    expect(page).to_have_url(re.compile(r"cause=Pelosi[+%20]+visit[+%20]+to[+%20]+Taiwan"))
    expect(visit.locator("summary")).to_be_focused()
    with next_run(page):
        crimea.locator("summary").press("Enter")
    expect(page).to_have_url(re.compile("cause=Annexation"))
    page.go_back()
    wait_idle(page)
    expect(visit).to_have_attribute("open", "")
    expect(crimea).not_to_have_attribute("open", "")
    with next_run(page):
        visit.locator("summary").press("Enter")
    expect(page).not_to_have_url(re.compile("cause="))
    opener = page.locator("summary", has_text=f"{severed()} severances as a list")
    opener.focus()
    page.keyboard.press("Enter")
    row = page.locator(".ol-gaps tr", has_text="Coast guard hotline").first
    expect(row).to_contain_text("1,272–1,274 d")
    expect(row).to_contain_text(f"longer than {coast_guard()} ended")
    expect(row.locator('a[target="_blank"]')).to_have_attribute("href", re.compile("^https?://"))
    row.get_by_role("link", name="Coast guard hotline").click()
    wait_idle(page)
    expect(headline(page)).to_contain_text("Coast guard hotline severed")


def test_a_link_shows_its_cause_opened(page: Page) -> None:
    """A cause in the address is open and in view, even one among the causes of a single
    severance."""
    opened(page, "/gaps?cause=Pelosi+visit+to+Taiwan")
    row = cause(page, "Pelosi visit").locator("tbody tr").first
    expect(row).to_be_in_viewport()
    go_on(page, "/gaps?cause=Balloon+shoot-down")
    expect(page.locator(".ol-cause-fold tr", has_text="Balloon shoot-down")).to_be_in_viewport()


def test_the_line_of_sections_leads_to_each(page: Page) -> None:
    """By keyboard, even on a phone, a link brings its section to the top of the page."""
    for window in ({"width": 1440, "height": 900}, NARROW):
        resize(page, window["width"], window["height"])
        opened(page, "/gaps")
        links = page.get_by_role("navigation", name="On this page").get_by_role("link")
        expect(links).to_have_text(
            ["What severed them", "Severed now", "Silent now", "History", "Time to reopening"]
        )
        links.nth(3).press("Enter")
        wait_idle(page)
        expect(page.locator("#history")).to_be_in_viewport()
        page.wait_for_function(_AT_TOP)
        expect(page).to_have_url(re.compile("#history$"))
