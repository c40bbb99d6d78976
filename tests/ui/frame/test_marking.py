"""The handling marking on a page."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.screen import csv_text, markup, run_page

Put = Callable[[str], Path]
RECORD = csv_text([("Talks", "A; B", "2020-05-01", "", "open")])


def test_a_marking_stands_at_the_top_and_the_foot(
    put_record: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the window, and on every sheet that is printed; whatever it says is text, there too."""
    put_record(RECORD)
    monkeypatch.setenv("OPENLINE_MARKING", 'A <b>"B" </style>')
    at = run_page()
    assert not at.exception
    page = markup(at)
    assert page.count("A &lt;b&gt;&#34;B&#34; &lt;/style&gt;</div>") == 2
    assert "<b>" not in page


def test_without_a_marking_there_is_none(put_record: Put) -> None:
    """Nothing is kept free for one."""
    put_record(RECORD)
    assert 'class="ol-marking' not in markup(run_page())


def test_a_marking_that_is_too_long_is_told(
    put_record: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page says which setting is wrong."""
    put_record(RECORD)
    monkeypatch.setenv("OPENLINE_MARKING", "x" * 101)
    assert "OPENLINE_MARKING has 101 characters" in run_page().error[0].value
