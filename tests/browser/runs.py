"""The messages between a page and its board: which runs the page asked for, and which have ended.

The mark of a run in the page does not prove that nothing is pending: a click returns before the run
that it asks for has begun, an aborted run looks as if it had ended, and parts of a page rerun by
themselves. A window therefore counts what it sends and receives.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from playwright.sync_api import Error, Page
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg, ForwardMsgMetadata, RunIdentity

__all__ = ["HEARING", "next_run", "wait_idle"]

_NUMBERS: Final = {
    "RERUN": BackMsg.RERUN_SCRIPT_FIELD_NUMBER,
    "ITS_PART": ClientState.FRAGMENT_ID_FIELD_NUMBER,
    "ABOUT": ForwardMsg.METADATA_FIELD_NUMBER,
    "OF_RUN": ForwardMsgMetadata.RUN_FIELD_NUMBER,
    "PARTS": RunIdentity.FRAGMENT_IDS_FIELD_NUMBER,
    "BEGUN": ForwardMsg.NEW_SESSION_FIELD_NUMBER,
    "ENDED": ForwardMsg.SCRIPT_FINISHED_FIELD_NUMBER,
    "FOR_ANOTHER": ForwardMsg.FINISHED_EARLY_FOR_RERUN,
}
"""The fields that distinguish Streamlit's messages."""
_HEARING: Final = """
(() => {
  // Of the whole page, and of parts that run by themselves: how many runs were asked for, and how
  // many of these when one last began.
  const runs = (window.openlineRuns = { asked: 0, begun: 0, parts: 0, partsBegun: 0 });
  // Whether one goes on, whether the last was broken off for another, whether one was asked for
  // before the one before had begun, which may be the one that is seen to begin; when all this
  // was heard.
  Object.assign(runs, { goes: false, broken: false, doubted: false, heard: 0 });
  // What a message of Protocol Buffers holds: the number of each field, and what stands there.
  const fields = (bytes) => {
    const found = new Map();
    let at = 0;
    const number = () => {
      let value = 0;
      for (let place = 1, more = true; more; place *= 128) {
        const byte = bytes[at++];
        value += (byte & 127) * place;
        more = byte > 127;
      }
      return value;
    };
    while (at < bytes.length) {
      const key = number();
      const kind = key & 7;
      const room = kind === 0 ? 0 : kind === 1 ? 8 : kind === 5 ? 4 : number();
      const value = kind === 0 ? number() : bytes.subarray(at, at + room);
      at += room;
      if (!found.has(key >> 3)) found.set(key >> 3, value);
    }
    return found;
  };
  const inside = (message, ...path) =>
    path.reduce((found, field) => found && fields(found).get(field), message);
  const said = (data) => {
    const asked = data instanceof Uint8Array && inside(data, RERUN);
    if (!asked) return;
    if (inside(asked, ITS_PART)?.length) return void (runs.parts += 1);
    runs.doubted ||= runs.asked > runs.begun;
    runs.asked += 1;
  };
  const heard = (data) => {
    if (!(data instanceof ArrayBuffer)) return;
    const message = fields(new Uint8Array(data));
    if (message.has(BEGUN)) {
      runs.goes = true;
      runs.partsBegun = runs.parts;
      if (!inside(message.get(ABOUT), OF_RUN, PARTS)?.length) runs.begun = runs.asked;
    } else if (message.has(ENDED)) {
      runs.goes = false;
      runs.broken = message.get(ENDED) === FOR_ANOTHER;
    } else {
      return;
    }
    runs.heard = performance.now();
  };
  runs.over = () => {
    const calm = performance.now() - runs.heard;
    const asks = runs.asked > runs.begun || runs.parts > runs.partsBegun;
    if (!runs.asked || asks || runs.goes || (runs.broken && calm < 2000)) return false;
    if (calm < (runs.doubted ? 300 : 20)) return false;
    runs.doubted = false;
    return true;
  };
  window.WebSocket = class extends WebSocket {
    constructor(...given) {
      super(...given);
      Object.assign(runs, { begun: runs.asked, partsBegun: runs.parts, goes: false });
      this.addEventListener("message", ({ data }) => heard(data));
    }
    send(data) {
      said(data);
      super.send(data);
    }
  };
})();
"""

HEARING: Final = "".join(
    [*(f"const {name} = {number};" for name, number in _NUMBERS.items()), _HEARING]
)
"""Makes a window count the runs of its board; it must run before anything else on a page."""
_IDLE: Final = """
least => {
  const app = document.querySelector("[data-testid=stApp][data-test-script-state=notRunning]");
  const runs = window.openlineRuns;
  if (app?.dataset.testConnectionState !== "CONNECTED" || !runs.over()) return false;
  return runs.asked >= least && [...document.querySelectorAll("[data-testid=stPlotlyChart]")]
    .every(chart => chart.querySelector(".js-plotly-plot .main-svg"));
}
"""
_LOOK: Final = 25
"""The milliseconds between two looks."""
_STATE: Final = """
() => {
  const app = document.querySelector("[data-testid=stApp]");
  const charts = [...document.querySelectorAll("[data-testid=stPlotlyChart]")];
  const undrawn = charts.filter(chart => !chart.querySelector(".js-plotly-plot .main-svg")).length;
  const says = document.body.innerText.slice(0, 200);
  const now = performance.now();
  return JSON.stringify({ ...window.openlineRuns, now, ...app?.dataset, undrawn, says });
}
"""
"""The message about a page that does not come to rest."""


def wait_idle(page: Page, at_least: int = 1) -> None:
    """Wait until everything that the page has asked for since loading has run, including `at_least`
    this many runs of the whole page, and its charts are drawn.

    A table or a piece of text that arrives later needs a wait of its own.
    """
    try:
        page.wait_for_function(_IDLE, arg=at_least, polling=_LOOK)
    except Error as error:
        at = f"{page.url} does not come to rest, {at_least} runs: {page.evaluate(_STATE)}"
        raise AssertionError(at) from error


@contextmanager
def next_run(page: Page) -> Iterator[None]:
    """Wait, at the end of the block, for a run of the whole page requested within it."""
    before = page.evaluate("() => window.openlineRuns.asked")
    yield
    wait_idle(page, before + 1)
