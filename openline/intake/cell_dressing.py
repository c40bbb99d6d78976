"""What other programs leave around a cell's text: `="2019-05-03"` and `'2019-05-03`, by which
spreadsheets keep text as text, and characters escaped for HTML (`&amp;`)."""

import html
import re
from dataclasses import dataclass
from itertools import islice
from typing import Final

from openline.intake.source import Source

_FORMULA: Final = re.compile(r'="([^"]*(?:""[^"]*)*)"')
_KEPT_AS_TEXT: Final = re.compile(r"'(\d[^']*)")
_ENTITY: Final = re.compile(r"&(?:[A-Za-z]{2,8}\d{0,2}|#\d{2,6}|#x[0-9A-Fa-f]{2,5});")
_EXAMPLES: Final = 3


@dataclass(frozen=True)
class Dressing:
    """The cells that have something around their text: how many, a few of them with the bare text,
    and all rows of the file with bare texts, the header first."""

    cells: int
    examples: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, ...], ...]


def undressed(cell: str) -> str:
    """Return the bare text of a cell.

    >>> undressed('="2019-05-03"'), undressed("'2019-05-03"), undressed("Talks &amp; visits")
    ('2019-05-03', '2019-05-03', 'Talks & visits')
    """
    text = cell.strip()
    if match := _FORMULA.fullmatch(text):
        text = match[1].replace('""', '"')
    elif match := _KEPT_AS_TEXT.fullmatch(text):
        text = match[1]
    return _ENTITY.sub(lambda one: html.unescape(one[0]), text)


def find_dressing(source: Source) -> Dressing | None:
    """Return what is around the text of cells, None if nothing is."""
    if not source.rows.is_whole:
        return None
    cells = [cell for row in source.rows for cell in row.cells if _may_be_dressed(cell)]
    changed = [(cell, text) for cell in cells if (text := undressed(cell)) != cell.strip()]
    if not changed:
        return None
    rows = (
        tuple(undressed(cell) if _may_be_dressed(cell) else cell for cell in row.cells)
        for row in source.rows
        if any(map(str.strip, row.cells))
    )
    return Dressing(len(changed), tuple(islice(dict.fromkeys(changed), _EXAMPLES)), tuple(rows))


def _may_be_dressed(cell: str) -> bool:
    return "&" in cell or cell.lstrip()[:1] in ("=", "'")
