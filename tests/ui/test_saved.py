"""Which record an address shows."""

from pathlib import Path

import pytest

from openline.store.address import FOLDER_VARIABLE
from openline.ui.saved import the_store


def test_the_store_is_the_one_that_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One store serves all who ask, in the folder that the environment names."""
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "kept"))
    assert the_store() is the_store()
    assert (tmp_path / "kept" / "openline.db").is_file()
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "other"))
    the_store()
    assert (tmp_path / "other" / "openline.db").is_file()
