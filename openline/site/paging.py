"""Long lists, parted into pages that lead to each other."""

from collections.abc import Iterator
from typing import Final

from openline.markup.text import NOTHING, Markup, tag

_ROWS_A_PAGE: Final = 250


def paged(rows: int, name: str) -> Iterator[tuple[str, slice, Markup]]:
    """Give the file of each page of a list, the places of its rows, and the way to the others."""
    files = [f"{name}.html"]
    files += [f"{name}-{page}.html" for page in range(2, -(-rows // _ROWS_A_PAGE) + 1)]
    near = [file.rpartition("/")[2] for file in files]
    for at, file in enumerate(files):
        yield file, slice(at * _ROWS_A_PAGE, (at + 1) * _ROWS_A_PAGE), _ways(near, at)


def _ways(files: list[str], at: int) -> Markup:
    if len(files) == 1:
        return NOTHING
    before = tag("a", "Previous page", href=files[at - 1], rel="prev") if at else NOTHING
    after = tag("a", "Next page", href=files[at + 1], rel="next") if files[at + 1 :] else NOTHING
    place = f"Page {at + 1:,} of {len(files):,}"
    return tag("nav", (before, tag("span", place), after), "pages", aria_label="Pages of this list")
