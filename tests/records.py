"""Files added on the page Records, without a browser."""

from typing import Final

from streamlit.testing.v1 import AppTest

from openline.intake.edits import Edits
from openline.ui.records.draft import came_of
from tests.screen import run_page

__all__ = ["BAD", "GOOD", "RECORDS_SCRIPT", "bring", "mend", "press", "save"]

RECORDS_SCRIPT: Final = "pages/records.py"
GOOD: Final = (
    "channel,parties,date,event,state\n"
    "Hotline,A; B,2019-03-01,,open\n"
    "Hotline,A; B,2022-08-05,,severed\n"
    "Talks,A; B,2020-05-01,contact,open\n"
)
"""A file without a problem: two channels."""
BAD: Final = GOOD.replace("2022-08-05", "2022-02-30").replace("contact,open", "contact,opend")
"""The same file with an impossible day in line 3 and a wrong word in line 4."""


def bring(content: str | bytes, name: str = "channels.csv", at: AppTest | None = None) -> AppTest:
    """Upload a file, by default on a fresh page."""
    at = at or run_page(RECORDS_SCRIPT)
    data = content if isinstance(content, bytes) else content.encode()
    at.file_uploader[0].upload(name, data, "text/csv").run()
    return at


def press(at: AppTest, key: str) -> AppTest:
    """Press the button with a key."""
    at.button(key=key).click().run()
    return at


def mend(at: AppTest, line: int, **cells: str) -> AppTest:
    """Edit cells of a row, as if in the table, and apply the edit."""
    draft = at.session_state["records_draft"]
    source = came_of(draft)
    assert source is not None
    edits = draft.edits.joined(Edits({line: cells}), len(source.lines))
    at.session_state["records_draft"] = draft.edited(edits)
    return at.run()


def save(at: AppTest, name: str = "Gulf lines", who: str = "Ann", note: str = "") -> AppTest:
    """Save the file on the page."""
    at.text_input(key="records_name").set_value(name)
    at.text_input(key="records_saver").set_value(who)
    at.text_input(key="records_note").set_value(note).run()
    return press(at, "records_save")
