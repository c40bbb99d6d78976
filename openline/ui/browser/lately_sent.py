"""What is left out of a run because the browser still has it: only what was sent lately.

Of a large message that a browser says it has, Streamlit sends the hash alone, so that figures
which did not change are not drawn again. But whenever a run ends, the browser throws away what it
has not needed for some runs. A run that was asked for just before then relies on something that is
gone, and the page loses its connection for good.
"""

from collections.abc import Iterable
from typing import Final
from weakref import WeakKeyDictionary

from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.app_session import AppSession

LATELY: Final = 45
"""How many runs ago a message may have been sent: far fewer than `global.maxCachedMessageAge`, for
which the browser keeps it, since some runs may end between a request and its answer."""


class SentMessages:
    """In which run each large message of a session was last sent, or its hash. Every run that has
    ended counts, also of a part of the page, as it does in the browser."""

    def __init__(self, lately: int = LATELY) -> None:
        self._lately, self._runs = lately, 0
        self._last: dict[str, int] = {}

    def note(self, messages: Iterable[ForwardMsg]) -> None:
        """Note messages as they leave for the browser, in their order."""
        for message in messages:
            kind = message.WhichOneof("type")
            if kind == "script_finished":
                self._runs += 1
                self._last = {one: run for one, run in self._last.items() if self._is_late(run)}
            elif kind == "ref_hash":
                self._last[message.ref_hash] = self._runs
            elif message.metadata.cacheable:
                self._last[message.hash] = self._runs

    def lately(self, hashes: Iterable[str]) -> list[str]:
        """Return those of some hashes whose messages were sent lately."""
        return [one for one in hashes if one in self._last]

    def _is_late(self, run: int) -> bool:
        return self._runs - run <= self._lately


def leave_out_lately_sent() -> None:
    """Have the sessions of this process leave out what was sent lately alone; to be called once, at
    its start. Streamlit has no option for it, so this wraps two of its methods, which both run in
    the thread of its event loop."""
    flush, ask = AppSession.flush_browser_queue, AppSession.request_rerun
    sent: WeakKeyDictionary[AppSession, SentMessages] = WeakKeyDictionary()

    def flush_browser_queue(self: AppSession) -> list[ForwardMsg]:
        messages = flush(self)
        sent.setdefault(self, SentMessages()).note(messages)
        return messages

    def request_rerun(self: AppSession, client_state: ClientState | None) -> None:
        if client_state is not None:
            known = sent.setdefault(self, SentMessages()).lately(client_state.cached_message_hashes)
            del client_state.cached_message_hashes[:]
            client_state.cached_message_hashes.extend(known)
        ask(self, client_state)

    AppSession.flush_browser_queue = flush_browser_queue  # type: ignore[method-assign]  # as above
    AppSession.request_rerun = request_rerun  # type: ignore[method-assign]  # as above
