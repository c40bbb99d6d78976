"""One store and its list."""

import json
import logging
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import URL

from openline.store.problems import StoreError
from openline.ui.data.library import Library
from tests.store.saving import NAME, NOW, save


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """Return a store that is not there yet."""
    return Library(URL.create("sqlite", database=str(tmp_path / "var" / "openline.db")))


def test_looking_makes_no_store(library: Library, tmp_path: Path) -> None:
    """Where there is no file there is nothing to list, and none is made."""
    assert library.listed(is_needed=True).records == ()
    assert library.listed(is_needed=True).problem is None
    assert not (tmp_path / "var").exists()


def test_a_list_is_asked_for_once_in_a_while(library: Library) -> None:
    """A save is listed when the list is forgotten, and hidden records are listed as hidden."""
    assert library.listed(is_needed=True).records == ()
    save(library.store(), b"one", None)
    assert library.listed(is_needed=True).records == ()
    library.forget()
    found = library.listed(is_needed=True).named
    assert [item.newest.number for item in found.values()] == [1]
    library.store().hide(NAME, "Ann", now=NOW)
    library.forget()
    assert library.listed(is_needed=True).named[NAME.casefold()].hidden


def test_the_effect_of_an_act_is_waited_for(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever saved or hid a record is not shown the list of before, however busy the machine: the
    seconds of patience are more, until the store has answered."""
    library.listed(is_needed=True)
    waited: list[float] = []
    result = Future.result

    def noted(self: "Future[Any]", timeout: float) -> Any:
        waited.append(timeout)
        return result(self, timeout)

    monkeypatch.setattr(Future, "result", noted)
    library.listed()
    save(library.store(), b"one", None)
    library.forget()
    assert len(library.listed().records) == 1
    library.listed()
    assert [round(seconds) for seconds in waited] == [0, 5, 0]


def test_a_store_that_went_away_leaves_its_last_list(library: Library, tmp_path: Path) -> None:
    """While the store does not answer the problem says so; when it is back it is used again."""
    save(library.store(), b"one", None)
    assert len(library.listed(is_needed=True).records) == 1
    folder = (tmp_path / "var").rename(tmp_path / "away")
    library.forget()
    gone = library.listed(is_needed=True)
    assert gone.problem is not None
    assert gone.problem.code == "store-unreachable"
    assert len(gone.records) == 1
    folder.rename(tmp_path / "var")
    library.forget()
    assert library.listed(is_needed=True).problem is None


def test_the_log_says_once_that_a_store_fell_silent(
    library: Library, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """However often a silent store is asked for its list, the log has one line when it falls
    silent and one when it answers again; each act that could not begin is a line too."""
    caplog.set_level(logging.INFO, "openline.store")
    (tmp_path / "var").write_text("in the way")
    with pytest.raises(StoreError):
        library.store()
    opened = json.loads(caplog.messages.pop())
    assert (opened["action"], opened["outcome"]) == ("open", "failed")
    (tmp_path / "var").unlink()
    library.store()
    caplog.clear()
    folder = (tmp_path / "var").rename(tmp_path / "away")
    for _ in range(3):
        library.forget()
        assert library.listed(is_needed=True).problem is not None
    folder.rename(tmp_path / "var")
    library.forget()
    assert library.listed(is_needed=True).problem is None
    found = [json.loads(message) for message in caplog.messages]
    assert [(line["action"], line["outcome"]) for line in found] == [
        ("list", "failed"),
        ("list", "done"),
    ]


def test_a_library_passes_its_quota_on(tmp_path: Path) -> None:
    """The store of a library may have as many bytes as this was told."""
    library = Library(URL.create("sqlite", database=str(tmp_path / "openline.db")), most=10)
    with pytest.raises(StoreError) as error:
        save(library.store(), b"a" * 11, None)
    assert error.value.problem.code == "store-quota"


def test_a_store_that_cannot_be_opened_is_tried_again(library: Library, tmp_path: Path) -> None:
    """Nothing is remembered of a failure."""
    (tmp_path / "var").write_text("in the way")
    with pytest.raises(StoreError):
        library.store()
    (tmp_path / "var").unlink()
    library.store()


def test_an_answer_that_takes_long_is_not_waited_for(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever needs the list is told that the store does not answer; others do without."""
    monkeypatch.setattr(library, "_ask", Future)
    monkeypatch.setattr("openline.ui.data.library._FIRST_PATIENCE", 0.01)
    assert library.listed().problem is None
    late = library.listed(is_needed=True)
    assert late.records == ()
    assert late.problem is not None
    assert late.problem.code == "store-unreachable"


def test_a_monitor_is_told_how_long_the_store_took(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And, where it does not answer in time, that it does not."""
    save(library.store(), b"one", None)
    found = library.asked_now()
    assert found.problem is None
    assert 0 < found.seconds < 5
    assert library.asked_now() is found
    monkeypatch.setattr(Future, "result", _late)
    assert (late := library.asked_now()).problem is not None
    assert late.seconds == 5.0


def _late(_: object, __: float) -> None:
    raise TimeoutError
