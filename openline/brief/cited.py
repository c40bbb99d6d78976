"""Sources of a brief: each is numbered where it is first cited, and listed once at the end."""

from collections.abc import Iterable

import pandas as pd

from openline.markup.links import cited, outside_link
from openline.markup.text import NOTHING, Markup, tag

_Key = tuple[object, object]


class Sources:
    """The sources cited so far, in the order in which they were."""

    def __init__(self) -> None:
        self._numbers: dict[_Key, int] = {}

    def mark(self, row: pd.Series) -> Markup:
        """Return the number of what a row cites, as a link to its line; nothing without one."""
        whole = cited(row)
        if not isinstance(whole, str) or not whole:
            return NOTHING
        number = self._numbers.setdefault((whole, row["source_url"]), len(self._numbers) + 1)
        link = tag("a", str(number), href=f"#source-{number}", aria_label=f"Source {number}")
        return tag("sup", link)

    def listed(self) -> Markup:
        """Return the list of all that was cited, with addresses where they can be linked."""
        return tag("ol", self._lines(), "sources")

    def _lines(self) -> Iterable[Markup]:
        for (whole, url), number in self._numbers.items():
            yield tag("li", outside_link(whole, url), id=f"source-{number}")

    def __len__(self) -> int:
        return len(self._numbers)
