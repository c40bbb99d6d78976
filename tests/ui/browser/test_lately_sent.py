"""What is left out of a run because the browser still has it."""

import subprocess
import sys
import tomllib

from hypothesis import given
from hypothesis import strategies as st
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from openline.ui.browser.lately_sent import LATELY, SentMessages
from tests.screen import ROOT

_KEPT = 5
_LATELY = 3
"""A browser keeps messages for five runs; what was sent up to three runs ago is left out, so two
may end between a request and its answer."""
_SETTINGS = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text())


def _sent(name: str) -> ForwardMsg:
    message = ForwardMsg(hash=name)
    message.delta.new_element.text.body = name
    message.metadata.cacheable = True
    return message


def _left_out(name: str) -> ForwardMsg:
    return ForwardMsg(ref_hash=name)


def _ended() -> ForwardMsg:
    return ForwardMsg(script_finished=ForwardMsg.FINISHED_SUCCESSFULLY)


class _Browser:
    """What Streamlit's page does with the messages: it raises for one that it has thrown away."""

    def __init__(self) -> None:
        self.runs = 0
        self.kept: dict[str, int] = {}

    def hear(self, message: ForwardMsg) -> None:
        """Take a message as the page does."""
        kind = message.WhichOneof("type")
        if kind == "script_finished":
            self.runs += 1
            self.kept = {name: run for name, run in self.kept.items() if self.runs - run <= _KEPT}
        elif kind == "ref_hash":
            assert message.ref_hash in self.kept, "the page would be dead"
            self.kept[message.ref_hash] = self.runs
        else:
            self.kept[message.hash] = self.runs


_RUNS = st.lists(
    st.tuples(st.sets(st.sampled_from("abcd")), st.integers(0, 2)), min_size=1, max_size=40
)


@given(_RUNS)
def test_nothing_is_left_out_that_the_browser_threw_away(runs: list[tuple[set[str], int]]) -> None:
    """Whatever runs draw, and though up to two others end between a request and its answer."""
    browser, sent = _Browser(), SentMessages(_LATELY)
    for drawn, between in runs:
        known = sent.lately(list(browser.kept))
        answer = [_ended()] * between
        answer += [_left_out(name) if name in known else _sent(name) for name in sorted(drawn)]
        answer.append(_ended())
        sent.note(answer)
        for message in answer:
            browser.hear(message)


def test_what_was_sent_lately_is_left_out() -> None:
    """Up to three runs after it was sent, or left out, last; a browser that lacks it asks for
    nothing of the kind, and of a message that was never sent nothing is known."""
    sent = SentMessages(_LATELY)
    sent.note([_sent("a"), _ended()])
    assert sent.lately(["a", "b"]) == ["a"]
    assert sent.lately([]) == []
    sent.note([_ended()] * 2)
    assert sent.lately(["a"]) == ["a"]
    sent.note([_left_out("a"), _ended()])
    sent.note([_ended()] * 2)
    assert sent.lately(["a"]) == ["a"]
    sent.note([_ended()])
    assert sent.lately(["a"]) == []


def test_small_messages_are_not_remembered() -> None:
    """Streamlit leaves none of them out."""
    sent, small = SentMessages(), _sent("a")
    small.metadata.cacheable = False
    sent.note([small])
    assert sent.lately(["a"]) == []


def test_the_browser_keeps_messages_for_longer_than_they_are_left_out() -> None:
    """By enough runs that those which end meanwhile do not matter."""
    assert _SETTINGS["global"]["maxCachedMessageAge"] >= LATELY + 15
    assert "minCachedMessageSize" not in _SETTINGS["global"]


_A_SESSION = """
from types import SimpleNamespace
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.app_session import AppSession
asked = []
AppSession.request_rerun = lambda self, state: asked.append(list(state.cached_message_hashes))
from openline.ui.browser.lately_sent import leave_out_lately_sent
leave_out_lately_sent()
message = ForwardMsg(hash="a")
message.metadata.cacheable = True
first, second = object.__new__(AppSession), object.__new__(AppSession)
for session in (first, second):
    session._browser_queue = SimpleNamespace(flush=lambda: [message])
assert first.flush_browser_queue() == [message]
for session in (first, second):
    session.request_rerun(ClientState(cached_message_hashes=["a", "b"]))
assert asked == [["a"], []], asked
"""


def test_a_session_hears_only_of_what_was_sent_to_it() -> None:
    """Of the hashes that a browser names, those of other sessions and of earlier times are left
    unheard; in a process of its own, as methods of Streamlit are wrapped."""
    done = subprocess.run(
        [sys.executable, "-c", _A_SESSION], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
