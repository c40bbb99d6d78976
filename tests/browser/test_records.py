"""Records in a browser: from a faulty file to a link that a colleague opens."""

import contextlib
from collections.abc import Callable
from typing import Final

from playwright.sync_api import Error, Locator, Page, Position, expect

from openline.store.revisions import Revision
from tests.browser.board import choose_option, load, next_run, resize, wait_idle
from tests.records import BAD, GOOD

LONG: Final = "channel,date,state,summary\n" + "".join(
    f"Line {i % 40},{1960 + i // 40},open,{'What happened. ' * 220}\n" for i in range(2_000)
)
"""A file of few rows that takes long enough to read for a bar."""
SECONDS: Final = 30_000
"""The longest time for a save here, in milliseconds."""
PAUSE: Final = 150
"""The milliseconds that the table takes to notice typed text."""
QUICK: Final = 800
"""The longest time for one attempt to choose a cell, in milliseconds."""
TRIES: Final = 30
TABLE: Final = ".st-key-records_mend_table"
NEW_ROWS: Final = ".st-key-records_mend_new"
MANY: Final = BAD + "".join(f"Line {i},,2020-01-01,,opne\n" for i in range(40))
"""A file with so many faulty rows that their table scrolls."""
FIRST: Final[Position] = {"x": 20, "y": 50}
"""A place in the first cell of the table."""


def upload(page: Page, text: str, name: str = "journey.csv") -> None:
    """Add a file."""
    wait_idle(page)
    page.locator('input[type="file"]').set_input_files(
        {"name": name, "mimeType": "text/csv", "buffer": text.encode()}
    )
    expect(page.locator(".ol-headline").first).to_contain_text(name, timeout=SECONDS)
    wait_idle(page)


def choose(page: Page, column: str, row: int, table: str = TABLE) -> None:
    """Choose a cell of the table for fixing rows, by keyboard from the first one."""
    grid = page.locator(table)
    heads = grid.get_by_role("columnheader", include_hidden=True)
    expect(heads.first).to_be_attached()
    place = heads.all_text_contents().index(column)
    keys = ["ArrowRight"] * place + ["ArrowDown"] * row
    first, chosen = (
        grid.locator(f"#glide-cell-{column_at}-{row_at}[aria-selected=true]")
        for column_at, row_at in ((0, 0), (place, row))
    )
    for _ in range(TRIES):  # the table is redrawn after each change, and then loses keys
        with contextlib.suppress(Error):
            grid.locator(".dvn-scroller").click(position=FIRST)
            first.wait_for(state="attached", timeout=QUICK)
            for key in keys:
                page.keyboard.press(key)
            # The table tells of a choice after a while, so not each step is waited for.
            chosen.wait_for(state="attached", timeout=QUICK)
            return
    raise AssertionError(f"row {row} of {column} cannot be chosen")


def write(page: Page, column: str, row: int, text: str, table: str = TABLE) -> None:
    """Write into a cell: choose it, open it, type over its content, press Enter."""
    choose(page, column, row, table)
    page.keyboard.press("Enter")
    opened = page.locator("textarea.gdg-input")
    expect(opened).to_be_focused()
    opened.fill(text)
    page.wait_for_timeout(PAUSE)
    with next_run(page):
        page.keyboard.press("Enter")
    expect(opened).to_have_count(0)


def headline(page: Page) -> Locator:
    """Return the sentence at the top of the page."""
    return page.locator(".ol-headline").first


def save_as(page: Page, name: str, who: str) -> None:
    """Save the file under a name."""
    page.get_by_label("Name of the record").fill(name)
    page.get_by_label("Your name", exact=True).fill(who)
    page.get_by_label("Your name", exact=True).press("Tab")
    wait_idle(page)
    page.get_by_role("button", name="Save", exact=True).click()
    wait_idle(page)
    expect(headline(page)).to_contain_text(f"is saved as “{name}”, revision 1.", timeout=SECONDS)


def _expect_beside(page: Page) -> None:
    """Expect the marked file to the right of the problems in a wide window, below them in a narrow
    one."""
    before = page.viewport_size
    assert before is not None
    for width, is_beside in ((1440, True), (1110, False)):
        resize(page, width, before["height"])
        wrong = page.locator(".st-key-records_wrong").bounding_box()
        rows = page.locator(".st-key-records_rows").bounding_box()
        assert wrong is not None
        assert rows is not None
        assert (rows["x"] >= wrong["x"] + wrong["width"]) is is_beside
        assert (rows["y"] >= wrong["y"] + wrong["height"]) is not is_beside
    resize(page, before["width"], before["height"])


def test_what_is_mended_outlives_another_page(page: Page) -> None:
    """Going to Status and back loses no typed text; the marked file is to the right of the
    problems."""
    load(page, "/records")
    upload(page, BAD)
    _expect_beside(page)
    write(page, "date", 0, "2022-08-05")
    expect(headline(page)).to_contain_text("has 1 error in 1 line")
    page.get_by_role("link", name="Status").click()
    wait_idle(page)
    expect(headline(page)).to_contain_text("channels are severed")
    wait_idle(page)
    page.get_by_role("link", name="Records").click()
    wait_idle(page)
    expect(headline(page)).to_contain_text("journey.csv has 1 error in 1 line")
    write(page, "state", 0, "open")
    expect(headline(page)).to_contain_text("journey.csv has no errors")


