"""The source of what is answered beside the pages."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from openline.settings import TODAY_VARIABLE
from openline.ui.data.source import board_source

Put = Callable[[str], Path]


def test_the_mark_is_another_when_file_or_day_is(
    put_record: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And stays while nothing changes."""
    source = board_source()
    path = put_record("channel,date,state\nHotline,2020-01-01,open\n")
    marks = [source.mark()]
    assert source.mark() == marks[0]
    os.utime(path, ns=(1, 1))
    marks.append(source.mark())
    monkeypatch.setenv(TODAY_VARIABLE, "2027-01-01")
    marks.append(source.mark())
    path.unlink()
    marks.append(source.mark())
    assert len(set(marks)) == 4
