"""The cause that is opened on Gaps, kept in step with the address.

The list opens in the browser by itself; what was opened there is reported and written into
the address, and what an address names is opened and brought into view.
"""

from collections.abc import Callable
from typing import Any, Final

import streamlit as st

from openline.record.columns import CAUSE
from openline.ui.frame import Scene
from openline.ui.state import key_of, same_names

__all__ = ["follow_opened"]

_KEY: Final = "openline_cause"
_RUN: Final = "openline_cause_run"
"""The number of the run: a run that is broken off tells the browser nothing, the next one does."""
_TRIES: Final = 100
"""How many tenths of a second the list is waited for."""
_SCRIPT: Final = """
let shown = "";
let asked = null;  // what was reported and is not yet answered; Back takes it back
let acted = false; // whether the reader has done something since it was shown
let turn = 0;
const heard = new WeakSet(); // where it has been drawn before
window.addEventListener("popstate", () => { asked = null; });
for (const kind of ["wheel", "touchstart", "pointerdown", "keydown"]) {
  window.addEventListener(kind, () => { acted = true; }, { capture: true, passive: true });
}
const rowOf = (cause) => [...document.querySelectorAll(".ol-causes [data-cause]")]
  .find((row) => row.dataset.cause === cause);
function bringIntoView(row) {
  const { top, height } = row.getBoundingClientRect();
  if (top >= 0 && top + Math.min(height, 200) <= window.innerHeight) return;
  row.scrollIntoView({ block: height > window.innerHeight ? "start" : "center" });
}
function reveal(cause, tries, mine, opened) {
  // Figures above it are drawn later and move it, so it is held in view for a while.
  if (mine !== turn || (opened && acted)) return;
  const row = rowOf(cause);
  for (let at = row?.closest("details"); at; at = at.parentElement.closest("details")) {
    at.open = true;
  }
  if (row && !acted) bringIntoView(row);
  if (tries) setTimeout(() => reveal(cause, tries - 1, mine, opened || Boolean(row)), 100);
}
function turnTo(cause, tries) {
  const before = shown && shown !== cause ? rowOf(shown) : null;
  if (shown !== cause) acted = false;
  shown = cause;
  if (before?.open) before.open = false;
  const row = cause && rowOf(cause);
  turn += 1;
  if (cause && !row?.closest("details").open) reveal(cause, tries, turn, false);
}
export default function (component) {
  const { cause, tries } = component.data;
  if (asked === null || asked === cause) {
    asked = null;
    turnTo(cause, tries);
  }
  const report = (cause) => {
    shown = asked = cause;
    component.setTriggerValue("turned", { cause });
  };
  const onToggle = ({ target }) => {
    const turned = target.matches?.(".ol-cause") ? target.dataset.cause : "";
    if (turned && target.open !== (turned === shown)) report(target.open ? turned : "");
  };
  document.addEventListener("toggle", onToggle, true);
  // The list can be opened before this listens.
  const early = document.querySelector(".ol-causes > .ol-cause[open][data-cause]");
  if (!heard.has(component.parentElement) && !shown && early) report(early.dataset.cause);
  heard.add(component.parentElement);
  return () => document.removeEventListener("toggle", onToggle, true);
}
"""


def follow_opened(scene: Scene) -> None:
    """Open the cause that the address names, and write into it the one that is opened."""
    run = st.session_state[_RUN] = st.session_state.get(_RUN, 0) + 1
    data = {"cause": _spelled(scene), "tries": _TRIES, "run": run}
    _component()(key=_KEY, data=data, on_turned_change=_take, height=1)


def _spelled(scene: Scene) -> str:
    """The cause as the record spells it; empty for none."""
    if scene.view.cause is None:
        return ""
    known = [str(word) for word in scene.record.observations[CAUSE].dropna().unique()]
    return same_names([scene.view.cause], known)[0]


def _take() -> None:
    """Write what was opened into the view, before the page is drawn from it."""
    turned: Any = st.session_state[_KEY].get("turned")
    if turned is not None:
        st.session_state[key_of("cause")] = turned["cause"] or None


@st.cache_resource(show_spinner=False)
def _component() -> Callable[..., Any]:
    renderer: Callable[..., Any] = st.components.v2.component("openline_cause", js=_SCRIPT)
    return renderer
