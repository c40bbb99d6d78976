"""Measure how soon each page has painted its figures: `python -m benchmarks.paint`.

Each page is opened again and again in a fresh visitor's window, in turns with a page of one
small Plotly chart, so that the ratios hold where the machine's speed does not.
"""

import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, sync_playwright

from openline.ui.pages_table import PAGES
from tests.browser.board import WIDE, launch, running_board

ROUNDS: Final = 7
_CHANNEL: Final = "parties=China%3B%20United%20States&channel=Defence%20ministers"
_SMALL: Final = "benchmarks/small_chart.py"
_PAINTED: Final = """() => {
  const app = document.querySelector('[data-testid=stApp]');
  if (app?.dataset.testScriptState !== 'notRunning') return false;
  const charts = [...document.querySelectorAll('[data-testid=stPlotlyChart]')];
  return charts.every(chart => chart.querySelector('.main-svg .plot'))
    && (charts.length > 0 || !!document.querySelector('.ol-context, .ol-headline'));
}"""


def main() -> None:
    """Print the median time of each page, and its ratio to that of the small chart."""
    pages = {page.title: f"/{page.path}" for page in PAGES}
    pages["Channel"] += f"?{_CHANNEL}"
    times: dict[str, list[float]] = {title: [] for title in ("Small chart", *pages)}
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
                seconds = _paint(browser, address)
                if turn:  # the first turn warms both processes
                    found.append(seconds)
    least = statistics.median(times["Small chart"])
    for title, found in times.items():
        middle = statistics.median(found)
        ratio = f"{middle / least:.2f} times the small chart"
        sys.stdout.write(f"{title:<12} {middle * 1000:>6,.0f} ms  {ratio}\n")


def _paint(browser: Browser, address: str) -> float:
    width, height = WIDE
    with browser.new_context(viewport={"width": width, "height": height}) as visitor:
        page = visitor.new_page()
        start = time.perf_counter()
        page.goto(address, wait_until="commit")
        page.wait_for_function(_PAINTED, polling=20)
        return time.perf_counter() - start


if __name__ == "__main__":
    main()
