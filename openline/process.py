"""The process that serves the board: what makes runs of a page cheap in it.

Without this, each run of a page would wait about 40 ms for a delayed acknowledgement, because the
socket is bound without TCP_NODELAY, and 25 ms more while the garbage collector walks through
objects of libraries that are never freed.
"""

import asyncio
import contextlib
import gc
import os
import socket
import sys
from collections.abc import AsyncIterator, Callable, Collection, Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from openline.store.log import start_log
from openline.store.versions import known_faults, log_faults
from openline.web.connections import guarded_connections
from openline.web.half_messages import guarded_messages
from openline.web.seldom import logged_seldom

_OPEN_FILES: Final = Path("/proc/self/fd")
_INTERNET: Final = (socket.AF_INET, socket.AF_INET6)
_MOST_SAID: Final = 25_000_000
"""The most bytes that Streamlit accepts in one message from a page."""
_OFTEN: Final = 5.0
"""The interval, in seconds, of the recurring work."""
_SWITCH: Final = 0.0005
"""After how many seconds a working thread lets another run. The thread that answers everybody
waits this long before each piece that it sends, and a page is sent in a hundred pieces."""
_UNSENT: Final = 25
"""Linux's TCP_NOTSENT_LOWAT, which Python only names from version 3.13 on."""
_MOST_UNSENT: Final = 65_536


@contextlib.asynccontextmanager
async def lifespan(
    app: Any,
    within: Iterable[Callable[[], contextlib.AbstractContextManager[None]]] = (),
    often: Collection[Callable[[], None]] = (),
) -> AsyncIterator[None]:
    """Serve quickly: answer without delay, and leave libraries out of garbage collections.
    Connections and the log get their limits here, and the log of the store begins, with any
    libraries that have known faults. The context `within` is held while the board is served, and
    `often` is called every few seconds.

    Whatever is already imported is left out of collections, so the entry imports the pages first.
    Everything but the log of the store ends with the board, so the process can serve another.
    """
    start_log()
    log_faults(known_faults())
    send_without_delay()
    with contextlib.ExitStack() as served:
        served.enter_context(guarded_connections())
        served.enter_context(guarded_messages(_MOST_SAID))
        served.enter_context(logged_seldom())
        for context in (*within, _quick):
            served.enter_context(context())
        done = asyncio.create_task(_keep_doing(often))
        try:
            yield
        finally:
            done.cancel()


@contextlib.contextmanager
def _quick() -> Iterator[None]:
    before = sys.getswitchinterval()
    sys.setswitchinterval(_SWITCH)
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
        sys.setswitchinterval(before)


async def _keep_doing(often: Collection[Callable[[], None]]) -> None:
    while True:
        await asyncio.sleep(_OFTEN)
        for work in often:
            # A failure in there is logged, and the loop continues.
            asyncio.get_running_loop().call_soon(work)


def send_without_delay() -> None:
    """Set TCP_NODELAY on every listening socket, and how much unsent data the system keeps;
    connections inherit both."""
    if not _OPEN_FILES.is_dir():
        return
    for name in os.listdir(_OPEN_FILES):
        if not _is_socket(name):
            continue
        with contextlib.suppress(OSError), socket.socket(fileno=os.dup(int(name))) as listener:
            listens = listener.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN)
            if listens and listener.family in _INTERNET:
                listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                listener.setsockopt(socket.IPPROTO_TCP, _UNSENT, _MOST_UNSENT)


def _is_socket(name: str) -> bool:
    try:
        return os.readlink(_OPEN_FILES / name).startswith("socket:")
    except OSError:
        return False
