"""Files as analysts add them, each turned into a saved board by choices alone."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.board import choose_option, load, wait_idle
from tests.browser.intake_files import BROUGHT, SHOW, Act


@pytest.mark.parametrize("name", ["missions.csv", "log.xlsx"])
def test_a_file_of_another_build_becomes_a_board_by_choices_alone(page: Page, name: str) -> None:
    """Each question is answered where the bar leads; no cell is edited."""
    brought = BROUGHT[name]
    load(page, "/records")
    page.locator('input[type="file"]').set_input_files(
        {"name": name, "mimeType": "application/octet-stream", "buffer": brought.data}
    )
    for words, acts in brought.steps.items():
        expect(page.locator(".st-key-records_bar")).to_contain_text(words)
        for act in acts:
            _do(page, act)
    expect(page.locator(".ol-headline").first).to_contain_text("has no errors")
    page.get_by_label("Your name", exact=True).fill("Ann")
    page.get_by_label("Your name", exact=True).press("Tab")
    _do(page, "Save")
    expect(page.locator(".ol-headline").first).to_contain_text("revision 1.")
    _do(page, "Open it on the board")
    expect(page.locator(".ol-headline").first).to_contain_text(brought.says)


def _do(page: Page, act: Act) -> None:
    wait_idle(page)
    if isinstance(act, tuple):
        label, option = act
        choose_option(page.get_by_label(label, exact=True), option)
        expect(page.get_by_label(label, exact=True)).to_have_value(option)
        return
    button = page.locator(".st-key-records_bar button")
    expect(button).to_contain_text(act)
    expect(button).to_be_enabled()
    button.click()
    if act == SHOW:
        expect(page.locator(".st-key-records_choices input:focus")).to_have_count(1)
