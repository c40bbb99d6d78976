"""A published site in a browser: anybody can read it, with scripts and without."""

import csv
import io
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from openline.cli import main
from openline.settings import BUNDLED_FILE
from tests.browser.board import watch
from tests.browser.test_accessibility import FAULTS
from tests.site.built import HOSTILE_LINES

PAIR: Final = "China; United States"
THEMES: Final[tuple[Literal["light", "dark"], ...]] = ("light", "dark")
HEADER: Final = "channel,parties,date,event,state,actor,summary,cause,source,source_url"


class _Quiet(SimpleHTTPRequestHandler):
    """A plain web server that logs nothing."""

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """Yield the address and the folder of a site with one pair's channels, and with hostile
    ones."""
    place = tmp_path_factory.mktemp("site")
    rows = csv.DictReader(io.StringIO(BUNDLED_FILE.read_text(encoding="utf-8")))
    text = io.StringIO()
    out = csv.DictWriter(text, HEADER.split(","), extrasaction="ignore")
    out.writeheader()
    out.writerows(row for row in rows if row["parties"] == PAIR)
    lines = "\n".join(HOSTILE_LINES)
    (place / "lines.csv").write_text(f"{text.getvalue()}{lines}\n", encoding="utf-8")
    site = place / "public"
    day = ["--as-of", "2023-10-05", "--today", "2026-11-25"]
    assert main(["site", str(place / "lines.csv"), "-o", str(site), *day]) == 0
    server = ThreadingHTTPServer(("localhost", 0), partial(_Quiet, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://localhost:{server.server_port}", site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _pages(folder: Path) -> list[str]:
    """Return pages of each kind, with a hostile name and with a plain one."""
    own = ["index", "parties", "channels", "sides", "data", "find", "method"]
    found = [f"{name}.html" for name in own]
    for kind in ("parties", "channels"):
        names = sorted(path.name for path in (folder / kind).iterdir())
        plain = next(name for name in names if name.startswith("china-united-states"))
        hostile = next(name for name in names if "script" in name)
        found += [f"{kind}/{plain}", f"{kind}/{hostile}"]
    return found


def _faults(page: Page) -> list[tuple[str, str]]:
    found = Axe().run(page, options=FAULTS).response["violations"]
    return [(one["id"], one["nodes"][0]["html"][:200]) for one in found]


def test_a_site_is_read_on_a_desk_and_a_telephone_without_a_fault(
    served: tuple[str, Path], browser: Browser
) -> None:
    """Axe finds no fault, in light and dark; nothing is wider than the window, requested from
    elsewhere or refused by the policy; a channel is found by typing; and without scripts everything
    can be read."""
    address, folder = served
    faults: list[tuple[str, str, tuple[str, str]]] = []
    with browser.new_context(base_url=address) as context:
        page = context.new_page()
        seen = watch(page, address)
        for width, theme in zip((1440, 390), THEMES, strict=True):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=theme)
            for name in _pages(folder):
                page.goto(f"/{name}")
                faults += [(name, theme, fault) for fault in _faults(page)]
                assert page.evaluate("document.documentElement.scrollWidth") == width, name
        assert faults == []
        page.goto("/find.html?q=us%20DEFENSE%20telephone%20link")
        expect(page.get_by_role("status")).to_have_text("1 channel")
        page.get_by_role("link", name="Defense Telephone Link").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Defense Telephone Link")
        drawing = page.locator("figure svg.narrow")
        expect(drawing).to_be_visible()
        assert drawing.evaluate("one => getComputedStyle(one).fontFamily").startswith('"Source')
        seen.end()
        assert seen.external == []
        assert seen.errors == []
    with browser.new_context(base_url=address, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto("/index.html")
        page.get_by_role("link", name="Find").click()
        expect(page.get_by_label("Words of a channel")).to_be_hidden()
        page.get_by_role("main").get_by_role("link", name="parties").click()
        page.get_by_role("link", name="China–United States").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text(
            "On 5 Oct 2023, 9 of 12 China–United States channels are severed"
        )