def test_a_row_is_mended_in_a_form_on_a_phone(page: Page) -> None:
    """In a narrow window rows are fixed one by one, by keyboard, without sideways scrolling."""
    page.set_viewport_size({"width": 390, "height": 844})
    load(page, "/records")
    upload(page, BAD)
    for label, text in (("date, faulty", "2022-08-05"), ("state, faulty", "open")):
        field = page.get_by_label(label)
        expect(field).to_be_visible()
        field.fill(text)
        field.press("Tab")
        wait_idle(page)
        expect(page.get_by_label(label)).to_have_count(0)
        if text != "open":
            page.get_by_role("button", name="Next faulty row").press("Enter")
            wait_idle(page)
            expect(page.get_by_text("Fix line 4")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.get_by_role("radio", name="In a table").press("Enter")
    wait_idle(page)
    expect(headline(page)).to_contain_text("has no errors; it can be saved.")
    expect(page.get_by_role("button", name="Undo")).to_be_visible()


def test_rows_are_added_and_taken_out(page: Page) -> None:
    """A new row is filled in and checked; a faulty one is ticked and removed."""
    load(page, "/records")
    upload(page, BAD)
    page.get_by_role("button", name="Add a row").click()
    wait_idle(page)
    for column, text in (("channel", "New"), ("date", "2023"), ("state", "open")):
        write(page, column, 0, text, NEW_ROWS)
    expect(page.locator(".ol-second").first).to_contain_text("2 rows of 2 channels were read")
    for row in (0, 1):
        choose(page, "remove", row)
        with next_run(page):
            page.keyboard.press("Enter")
    expect(headline(page)).to_contain_text("has no errors")
    wait_idle(page)
    apply = page.get_by_role("button", name="Apply changes")
    apply.click()
    wait_idle(page)
    expect(apply).to_have_count(0)
    expect(headline(page)).to_contain_text("has no errors")
    wait_idle(page)
    page.get_by_text("Change which column is which").click()
    choose_option(page.get_by_label("Column 2 is read as"), "another column", exact=False)
    page.get_by_role("button", name="Use these columns").first.click()
    wait_idle(page)
    expect(page.locator(".ol-file th").nth(2)).to_have_text("parties (2)")


def test_a_new_row_is_in_view_and_the_table_keeps_its_place(page: Page) -> None:
    """Below a scrolled table it is on its own; text written in it stays when another row is added,
    and so does text written above."""
    load(page, "/records")
    upload(page, MANY)
    write(page, "date", 0, "2022-08-05")
    expect(page.locator(".ol-second").first).to_contain_text("41 errors")
    scroller = page.locator(TABLE).locator(".dvn-scroller")
    scroller.evaluate("found => found.scrollTo(0, 500)")
    page.get_by_role("button", name="Add a row").click()
    wait_idle(page)
    expect(page.locator(NEW_ROWS)).to_be_in_viewport(ratio=1)
    assert scroller.evaluate("found => found.scrollTop") == 500
    write(page, "channel", 0, "New line", NEW_ROWS)
    expect(page.locator(".ol-second").first).to_contain_text("43 errors")
    page.get_by_role("button", name="Add a row").click()
    wait_idle(page)
    expect(page.locator(NEW_ROWS)).to_be_in_viewport(ratio=1)
    expect(page.locator(NEW_ROWS).locator("#glide-cell-3-0")).to_have_text("New line")
    expect(page.locator(".ol-second").first).to_contain_text("43 errors")


def test_a_newer_revision_is_shown_before_it_is_saved_over(
    keep: Callable[..., Revision], page: Page
) -> None:
    """Two people work on one record: the second is refused, sees what changed, and continues."""
    name = "Shared lines"
    keep(GOOD.encode(), name=name)
    load(page, "/records?record=Shared+lines")
    page.get_by_role("button", name="Work on it").click()
    wait_idle(page)
    expect(headline(page)).to_contain_text("Shared lines.csv is saved as")
    wait_idle(page)
    page.get_by_text("Edit the rows").click()
    write(page, "state", 1, "open")
    keep(GOOD.replace("severed", "partial").encode(), 1, name=name)
    page.get_by_label("Your name", exact=True).fill("Bo")
    page.get_by_label("Your name", exact=True).press("Tab")
    wait_idle(page)
    page.get_by_role("button", name="Save as revision").click()
    alert = page.get_by_role("alert").filter(has_text="has a newer revision, 2, saved by Ann")
    expect(alert).to_be_visible(timeout=SECONDS)
    expect(page.get_by_text("Between revision 1, from which you began, and 2")).to_be_visible()
    wait_idle(page)
    page.get_by_role("button", name="Save as revision 3").click()
    wait_idle(page)
    expect(headline(page)).to_contain_text("revision 3.", timeout=SECONDS)


def test_a_long_file_says_how_far_it_is_read(page: Page) -> None:
    """A bar shows while a long file is read, and is gone when the page is there."""
    load(page, "/records")
    page.evaluate(
        """() => { window.told = [];
        new MutationObserver(() => document.querySelectorAll('[data-testid=stProgress]')
          .forEach(bar => window.told.push(bar.innerText.trim())))
          .observe(document.body, {subtree: true, childList: true, characterData: true}); }"""
    )
    upload(page, LONG)
    told = page.evaluate("[...new Set(window.told)]")
    # The browser draws some steps only, depending on how fast the file is read: of two told in the
    # same moment the second replaces the first.
    assert {"Checking each row.", "Comparing the rows of each channel."} & set(told), told
    assert len(told) > 1
    expect(page.get_by_test_id("stProgress")).to_have_count(0)
