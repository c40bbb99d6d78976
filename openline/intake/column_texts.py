"""The distinct texts in the columns of a file, on which proposals rest."""

from collections import Counter
from collections.abc import Collection, Mapping
from itertools import islice

from openline.intake.arranging import Arrangement, arranged_rows
from openline.intake.choices import Choices
from openline.intake.edits import Edits
from openline.intake.left_out import left_out_lines
from openline.intake.source import Source
from openline.record.delimited import normal_name

Texts = Mapping[str, int]
"""The distinct non-empty texts of a column, trimmed, and how many rows have each."""


def column_texts(
    source: Source,
    choices: Choices,
    edits: Edits,
    columns: Collection[str] | None = None,
    most_rows: int | None = None,
) -> dict[str, Texts]:
    """Return the texts in columns after they are named, joined and filled, and before words and
    dates are read. They are keyed by the columns' names (`normal_name`); if a name occurs twice
    the first column counts. All columns are included unless some are named, and all rows unless
    `most_rows` are enough."""
    arrangement = Arrangement.of(source, choices)
    places: dict[str, int] = {}
    for place, name in enumerate(map(normal_name, arrangement.names)):
        if name and (columns is None or name in columns):
            places.setdefault(name, place)
    counts = {name: Counter[str]() for name in places}
    left_out = left_out_lines(source, choices)
    pairs = [(counts[name], place) for name, place in places.items()]
    rows = arranged_rows(source, arrangement, edits, left_out)
    for _, cells in islice(rows, most_rows):
        for count, place in pairs:
            if place < len(cells):
                count[cells[place]] += 1
    return {name: _trimmed(count) for name, count in counts.items()}


def _trimmed(counts: Mapping[str, int]) -> Texts:
    trimmed: dict[str, int] = {}
    for text, rows in counts.items():
        if plain := text.strip():
            trimmed[plain] = trimmed.get(plain, 0) + rows
    return trimmed
