"""Files that were brought, and are kept by Streamlit."""

import pytest
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.uploaded_file_manager import UploadedFileRec

from openline.ui.data import uploads
from openline.ui.data.uploads import brought_files, drop_upload


class _Context:
    session_id = "mine"


def test_where_no_board_runs_there_is_nothing_to_drop() -> None:
    """Outside a board no file is kept, and dropping one does nothing."""
    assert brought_files() is None
    drop_upload("a file")


def test_a_file_that_was_taken_is_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    """It goes with its bytes; those of other sessions stay."""
    files = MemoryUploadedFileManager("/")
    for session in ("mine", "other"):
        files.add_file(session, UploadedFileRec("a file", "a.csv", "text/csv", b"x"))
    monkeypatch.setattr(uploads, "brought_files", lambda: files)
    monkeypatch.setattr(uploads, "get_script_run_ctx", lambda **_: _Context())
    drop_upload("a file")
    assert not files.get_files("mine", ["a file"])
    assert files.get_files("other", ["a file"])
