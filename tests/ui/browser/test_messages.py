"""What a page says to the board."""

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg

from openline.ui.browser.messages import is_heard

HEARD = {"app_heartbeat", "file_urls_request", "rerun_script", "stop_script"}


def _rerun(query: str = "", fields: int = 0) -> BackMsg:
    said = BackMsg()
    said.rerun_script.query_string = query
    for number in range(fields):
        said.rerun_script.widget_states.widgets.add().id = str(number)
    return said


def _files(count: int) -> BackMsg:
    said = BackMsg()
    said.file_urls_request.file_names.extend(["a"] * count)
    return said


def _of_kind(name: str) -> BackMsg:
    said = BackMsg()
    if BackMsg.DESCRIPTOR.fields_by_name[name].message_type:
        getattr(said, name).SetInParent()
    else:
        setattr(said, name, True)
    return said


@pytest.mark.parametrize(
    "name", [field.name for field in BackMsg.DESCRIPTOR.fields if field.containing_oneof]
)
def test_only_what_pages_say_is_heard(name: str) -> None:
    """Not what clears the caches of all sessions, nor what steers a server under development."""
    assert is_heard(_of_kind(name).SerializeToString()) is (name in HEARD)


@pytest.mark.parametrize(
    "name",
    [
        field.name
        for field in BackMsg().backend_operation_request.DESCRIPTOR.fields
        if field.containing_oneof
    ],
)
def test_of_operations_a_file_that_is_made_is_the_only_one(name: str) -> None:
    """Others would write into the folder of the board."""
    said = BackMsg()
    getattr(said.backend_operation_request, name).SetInParent()
    assert is_heard(said.SerializeToString()) is (name == "deferred_file")


@pytest.mark.parametrize("said", [_files(101), _rerun(fields=5_001), _rerun("a" * 300_001)])
def test_no_page_says_so_much(said: BackMsg) -> None:
    """What stands beside the fields is bounded, and how many fields and files there are."""
    assert is_heard(said.SerializeToString()) is None


@pytest.mark.parametrize("said", [_files(100), _rerun(fields=5_000), _rerun("a" * 200_000)])
def test_a_large_page_is_heard(said: BackMsg) -> None:
    """One with many fields, many files or a long address."""
    assert is_heard(said.SerializeToString())


def test_what_is_no_message_is_told() -> None:
    """It is none that is ignored."""
    assert is_heard(b"\xff" * 100) is None
