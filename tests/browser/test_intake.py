"""Files as analysts add them, each turned into a saved board by choices alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import pytest
from playwright.sync_api import Page, expect

from tests.browser.board import load, open_list, wait_idle
from tests.browser.intake_files import DISPUTES, MISSIONS, TRANSITIONS, merged_log, shutdowns

_Act = str | tuple[str, str]
"""A button of the bar to press, or the label of a field and the choice in it."""
_COLUMNS: Final = "proposed column"
_MAKE: Final = "Make these columns"
_DATES: Final = "Use these dates"
_ORDER: Final = "Use this order"
_SHOW: Final = "Show the choice"


@dataclass(frozen=True)
class _Brought:
    """A file: its bytes, the acts in answer to the bar's words, and what its board says."""

    data: bytes
    steps: Mapping[str, Sequence[_Act]]
    says: str


def _one_state(state: str) -> tuple[_Act, ...]:
    value = ("The value of state in all rows", state)
    return _SHOW, ("state is made of", "one value for all rows"), value, _MAKE


_FILES: Final = {
    "missions.csv": _Brought(
        MISSIONS.encode(),
        {
            "Line 3 looks like the header": ("Read it from line 3",),
            "which column is which": (_COLUMNS,),
            "what to make the missing columns from": (_MAKE,),
            "no column of state": _one_state("open"),
            "which rows are not observations": ("Leave these rows out",),
            "how the dates in “start”": (_ORDER,),
            "how the dates in “end”": (_ORDER,),
        },
        "On 31 Dec 2003, all 4 channels are open",
    ),
    "transitions.csv": _Brought(
        TRANSITIONS.encode(),
        {
            "what to make the missing columns from": (_MAKE,),
            "no column of state": (
                _SHOW,
                ("state is made of", "the column “status_change”"),
                _MAKE,
            ),
            "what its words mean": (
                _SHOW,
                ("Word 1 is read as", "open"),
                ("Word 2 is read as", "severed"),
                ("Word 3 is read as", "partial"),
                "Use these words",
            ),
        },
        "On 1 Feb 1992, 1 of 3 channels is severed",
    ),
    "disputes.csv": _Brought(
        DISPUTES.encode(),
        {
            "what to make the missing columns from": (_MAKE,),
            "no column of state": _one_state("severed"),
        },
        "On 8 Jul 1978, 1 of 4 channels is severed and 3 unknown",
    ),
    "shutdowns.xlsx": _Brought(
        shutdowns(),
        {
            "which column is which": (_COLUMNS,),
            "no column of channel": (
                _SHOW,
                ("channel is made of", "the column “Area”"),
                *_one_state("severed")[1:],
            ),
            "a column with hardly any known words holds": ("Use these columns",),
            "how the dates in “start”": (_DATES,),
            "how the dates in “end”": (_DATES,),
        },
        "On 3 Jan 2024, 2 of 4 channels are severed and 2 unknown",
    ),
    "log.xlsx": _Brought(
        merged_log(),
        {
            "which column is which": (_COLUMNS,),
            "whether empty cells take the value above": ("Fill these cells",),
            "who the parties are": ("Use these parties",),
            "what its words mean": ("proposed words",),
            "how the dates in “date”": (_DATES,),
        },
        "On 30 Nov 2022, 2 of 3 channels are severed and 1 open",
    ),
}


@pytest.mark.parametrize("name", _FILES)
def test_a_file_of_another_build_becomes_a_board_by_choices_alone(page: Page, name: str) -> None:
    """Each question is answered where the bar leads; no cell is edited."""
    brought = _FILES[name]
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


def _do(page: Page, act: _Act) -> None:
    wait_idle(page)
    if isinstance(act, tuple):
        label, option = act
        open_list(page.get_by_label(label, exact=True))
        page.get_by_role("option", name=option, exact=True).click()
        wait_idle(page)
        expect(page.get_by_label(label, exact=True)).to_have_value(option)
        return
    button = page.locator(".st-key-records_bar button")
    expect(button).to_contain_text(act)
    expect(button).to_be_enabled()
    button.click()
    if act == _SHOW:
        expect(page.locator(".st-key-records_choices input:focus")).to_have_count(1)
