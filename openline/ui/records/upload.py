"""What is kept with a revision besides its CSV: the file as it came, and how it was read."""

import re
from typing import Final

from openline.intake.workbook import is_workbook
from openline.store.revisions import Upload
from openline.ui.records.draft import Draft

_SUFFIX: Final = re.compile(r"(?<=.)\.\w{1,5}$")
_MOST_EDITED: Final = 10_000
"""In how many rows edits are kept with a revision."""


def choices_of(draft: Draft) -> dict[str, object] | None:
    """Return what was chosen for a file and edited in it, as it is saved with it; None where
    nothing was. Edits are kept with the file as it came, up to a number of rows."""
    kept = draft.choices.to_dict()
    if draft.sheet:
        kept["sheet"] = draft.sheet
    edits = draft.edits
    rows = len(edits.changed) + len(edits.added) + len(edits.removed)
    if draft.is_upload and 0 < rows <= _MOST_EDITED:
        kept["edits"] = edits.to_dict()
    return kept or None


def upload_of(draft: Draft) -> Upload | None:
    """Return the file as uploaded, under a name that tells its type."""
    if not draft.is_upload:
        return None
    kind = ".xlsx" if is_workbook(draft.original) else ".csv"
    name = draft.name if _SUFFIX.search(draft.name) else f"{draft.name}{kind}"
    return Upload(name, draft.original)
