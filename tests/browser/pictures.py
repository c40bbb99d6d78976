"""Pictures of the board for the documents: `python -m tests.browser.pictures`."""

import tempfile
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Final, Literal

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from openline.analysis.filters import Filters
from openline.analysis.question import Question
from openline.brief.brief import Brief
from openline.brief.document import brief_html
from openline.record.reading import read_record
from tests.browser.board import ROOT, TODAY, launch, running_board, wait_idle
from tests.browser.runs import HEARING

__all__ = ["PICTURES", "Picture", "main"]

FOLDER: Final = ROOT / "docs" / "pictures"
_PAIR: Final = "asof=2023-10-05&parties=China%3B%20United%20States"
_FAULTY: Final = """\
channel,parties,date,event,state,summary,source
Military hotline,Arland; Berland,2019-03-01,,open,The line was opened.,Herald
Military hotline,Arland; Berland,05/08/2022,,shut,Berland cut the line.,Herald
Military hotline,Arland; Berland,2022-13-01,overture,,Arland asked for talks.,Gazette
Annual talks,Arland; Berland,2018-05-10,contact,open,The first round was held.,Herald
Annual talks,Arland; Berland,2021-06-14,refusal,severed,Berland called off the talks.,Gazette
Annual talks,Arland; Berland,,change,partial,Both agreed to resume.,Herald
Joint patrol,Arland; Cesland,2016-02-01,,open,The first patrol went out.,Gazette
"""
_NARROW: Final = 390
_TELEPHONE: Final = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome Mobile Safari"
_COLOURS: Final = 256
_MOST_BYTES: Final = 200_000
_CHART: Final = ".js-plotly-plot .main-svg"
_SIDEBAR: Final = '[data-testid="stSidebar"] [data-testid="stMultiSelect"] >> nth=0'


@dataclass(frozen=True)
class Picture:
    """One picture: its file's name, the address that it shows, its width, its theme, and the height
    at which it is cut, None for the whole page; whether it has a chart; and the file to add to the
    page first."""

    name: str
    address: str
    width: int = 1440
    theme: Literal["light", "dark"] = "light"
    most_height: int | None = None
    chart: bool = True
    brings: str = ""


_PAGES: Final = (
    Picture("status", f"/?{_PAIR}"),
    Picture("channel", f"/channel?{_PAIR}&channel=Defence%20ministers", most_height=1500),
    Picture("gaps", "/gaps", most_height=2100),
    Picture("openings", "/openings", most_height=1500),
    Picture("compare", "/compare", most_height=1500),
    Picture("records", "/records", brings=_FAULTY),
    Picture("method", "/method", most_height=1500, chart=False),
)
PICTURES: Final = tuple(
    replace(
        page,
        name="-".join(filter(None, (page.name, *kind))),
        width=_NARROW if "390" in kind else page.width,
        theme="dark" if "dark" in kind else "light",
    )
    for page in _PAGES
    for kind in ((), ("dark",), ("390",), ("390", "dark"))
)
"""Every picture, in the order of taking."""


_BRIEF: Final = Picture("brief", "", width=900, most_height=1500, chart=False)


def main() -> None:
    """Retake every picture from a board started for the purpose."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        running_board(Path(folder) / "board.log") as board,
        sync_playwright() as playwright,
        launch(playwright) as browser,
    ):
        for picture in PICTURES:
            _save(picture, _take(picture, browser, board))
        _save(_BRIEF, _printed(browser))


def _printed(browser: Browser) -> bytes:
    """Take the beginning of the brief of a pair, as drawn in a window."""
    record = read_record((ROOT / "data" / "channels.csv").read_bytes(), date.fromisoformat(TODAY))
    filters = Filters(parties=("China; United States",))
    question = Question(record, date(2023, 10, 5), filters)
    brief = Brief(question, "Bundled record", date.fromisoformat(TODAY), date(2026, 6, 30))
    height = _BRIEF.most_height or 0
    with browser.new_context(viewport={"width": _BRIEF.width, "height": height}) as visitor:
        page = visitor.new_page()
        page.set_content(brief_html(brief))
        return page.screenshot(animations="disabled")


def _take(picture: Picture, browser: Browser, board: str) -> bytes:
    with browser.new_context(
        base_url=board,
        color_scheme=picture.theme,
        viewport={"width": picture.width, "height": 844},
        # A phone identifies itself, and has its own layout of figures from the first drawing on.
        user_agent=_TELEPHONE if picture.width == _NARROW else None,
    ) as visitor:
        visitor.add_init_script(HEARING)
        page = visitor.new_page()
        page.goto(picture.address)
        wait_idle(page)
        if picture.brings:
            _bring(page, picture.brings)
        _wait_until_drawn(page, picture.chart)
        # The page scrolls inside the window, so the window has to be as high as the page.
        height = page.locator('[data-testid="stMain"]').evaluate("main => main.scrollHeight")
        height = min(height, picture.most_height or height)
        page.set_viewport_size({"width": picture.width, "height": height})
        _wait_until_drawn(page, picture.chart)
        return page.screenshot(animations="disabled")


def _bring(page: Page, text: str) -> None:
    """Add a file to the page Records."""
    file = page.locator('input[type="file"]')
    file.set_input_files({"name": "lines.csv", "mimeType": "text/csv", "buffer": text.encode()})
    page.locator(".ol-problems").first.wait_for()
    wait_idle(page)


def _wait_until_drawn(page: Page, chart: bool) -> None:
    for found in (_CHART, _SIDEBAR) if chart else (_SIDEBAR,):
        page.wait_for_selector(found, state="attached")
    page.wait_for_selector('[data-testid="stSkeleton"]', state="detached")
    page.evaluate("() => document.fonts.ready.then(() => true)")
    wait_idle(page)


def _save(picture: Picture, taken: bytes) -> None:
    """Write a picture with as few colours as a drawing needs."""
    drawn = Image.open(BytesIO(taken)).convert("RGB")
    # Colours tell states: the commonest colours stay exact, and the edges of letters take the
    # nearest.
    found = sorted(drawn.getcolors(drawn.width * drawn.height) or [], reverse=True)
    palette = Image.new("P", (1, 1))
    exact = [colour for _, colour in found[:_COLOURS] if isinstance(colour, tuple)]
    palette.putpalette([part for colour in exact for part in colour])
    few = drawn.quantize(palette=palette, dither=Image.Dither.NONE)
    path = FOLDER / f"{picture.name}.png"
    few.save(path, optimize=True)
    size = path.stat().st_size
    if size > _MOST_BYTES:
        raise ValueError(f"{path.name} has {size:,} bytes; the most are {_MOST_BYTES:,}.")


if __name__ == "__main__":
    main()
