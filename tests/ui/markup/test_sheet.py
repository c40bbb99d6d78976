"""The style of pages, and how they print."""

import re
from pathlib import Path

import pytest

from openline.figures.theme import MEDIUM, NARROW, WIDE, css_variables
from openline.record.columns import STATUS_WORDS
from openline.ui.browser import components
from openline.ui.browser.components import read_file
from openline.ui.markup.sheet import grown, reserved, running_heads, style_sheet

_FILES = sorted((Path(components.__file__).parent / "style").glob("*.css"))
_OF_COMPONENTS = {"copy_button.css", "drawing.css", "save_figure.css"}


@pytest.mark.parametrize("file", _FILES, ids=lambda file: file.name)
def test_every_file_is_part_of_the_sheet_and_names_no_colour(file: Path) -> None:
    """Colours are the theme's own tokens, and no file is forgotten; what looks like a tag would
    make Streamlit drop the whole style."""
    rules = read_file(f"style/{file.name}")
    assert not re.search(r"#[0-9a-f]{3,6}\b(?![^{]*\{)|\brgb", rules)
    assert "<" not in rules
    assert (rules in style_sheet({})) is (file.name not in _OF_COMPONENTS)


@pytest.mark.parametrize("file", _FILES, ids=lambda file: file.name)
def test_no_rule_for_a_part_hangs_on_what_the_whole_page_holds(file: Path) -> None:
    """Such a rule has the browser look through the whole page again for each name that a figure
    measures: Gaps took three times as long to draw."""
    whole = r"\.st(?:App|AppViewContainer|Main|MainBlockContainer):has\([^{},]*\)"
    assert not re.findall(whole + r" (?=[.\[#])[^{},]*\{", file.read_text(encoding="utf-8"))


def test_the_theme_s_tokens_come_first_and_paper_last() -> None:
    """What paper changes stands behind all else."""
    assert style_sheet({}).startswith(f"<style>{css_variables()}")
    assert style_sheet({}).endswith(f"{read_file('style/print.css')}</style>")


def test_each_state_has_a_class() -> None:
    """A run of a state's role finds its colour."""
    found = style_sheet({})
    assert all(f".ol-{state} {{" in found for state in STATUS_WORDS)


def test_places_keep_their_height_and_may_grow() -> None:
    """A place is at least as high as it was announced for the window's width, which the browser
    knows before the board does."""
    heights = {WIDE: 30, MEDIUM: 50, NARROW: 76}
    rules = style_sheet({"ol_context": heights})
    narrower = rules.index("min-height: 50px"), rules.index("min-height: 76px")
    assert rules.index("min-height: 30px") < narrower[0] < narrower[1]
    assert "@media screen and (max-width: 1100px) {" in rules[: narrower[0]]
    assert "min-height: 444px" in reserved("ol_timeline", 444)
    assert "overflow: visible" in grown("ol_top", heights)


def test_a_page_is_printed_on_a4_and_nothing_is_parted() -> None:
    """The sheet and its margins are named; a figure and a row stay whole, and a heading stays
    with what follows."""
    rules = read_file("style/print.css")
    assert "@page { size: A4; margin: 9mm 9mm 11mm; }" in rules
    assert (
        ":is(.ol-table, .stMarkdown) tr, .ol-observation, .ol-item { break-inside: avoid; }"
        in rules
    )
    assert "break-after: avoid" in rules


def test_a_meaning_is_shown_on_hover_and_on_focus() -> None:
    """Pointer and keyboard both bring a meaning up."""
    shown = ".ol-explained:hover .ol-tip, .ol-term:focus + .ol-tip { display: block; }"
    assert shown in read_file("style/terms.css")


def test_a_running_head_is_text_whatever_it_says() -> None:
    """Quotation marks, backslashes and tags cannot end the rule that prints it."""
    made = running_heads('A <b>"\\')
    assert '@top-center { content: "A\\20 \\3c b\\3e \\22 \\5c "; ' in made
    assert "@bottom-center" in made
