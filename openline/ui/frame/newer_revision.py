"""Newer revisions: readers of a saved record are told of one, and move to it when they like.

A viewer of NAME keeps the revision that they first saw, whatever else they choose, until they move,
reload the page, or look at another record. An embedded page follows by itself.
"""

from dataclasses import replace
from functools import partial
from typing import Final, Literal

import streamlit as st

from openline.markup.text import rich, tag
from openline.sentences.saved import newer_words, older_words
from openline.settings import LOOK_SECONDS
from openline.store.names import name_key
from openline.store.revisions import Revision
from openline.ui.address import go_to
from openline.ui.controls.following import open_page
from openline.ui.data.clock import today
from openline.ui.data.saved import newest_saved, shown_record, told
from openline.ui.markup.text import draw
from openline.ui.pages import COMPARE_PAGE, WHAT_CHANGED
from openline.view.record_name import RecordName
from openline.view.view import View
from openline.web.source import Shown

_HELD: Final = "openline_held"
_MEMORY: Final = "ol_newer_memory"
_PUT_OFF: Final = "openline_put_off"
"""The key for the digest of a revision that is announced only quietly from now on."""


def seen_record(view_record: str) -> Shown:
    """Return what an address's `record` shows to this viewer, who may be reading one of its
    revisions."""
    return shown_record(view_record, today(), _held(view_record))


def hold(view: View, shown: Shown) -> None:
    """Remember which revision this viewer is reading; looking at another record forgets it."""
    named = RecordName.read(view.record)
    follows = named is not None and named.revision is None and not st.context.is_embedded
    if shown.revision is not None and named is not None and follows:
        st.session_state[_HELD] = (name_key(named.name), shown.revision.number)
    elif shown.record is not None:
        st.session_state.pop(_HELD, None)


def let_go() -> None:
    """Show the newest revision from the next run on, as after saving one."""
    st.session_state.pop(_HELD, None)


def draw_newer(view: View, shown: Shown) -> None:
    """Draw the note of a newer revision, and rerun the page when a problem with its record is gone.
    The bundled record has no revisions."""
    if shown.revision is not None or shown.problems:
        with st.container(key="ol_newer_place"):
            _watch(view, shown)


@st.fragment(run_every=LOOK_SECONDS.read())
def _watch(view: View, shown: Shown) -> None:
    if _came_back(shown) or seen_record(view.record).problems != shown.problems:
        st.rerun()
    newest = newest_saved(shown.revision.record) if shown.revision else None
    if newest and shown.revision and newest.number > shown.revision.number:
        if st.context.is_embedded:
            _follow(view)
            return
        with st.container(key="ol_newer", horizontal=True, vertical_alignment="center"):
            _tell(view, newest, shown.revision)


def _follow(view: View) -> None:
    """Move an embedded page to the newest revision; a pinned one stays, without a note."""
    named = RecordName.read(view.record)
    if named is not None and named.revision is None:
        st.rerun()


def _came_back(shown: Shown) -> bool:
    """Return whether this browser was reading another revision before its session was lost.

    A browser that reconnects sends the values of its widgets, including a hidden one, which holds
    what `hold` would have remembered.
    """
    is_new = _MEMORY not in st.session_state
    if not is_new:
        st.session_state[_MEMORY] = shown.pinned
    kept = RecordName.read(st.text_input("Reading", key=_MEMORY) or "")
    held = st.session_state.get(_HELD)
    if not is_new or kept is None or held is None or kept.revision is None:
        return False
    was = (name_key(kept.name), kept.revision)
    if was[0] != held[0] or was == held:
        return False
    st.session_state[_HELD] = was
    return True


def _tell(view: View, newest: Revision, shown: Revision) -> None:
    is_pinned = RecordName.read(view.record) == RecordName(shown.record, shown.number)
    is_quiet = is_pinned or st.session_state.get(_PUT_OFF) == newest.digest
    words = (older_words if is_pinned else newer_words)(told(newest), shown.number)
    style = "ol-newer ol-quiet" if is_quiet else "ol-newer"
    draw(tag("p", rich(words), style, role="status"), width="content")
    kind: Literal["tertiary", "secondary"] = "tertiary" if is_quiet else "secondary"
    name = RecordName(newest.record, newest.number if is_pinned else None)
    moved = replace(view, record=str(name))
    if st.button(f"Show revision {newest.number:,}", key="ol_newer_show", type=kind):
        let_go()
        go_to(moved)
    if st.button("What changed", key="ol_newer_changed", type=kind):
        let_go()
        other = shown.number if shown.number < newest.number - 1 else None
        open_page(COMPARE_PAGE, replace(moved.for_other_page(), against=other), WHAT_CHANGED)
        st.rerun()
    if not is_quiet:
        put_off = partial(st.session_state.__setitem__, _PUT_OFF, newest.digest)
        st.button("Later", key="ol_newer_later", type="tertiary", on_click=put_off)


def _held(view_record: str) -> int | None:
    named = RecordName.read(view_record)
    key, number = st.session_state.get(_HELD, ("", None))
    if named is None or named.revision is not None or key != name_key(named.name):
        return None
    return None if number is None else int(number)
