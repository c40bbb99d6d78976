"""What a page says to the board: few kinds of messages, with so many parts.

Streamlit does what any message asks. One of them clears the caches of all sessions, unsaved work
with them; one asks for as many places for files as it has names, while nobody else is answered.
"""

from typing import Final

from google.protobuf.message import DecodeError  # type: ignore[import-untyped]  # has no types
from streamlit.proto.BackMsg_pb2 import BackMsg

_KINDS: Final = frozenset({"app_heartbeat", "file_urls_request", "rerun_script", "stop_script"})
"""What the board's own pages say. Others are not listened to: what clears the caches of all, or
has the machine's Git asked."""
_OPERATION: Final = "deferred_file"
"""What they ask for beside: a file that is made as it is taken along."""
_MOST_FIELDS: Final = 5_000
_MOST_FILES: Final = 100
_MOST_BESIDE: Final = 300_000
"""How many bytes a message may have beside what its fields hold: address, page, time zone."""


def is_heard(data: bytes) -> bool | None:
    """Tell whether a message is one that a page of the board says; None where it is none at all,
    or has more parts than any page says."""
    said = BackMsg()
    try:
        said.ParseFromString(data)
    except DecodeError:
        return None
    if not _is_bounded(said):
        return None
    operation = said.backend_operation_request.WhichOneof("payload")
    return said.WhichOneof("type") in _KINDS or operation == _OPERATION


def _is_bounded(said: BackMsg) -> bool:
    fields = said.rerun_script.widget_states
    return (
        len(fields.widgets) <= _MOST_FIELDS
        and len(said.file_urls_request.file_names) <= _MOST_FILES
        and said.ByteSize() - fields.ByteSize() <= _MOST_BESIDE
    )
