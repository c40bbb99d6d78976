"""What saving under the name of a saved record would change in it."""

from datetime import date

from openline.markup.text import tag
from openline.record.problems import Problem
from openline.record.record import Record
from openline.sentences.saved import revision_words
from openline.store.names import name_key
from openline.store.revisions import Revision
from openline.ui.controls.record_changes import changes, draw_changes
from openline.ui.data.answers import answered, read_revision
from openline.ui.data.saved import the_store, told
from openline.ui.markup.notes import notes_html
from openline.ui.markup.text import draw
from openline.ui.records.check import Checked
from openline.ui.records.draft import Base


def same_name(one: str, other: str) -> bool:
    """Tell whether two spellings name the same record."""
    return name_key(one) == name_key(other)


def draw_existing(newest: Revision, base: Base | None, now: Checked, today: date) -> None:
    """Say what saving under an existing name would change, and what others changed since the
    revision from which the file was made."""
    number = newest.number + 1
    is_known = base is not None and same_name(base.record, newest.record)
    name = f"“{newest.record}”"
    words = f"The newest of {name} is " if is_known else f"{name} already exists: "
    words += f"{revision_words(told(newest))}. "
    words += f"Saving makes revision {number:,} of it; this is what changes."
    if now.errors:
        words += " Rows that cannot be read yet count as removed."
    draw(tag("p", words, "ol-note"))
    before = read_revision(newest, today)
    if isinstance(before, Problem):
        draw(notes_html([before]))
        return
    draw_changes(changes("save", before, now.record, today), "records_save_changes")
    if base is not None and base.number < newest.number and same_name(base.record, newest.record):
        _draw_meanwhile(base, newest, before, today)


def _draw_meanwhile(base: Base, newest: Revision, after: Record, today: date) -> None:
    """Say what others changed between two revisions."""
    older = answered(lambda: the_store().revision(base.record, base.number))
    before = older if isinstance(older, Problem) else read_revision(older, today)
    if isinstance(before, Problem):
        return
    words = f"Between revision {base.number:,}, from which you began, and {newest.number:,}:"
    draw(tag("div", words, "ol-strong"))
    draw_changes(changes("meanwhile", before, after, today), "records_meanwhile_changes")
