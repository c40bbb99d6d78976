"""The cause that is opened on Gaps, kept in step with the address.

The list opens in the browser by itself; what was opened there is reported and written into
the address, and what an address names is opened and brought into view.
"""

from typing import Any, Final

import streamlit as st

from openline.record.columns import CAUSE
from openline.ui.address import key_of, same_names
from openline.ui.browser.components import component
from openline.ui.scene import Scene

_KEY: Final = "openline_cause"
_RUN: Final = "openline_cause_run"
"""The number of the run: a run that is broken off tells the browser nothing, the next one does."""
_TRIES: Final = 100
"""How many tenths of a second the list is waited for."""


def follow_opened(scene: Scene) -> None:
    """Open the cause that the address names, and write into it the one that is opened."""
    run = st.session_state[_RUN] = st.session_state.get(_RUN, 0) + 1
    data = {"cause": _spelled(scene), "tries": _TRIES, "run": run}
    component("cause", "open_cause")(key=_KEY, data=data, on_turned_change=_take, height=1)


def _spelled(scene: Scene) -> str:
    """The cause as the record spells it; empty for none."""
    if scene.view.cause is None:
        return ""
    causes = [str(word) for word in scene.record.observations[CAUSE].dropna().unique()]
    return same_names([scene.view.cause], causes)[0]


def _take() -> None:
    """Write what was opened into the view, before the page is drawn from it."""
    turned: Any = st.session_state[_KEY].get("turned")
    if turned is not None:
        st.session_state[key_of("cause")] = turned["cause"] or None
