"""The messages of a page to the board: a few kinds, with a limited number of parts.

Streamlit does whatever a message asks. One kind clears the caches of all sessions, and unsaved work
with them; another requests as many upload addresses as it has names, while nobody else is answered.
"""

from typing import Final

from google.protobuf.message import DecodeError  # type: ignore[import-untyped]  # has no types
from streamlit.proto.BackMsg_pb2 import BackMsg

_KINDS: Final = frozenset({"app_heartbeat", "file_urls_request", "rerun_script", "stop_script"})
"""The kinds that the board's own pages send. Others are ignored, such as those that clear
everybody's caches or run Git on the machine."""
_OPERATION: Final = "deferred_file"
"""The operation that they also request: a download made on request."""
_MOST_FIELDS: Final = 5_000
_MOST_FILES: Final = 100
_MOST_BESIDE: Final = 300_000
"""The most bytes of a message besides the values of its widgets: address, page, time zone."""


def is_heard(data: bytes) -> bool | None:
    """Return whether a message is of a kind that the board's pages send; None where it is not a
    message, or has more parts than any page sends."""
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
