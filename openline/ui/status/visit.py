"""The reader's last visit: only the browser remembers its day, for each record."""

import json
from datetime import date
from typing import Any, Final

import streamlit as st

from openline.ui.browser.components import component
from openline.ui.scene import Scene
from openline.view.readers import read_since

_KEY: Final = "openline_visit"


def last_visit(scene: Scene) -> date | None:
    """Return the last day up to which this browser had seen the scene's record on an earlier visit;
    None where there was none, or the browser has not reported yet."""
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
    """Let the browser remember this visit; draw this last on a page, where it shifts nothing."""
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
    """Return the day up to which this visit sees: today for a saved record, whose later additions
    are known; otherwise no later than the end of the record, as earlier days may still be added."""
    last = scene.last_day
    is_saved = scene.shown.revision is not None
    return scene.today if is_saved or last is None else min(scene.today, last)


def _told() -> str:
    state: Any = st.session_state.get(_KEY, {})
    day = state.get("visit") if hasattr(state, "get") else None
    return day if isinstance(day, str) else ""
