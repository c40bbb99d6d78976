"""Measure how soon each page has painted its figures: `python -m benchmarks.paint`.

Each page is opened again and again in a fresh visitor's window, in turns with a page of one
small Plotly chart, so that the ratios hold where the machine's speed does not. A figure that
is drawn but hidden, as all are until their width is known, is not yet painted.
"""

import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, ViewportSize, sync_playwright

from openline.ui.pages import PAGES
from tests.browser.board import WIDE, launch, running_board

ROUNDS: Final = 7
_REST_MS: Final = 4000
_WINDOW: Final[ViewportSize] = {"width": WIDE[0], "height": WIDE[1]}
_CHANNEL: Final = "parties=China%3B%20United%20States&channel=Defence%20ministers"
_SMALL: Final = "benchmarks/small_chart.py"
_SETTLED: Final = """() => {
  const app = document.querySelector('[data-testid=stApp]');
  return app?.dataset.testScriptState === 'notRunning'
    && !document.querySelector('[data-testid=stSkeleton]');
}"""
_FIGURES: Final = """() => [...document.querySelectorAll('[data-testid=stPlotlyChart]')]
  .filter(chart => chart.querySelector('.cartesianlayer .mlayer')
    ?.checkVisibility({visibilityProperty: true})).length"""
_PAINTED: Final = f"figures => ({_SETTLED})() && ({_FIGURES})() >= figures"


def main() -> None:
    """Print the median time of each page, and its ratio to that of the small chart."""
    pages = {page.title: f"/{page.path}" for page in PAGES}
    pages["Channel"] += f"?{_CHANNEL}"
    times: dict[str, list[float]] = {title: [] for title in ("Small chart", *pages)}
    figures: dict[str, int] = {}
    with (
        tempfile.TemporaryDirectory() as folder,
        running_board(Path(folder) / "board.log") as board,
        running_board(Path(folder) / "small.log", script=_SMALL) as small,
        sync_playwright() as playwright,
        launch(playwright) as browser,
    ):
        for turn in range(ROUNDS + 1):
            for title, found in times.items():
                address = small if title == "Small chart" else f"{board}{pages[title]}"
                if turn:
                    found.append(_paint(browser, address, figures[title]))
                else:  # the first turn warms both processes, and counts what is to be drawn
                    figures[title] = _count_figures(browser, address)
    least = statistics.median(times["Small chart"])
    for title, found in times.items():
        middle = statistics.median(found)
        ratio = f"{middle / least:.2f} times the small chart"
        drawn = f"{figures[title]} figures"
        sys.stdout.write(f"{title:<12} {drawn:>10} {middle * 1000:>6,.0f} ms  {ratio}\n")


def _count_figures(browser: Browser, address: str) -> int:
    """Count the figures of a page once nothing more is drawn on it."""
    with browser.new_context(viewport=_WINDOW) as visitor:
        page = visitor.new_page()
        page.goto(address)
        page.wait_for_function(_SETTLED)
        page.wait_for_timeout(_REST_MS)
        return int(page.evaluate(_FIGURES))


def _paint(browser: Browser, address: str, figures: int) -> float:
    """Time a page from its address to its last figure, in seconds."""
    with browser.new_context(viewport=_WINDOW) as visitor:
        page = visitor.new_page()
        start = time.perf_counter()
        page.goto(address, wait_until="commit")
        page.wait_for_function(_PAINTED, arg=figures, polling=20)
        return time.perf_counter() - start


if __name__ == "__main__":
    main()
