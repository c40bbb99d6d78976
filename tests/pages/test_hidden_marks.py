"""What cannot be seen in a record is seen on every page."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import pytest

from openline.ui.pages_table import PAGES, Page
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
    rows = [
        (f"{NAME}{one}", f"A{NAME}; B", f"lv{NAME}", f"k{NAME}", *told, f"A{NAME}", *[NAME] * 4)
        for one in "XY"
        for told in STORY
    ]
    put_record(csv_text(rows, COLUMNS))
    at = run_page(page.script, **view)
    assert not at.exception
    shown = [leaf for leaf in _leaves(at._tree) if leaf.type != "bidi_component"]  # noqa: SLF001
    for leaf in shown:
        words = leaf.proto.SerializeToString().decode("utf-8", "replace")
        assert not [mark for mark in MARKS if mark in words], leaf.type
        assert not re.search(r"\\u(202e|2066|200b)", words), leaf.type
