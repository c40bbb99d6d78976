"""What stands in the columns of the file that is worked on: what its choices are drawn from."""

from collections.abc import Mapping
from typing import Final

from openline.intake.choices import DATE_COLUMNS, WORD_COLUMNS
from openline.intake.column_texts import Texts, column_texts
from openline.intake.source import Source
from openline.record.columns import ACTOR, PARTIES
from openline.ui.data.remembered import remembered
from openline.ui.records.draft import Draft

_MEANT: Final = frozenset({*WORD_COLUMNS, *DATE_COLUMNS, PARTIES, ACTOR})
_ENOUGH: Final = 2_000
"""How many rows say enough of what a column is."""


def meant_texts(draft: Draft, source: Source) -> Mapping[str, Texts]:
    """Return what stands in the columns whose words, dates or names have a meaning to be
    chosen, by their names."""
    given = draft.text, draft.choices, draft.edits
    return remembered(
        "meant_texts", given, lambda: column_texts(source, draft.choices, draft.edits, _MEANT)
    )


def first_texts(draft: Draft, source: Source) -> Mapping[str, Texts]:
    """Return what stands in the first rows of each column, by their names."""
    given = draft.text, draft.choices, draft.edits
    return remembered(
        "first_texts",
        given,
        lambda: column_texts(source, draft.choices, draft.edits, most_rows=_ENOUGH),
    )
