"""Two revisions of a record side by side: the one that is shown, and the one before it."""

import streamlit as st

from openline.record.problems import Problem
from openline.store.revisions import Revision
from openline.ui.frame import Scene
from openline.ui.notes import notes_html
from openline.ui.records_changes import changes, draw_changes
from openline.ui.records_store import asked, record_of
from openline.ui.saved import the_store
from openline.ui.text import escape, tag
from openline.ui.top import heading

__all__ = ["draw_revisions"]

_KEY = "compare_revisions"


def draw_revisions(scene: Scene) -> None:
    """Draw what the shown revision of a saved record changed; nothing for a first one, or for
    the bundled record."""
    revision = scene.shown.revision
    if revision is None or revision.number == 1:
        return
    before = asked(lambda: the_store().revision(revision.record, revision.number - 1))
    earlier = before if isinstance(before, Problem) else record_of(before, scene.today)
    if isinstance(before, Problem) or isinstance(earlier, Problem):
        st.html(notes_html([one for one in (before, earlier) if isinstance(one, Problem)][:1]))
        return
    title = heading(f"What revision {revision.number:,} changed")
    st.html(tag("div", title + tag("div", escape(_how(before)), "ol-how"), "ol-list-title"))
    draw_changes(changes(_KEY, earlier, scene.record, scene.today), f"{_KEY}_rows")


def _how(before: Revision) -> str:
    return (
        f"Against revision {before.number:,}, saved by {before.saved_by}, without the filters. "
        "The page Records has every revision of it."
    )
