"""Room for files that are worked on: all of them together, those of open tabs included."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import timedelta
from typing import Any, Final

import streamlit as st
from streamlit import runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx

from openline.markup.text import tag
from openline.sentences.problems import no_room_words
from openline.settings import KEEP_MINUTES, work_budget
from openline.ui.data.clock import moment
from openline.ui.markup.text import draw
from openline.ui.records.shelf import Shelf, new_token

_MINE: Final = "openline_token"
_FULL: Final = "openline_full"


@st.cache_resource(show_spinner=False)
def the_shelf() -> Shelf:
    """Return the shelf of this process."""
    return Shelf(_room(), timedelta(minutes=KEEP_MINUTES.read()), _is_there)


def own_token() -> str:
    """Return the token of this session."""
    return str(st.session_state.setdefault(_MINE, new_token()))


def own_session() -> str:
    """Return the number of this session, "" outside one."""
    context = get_script_run_ctx(suppress_warning=True)
    return context.session_id if context is not None else ""


def has_room(*values: Any) -> bool:
    """Tell whether this session may hold these values from now on; where it may not, the page
    says so."""
    claimed = the_shelf().claim(own_token(), byte_pieces(values), moment(), own_session())
    st.session_state[_FULL] = not claimed
    return claimed


def draw_no_room() -> None:
    """Say that something had no room, until something has, or this is read."""
    if not st.session_state.get(_FULL):
        return
    with st.container(key="records_full", horizontal=True, vertical_alignment="center"):
        words = no_room_words(_room() // 1_000_000)
        draw(tag("p", words, "ol-note ol-warning", role="alert"))
        st.button("Close this note", key="records_full_read", on_click=_read, type="tertiary")


def byte_pieces(value: Any) -> dict[int, int]:
    """Return the length of each piece of bytes in a value, by its identity: each once."""
    return {id(part): len(part) for part in _parts(value)}


def _parts(value: Any) -> Iterator[bytes]:
    if isinstance(value, bytes):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _parts(item)
    elif is_dataclass(value):
        for item in fields(value):
            yield from _parts(getattr(value, item.name))


def _read() -> None:
    st.session_state.pop(_FULL, None)


def _room() -> int:
    return work_budget() // 2


def _is_there(session: str) -> bool:
    return runtime.exists() and runtime.get_instance().is_active_session(session)
