"""A visitor without a browser: asks for pages, brings files and pastes, as a browser does."""

import socket
import time
from typing import Any, Final
from urllib.parse import urlsplit

import httpx2
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.sync.client import ClientConnection, connect

__all__ = ["Visitor"]

_LONG: Final = 600
_TOKEN: Final = "_streamlit_xsrf"  # noqa: S105 - the name of a cookie
_LARGEST: Final = 300_000_000


class Visitor:
    """One visitor of a board, from the address `source` of this machine where one is named, with
    all requests but the stream from the address `web`.
    `fields` has what the last page drew: the ids of its fields by the end of their keys."""

    def __init__(self, board: str, source: str = "", web: str = "") -> None:
        self._board, self._source = board, source
        ways = httpx2.HTTPTransport(local_address=web or None)
        self._web = httpx2.Client(base_url=board, timeout=_LONG, transport=ways)
        self._web.get("/")
        self._web.get("/_stcore/health")
        self._web.get("/_stcore/host-config")
        self._socket = self._connect()
        self._session = ""
        self.states: dict[str, WidgetState] = {}
        self.fields: dict[str, str] = {}

    def _connect(self) -> ClientConnection:
        cookies = "; ".join(f"{name}={value}" for name, value in self._web.cookies.items())
        address = urlsplit(self._board)
        line = None
        if self._source:
            place = (address.hostname or "", address.port or 0)
            line = socket.create_connection(place, source_address=(self._source, 0))
        return connect(
            f"ws://{address.netloc}/_stcore/stream",
            sock=line,
            additional_headers={"Cookie": cookies},
            subprotocols=["streamlit", self._web.cookies.get(_TOKEN) or "none"],  # type: ignore[list-item]  # plain texts
            max_size=_LARGEST,
            ping_interval=None,
            open_timeout=_LONG,
            compression=None,
        )

    def close(self) -> None:
        """Leave the board."""
        self._socket.close()
        self._web.close()

    def leave(self) -> None:
        """Leave the board at once, whatever it still sends."""
        self._socket.socket.close()
        self._web.close()

    def ask(self, page: str = "", query: str = "") -> float:
        """Ask for a page, and return how many seconds it took until all of it was there."""
        start = time.perf_counter()
        self.say(page, query)
        self._hear("script_finished")
        return time.perf_counter() - start

    def say(self, page: str = "", query: str = "") -> None:
        """Ask for a page, and do not wait for it."""
        message = BackMsg()
        run = message.rerun_script
        run.query_string, run.page_name = query, page
        run.context_info.timezone = "UTC"
        run.widget_states.widgets.extend(self.states.values())
        self._socket.send(message.SerializeToString())

    def bring(self, name: str, data: bytes) -> float:
        """Bring a file to the page Records, and return how many seconds it took from its upload
        to a page that tells of it."""
        self.ask("records")
        start = time.perf_counter()
        place = self._place_for(name)
        answer = self._web.put(
            place.upload_url,
            files={"file": (name, data, "text/csv")},
            headers={"X-Xsrftoken": self._web.cookies.get(_TOKEN) or ""},
        )
        answer.raise_for_status()
        state = WidgetState(id=self.fields["file_uploader"])
        found = state.file_uploader_state_value.uploaded_file_info.add()
        found.name, found.size, found.file_id = name, len(data), place.file_id
        found.file_urls.CopyFrom(place)
        self.states[state.id] = state
        self.ask("records")
        return time.perf_counter() - start

    def leave_there(self, name: str, data: bytes) -> int:
        """Bring a file, have no page take it, and return the status of the answer."""
        self.ask("records")
        files = {"file": (name, data, "text/csv")}
        headers = {"X-Xsrftoken": self._web.cookies.get(_TOKEN) or ""}
        place = self._place_for(name).upload_url
        return self._web.put(place, files=files, headers=headers).status_code

    def send(self, body: bytes, kind: str) -> int:
        """Send a body to where a file would go, as of a content type, and return the status of
        the answer."""
        self.ask("records")
        place = self._place_for("file.csv")
        headers = {
            "X-Xsrftoken": self._web.cookies.get(_TOKEN) or "",
            "Content-Type": kind,
        }
        return self._web.put(place.upload_url, content=body, headers=headers).status_code

    def _place_for(self, name: str) -> Any:
        """Ask where a file is to go."""
        message = BackMsg()
        message.file_urls_request.request_id = "1"
        message.file_urls_request.file_names.append(name)
        message.file_urls_request.session_id = self._session
        self._socket.send(message.SerializeToString())
        return self._hear("file_urls_response").file_urls_response.file_urls[0]

    def paste(self, text: str) -> float:
        """Paste rows into the field of the page Records."""
        self.ask("records")
        way = self.fields["button_group"]
        chosen = WidgetState(id=way)
        chosen.string_array_value.data.append("Paste rows")
        self.states[way] = chosen
        self.ask("records")
        field = self.fields["text_area"]
        self.states[field] = WidgetState(id=field, string_value=text)
        press = self.fields["records_check_paste"]
        self.states[press] = WidgetState(id=press, trigger_value=True)
        took = self.ask("records")
        del self.states[press]
        return took

    def _hear(self, kind: str) -> ForwardMsg:
        """Listen until something of a kind comes, and note what is drawn meanwhile."""
        while True:
            message = ForwardMsg()
            message.ParseFromString(self._socket.recv(timeout=_LONG))
            said = message.WhichOneof("type")
            if said == "new_session":
                self._session = message.new_session.initialize.session_id
            elif said == "delta":
                self._note(message.delta.new_element)
            if said == kind and (said != "script_finished" or message.script_finished != 1):
                return message

    def _note(self, element: Any) -> None:
        name = element.WhichOneof("type")
        found = getattr(element, name, None) if name else None
        if found is not None and hasattr(found, "id"):
            self.fields[name] = found.id
            self.fields[str(found.id).rpartition("-")[2]] = found.id
