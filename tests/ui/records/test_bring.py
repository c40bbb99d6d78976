"""Bringing a file."""

import pytest
import streamlit as st
from streamlit.runtime.uploaded_file_manager import DeletedFile

from openline.settings import Limits
from openline.store.store import Store
from openline.ui.records import bring as records_bring
from tests.records import GOOD, RECORDS_SCRIPT
from tests.screen import markup, run_page
from tests.store.saving import NAME, save


def test_an_open_record_is_named_where_a_file_is_brought(store: Store) -> None:
    """Whoever has a record open is told that the file may be its next one."""
    save(store, GOOD.encode(), None)
    assert "“Gulf lines” is open. Next: add its next file" in markup(
        run_page(RECORDS_SCRIPT, record=NAME)
    )
    assert "is open" not in markup(run_page(RECORDS_SCRIPT))


def test_a_file_that_was_taken_is_not_taken_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """A browser that is quick names it once more, when it is not kept any longer."""
    state = {"records_upload_0": DeletedFile("a file")}
    monkeypatch.setattr(st, "session_state", state)
    records_bring._take_upload("records_upload_0", Limits())  # noqa: SLF001 - Streamlit calls it
    assert state == {"records_upload_0": DeletedFile("a file")}
