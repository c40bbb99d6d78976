"""An analyst's normal week, in a browser: the next file of a record, and a few new rows."""

from collections.abc import Callable
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, Page, expect

from openline.intake.choices import Choices
from openline.intake.edits import Edits
from openline.store.revisions import Revision
from openline.store.store import Store
from openline.ui.records.draft import Draft
from openline.ui.records.save import choices_of, upload_of
from tests.browser.board import WIDE, load, wait_idle
from tests.browser.test_journeys import NARROW
from tests.browser.test_records import SECONDS, headline, upload
from tests.browser.windows import visitor

HEAD: Final = "Line;When;Status;Note\n"
FIRST: Final = (
    f"{HEAD}Hotline;5.8.2022;shut;\nTalks;14.8.2022;up;\nForum;31.2.2022;up;\nTotal;3;;\n"
)
NEXT: Final = (
    f"{HEAD}Forum;31.2.2022;up;\nHotline;5.8.2022;shut;\nTalks;14.8.2022;up;\n"
    "Talks;1.9.2022;shut;off\nTotal;3;;\n"
)
NAMES: Final = ("Weekly lines", "Pasted lines")
CHOICES: Final[dict[str, Any]] = {
    "names": {"Line": "channel", "When": "date", "Status": "state"},
    "words": {"state": {"shut": "severed", "up": "open"}},
    "dates": {"date": {"order": "day-first"}},
}


@pytest.fixture
def began(keep: Callable[..., Revision]) -> Callable[[str], None]:
    """Return a function that saves a record whose file was fixed."""

    def begin(name: str) -> None:
        draft = Draft.of("first.csv", FIRST.encode()).chosen(Choices.from_dict(CHOICES))
        mended = draft.edited(Edits({4: {"When": "2022-02-28"}}, (), frozenset({5})))
        told = {"choices": choices_of(mended), "original": upload_of(mended)}
        keep(mended.data, name=name, **told)

    return begin


def _address(name: str) -> str:
    return f"/records?record={name.replace(' ', '+')}"


def _press(page: Page, label: str) -> None:
    """Press the button of the bar, which must be in view, and wait for its effect."""
    button = page.locator(".st-key-records_bar").get_by_role("button")
    expect(button).to_have_text(label)
    wait_idle(page)
    expect(button).to_be_in_viewport(ratio=1)
    button.click()
    wait_idle(page)


def _say_who(page: Page, who: str) -> None:
    page.get_by_label("Your name", exact=True).fill(who)
    page.get_by_label("Your name", exact=True).press("Tab")
    wait_idle(page)
    expect(page.locator(".st-key-records_bar")).to_contain_text("Ready to save")


def test_the_next_file_is_saved_with_two_clicks(
    began: Callable[[str], None], kept: Store, browser: Browser, board: str
) -> None:
    """The first reads it like the one before, including fixes, and shows what it changes; the
    second saves it, in a narrow window too. From then on the browser knows who saves, even on next
    week's visit, made here in a wide one."""
    name = NAMES[0]
    began(name)
    address = _address(name)
    with visitor(browser, board, NARROW) as page:
        load(page, address)
        upload(page, NEXT)
        _press(page, f"Update “{name}”")
        expect(page.get_by_text("1 row added; the status of 1 channel changes")).to_be_in_viewport()
        expect(page.get_by_text("Line 2: When is “2022-02-28”")).to_be_visible()
        expect(page.get_by_text("Line 6 is left out: Total, 3")).to_be_visible()
        _say_who(page, "Ann")
        _press(page, "Save as revision 2")
        expect(headline(page)).to_contain_text(f"saved as “{name}”, revision 2.", timeout=SECONDS)
        later = page.context.new_page()
        later.set_viewport_size({"width": WIDE[0], "height": WIDE[1]})
        load(later, address)
        wait_idle(later, at_least=2)  # in the second run the browser reports who saved last
        upload(
            later, f"{NEXT.replace('Forum;31.2.2022;up', 'Forum;1.3.2022;up')}Talks;2.9.2022;up;\n"
        )
        _press(later, f"Update “{name}”")
        expect(later.get_by_text("1 row fixed or left out last time")).to_be_visible()
        _press(later, "Save as revision 3")
        expect(headline(later)).to_contain_text("revision 3.", timeout=SECONDS)
    assert kept.revision(name).saved_by == "Ann"


def test_a_few_rows_are_pasted_onto_a_record(
    began: Callable[[str], None], kept: Store, browser: Browser, board: str
) -> None:
    """They have no header, and one is already known: they go into the record's columns, are read
    with its words and dates, and are saved with the second click."""
    name = NAMES[1]
    began(name)
    with visitor(browser, board) as page:
        load(page, _address(name))
        page.get_by_text("Paste rows", exact=True).click()
        rows = "Talks\t14.8.2022\tup\nTalks\t1.9.2022\tshut\toff\n"
        page.get_by_role("textbox", name="Rows copied from a sheet").fill(rows)
        page.get_by_role("button", name=f"Add them to “{name}”").click()
        wait_idle(page)
        expect(page.get_by_text("1 row was added to revision 1; 1 row it already")).to_be_visible()
        expect(page.get_by_text("1 row added; the status of 1 channel changes")).to_be_in_viewport()
        _say_who(page, "Bo")
        _press(page, "Save as revision 2")
        expect(headline(page)).to_contain_text("revision 2.", timeout=SECONDS)
    assert kept.bytes_of(name).decode().endswith("Talks;2022-09-01;severed;off\n")
