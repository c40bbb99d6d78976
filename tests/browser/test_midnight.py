"""A page left open past midnight."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, expect

from openline.record.dates import show_day
from tests.browser.board import TODAY, load, running_board, visit, wait_idle
from tests.browser.test_records import choose, upload
from tests.browser.windows import visitor
from tests.records import BAD, GOOD

_ONE_DAY: Final = timedelta(days=1)


class Clock:
    """The day of a board, and a way to begin the next one."""

    def __init__(self, board: str) -> None:
        self.board, self.today = board, date.fromisoformat(TODAY)

    def midnight(self, page: Page) -> None:
        """Begin the next day, without pressing or choosing anything on the page."""
        self.today += _ONE_DAY
        answer = page.request.get(f"{self.board}/turn/{self.today}")
        assert answer.text() == str(self.today)

    def expect_today(self, page: Page) -> None:
        """Expect a page to show today."""
        expect(page.locator(".ol-context")).to_contain_text(f"as of {show_day(self.today)}")


@pytest.fixture(scope="module")
def clock(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Clock]:
    """Yield the clock of a separate board."""
    log = tmp_path_factory.mktemp("midnight") / "board.log"
    with running_board(log, script="tests/browser/turning.py") as board:
        yield Clock(board)


def test_a_page_of_today_follows_midnight(clock: Clock, browser: Browser) -> None:
    """If the day is today, the line at the top has the new one without a click."""
    with visitor(browser, clock.board) as page:
        for path in ("/", "/gaps", "/compare"):
            visit(page, f"{path}?asof=today")
            clock.expect_today(page)
            clock.midnight(page)
            clock.expect_today(page)


def test_midnight_takes_nothing_that_is_being_typed(clock: Clock, browser: Browser) -> None:
    """A half-written name and an open cell stay unchanged."""
    with visitor(browser, clock.board) as page:
        load(page, "/records?asof=today")
        upload(page, GOOD)
        name = page.get_by_label("Name of the record")
        name.press("End")
        name.press_sequentially(" of the gulf")
        clock.midnight(page)
        clock.expect_today(page)
        expect(name).to_have_value("journey of the gulf")
        wait_idle(page)
        page.get_by_role("button", name="Add another file").click()
        upload(page, BAD, "other.csv")
        choose(page, "date", 0)
        page.keyboard.press("Enter")
        cell = page.locator("textarea.gdg-input")
        cell.fill("2022-08")
        clock.midnight(page)
        clock.expect_today(page)
        expect(cell).to_have_value("2022-08")
