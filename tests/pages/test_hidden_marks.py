"""What cannot be seen in a record is seen on every page."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from streamlit.testing.v1 import AppTest

from openline.ui.pages import PAGES, Page
from tests.records import bring
from tests.screen import csv_text, run_page

Put = Callable[[str], Path]

MARKS: Final = ("\u202e", "\u2066", "\u200b")
NAME: Final = "\u202egnp\u2066.exe\u200b"
COLUMNS: Final = (
    *("channel", "parties", "level", "kind", "date", "event", "state", "actor", "summary"),
    *("cause", "source", "place"),
)
STORY: Final = (
    *(("2020-01-01", "", "open"), ("2020-03-01", "contact", ""), ("2021-05-01", "", "severed")),
    *(("2022-05-01", "", "partial"), ("2022-08-01", "", "severed"), ("2023-01-01", "contact", "")),
)
ROWS: Final = [
    (f"{NAME}{one}", f"A{NAME}; B", f"lv{NAME}", f"k{NAME}", *told, f"A{NAME}", *[NAME] * 4)
    for one in "XY"
    for told in STORY
]
OTHER: Final = [(f"a{NAME}", "1.2.2020", f"shut{NAME}"), (f"b{NAME}", "3.4.2020", "up")]
FILES: Final = (
    csv_text(ROWS, COLUMNS),
    csv_text(OTHER, (f"Line{NAME}", "When", f"Status{NAME}")),
)
VIEWS: Final[tuple[dict[str, str | list[str]], ...]] = (
    {},
    {"channel": f"{NAME}X", "parties": f"A{NAME}; B"},
    {"by": "cause", "level": f"lv{NAME}"},
)


def _leaves(node: Any) -> Iterator[Any]:
    if children := getattr(node, "children", None):
        for child in children.values():
            yield from _leaves(child)
    elif hasattr(node, "proto"):
        yield node


@pytest.mark.parametrize("view", VIEWS, ids=["all", "one", "filtered"])
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.title)
def test_marks_that_cannot_be_seen_reach_no_page(
    page: Page, view: dict[str, str | list[str]], put_record: Put
) -> None:
    """Neither figures, with what is read aloud of them, nor tables, lists and sentences have a
    mark that turns text round or a letter without a shape."""
    put_record(csv_text(ROWS, COLUMNS))
    _check(run_page(page.script, **view))


@pytest.mark.parametrize("text", FILES, ids=["sound", "foreign"])
def test_a_file_that_is_brought_shows_them(text: str) -> None:
    """Its problems, rows, choices, and the table in which it is mended, have none of them."""
    at = bring(text, f"{NAME}.csv")
    _check(at)
    if text == FILES[0]:
        _check(at.toggle(key="records_mend_edit").set_value(True).run())


def _check(at: AppTest) -> None:
    assert not at.exception
    shown = [leaf for leaf in _leaves(at._tree) if leaf.type != "bidi_component"]  # noqa: SLF001 - all of it
    for leaf in shown:
        words = leaf.proto.SerializeToString().decode("utf-8", "replace")
        assert not [mark for mark in MARKS if mark in words], leaf.type
        assert not re.search(r"\\u(202e|2066|200b)", words), leaf.type
