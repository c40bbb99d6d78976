"""The reader's last visit: the browser remembers its day, for each record, and nobody else does."""

import json
from datetime import date
from typing import Any, Final

import streamlit as st

from openline.ui.browser.components import component
from openline.ui.scene import Scene
from openline.view.readers import read_since

_KEY: Final = "openline_visit"


def last_visit(scene: Scene) -> date | None:
    """Return up to which day this browser had seen the scene's record when it last came, on an
    earlier day; None where it did not, or has not told yet."""
    text = _told()
    try:
        record, day = json.loads(text) if text else ("", "")
    except (ValueError, TypeError):
        return None
    if record != _record(scene) or not isinstance(day, str):
        return None
    read = read_since(day)
    return read if isinstance(read, date) else None


def remember_visit(scene: Scene) -> None:
    """Let the browser remember this visit; it stands last on a page, where it shifts nothing."""
    data = {
        "record": _record(scene),
        "day": scene.today.isoformat(),
        "seen": _seen(scene).isoformat(),
        "known": _told(),
    }
    component("visit", "visit")(key=_KEY, data=data, on_visit_change=lambda: None, height=1)


def _record(scene: Scene) -> str:
    revision = scene.shown.revision
    return revision.record if revision else scene.shown.title


def _seen(scene: Scene) -> date:
    """Up to which day is seen: today of a saved record, which tells what it was given since, and
    else no later than the record ends, as more may be added before today."""
    last = scene.last_day
    is_saved = scene.shown.revision is not None
    return scene.today if is_saved or last is None else min(scene.today, last)


def _told() -> str:
    state: Any = st.session_state.get(_KEY, {})
    day = state.get("visit") if hasattr(state, "get") else None
    return day if isinstance(day, str) else ""
