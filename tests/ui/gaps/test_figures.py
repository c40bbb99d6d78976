"""The figures of the page Gaps."""

from collections.abc import Callable
from pathlib import Path

from openline.analysis.gaps import SEVERANCE, SILENCE
from openline.ui.gaps.figures import MOST_SHOWN
from tests.screen import csv_text, run_page

Put = Callable[[str], Path]


def test_a_figure_keeps_its_height(put_record: Put) -> None:
    """Each figure reserves its place before it arrives."""
    put_record(csv_text([("Talks", "A; B", "2020-05-01", "", "severed")]))
    at = run_page("pages/gaps.py")
    styles = " ".join(element.proto.body for element in at.get("html"))
    assert ".st-key-ol_gaps_severed { min-height: 61px; }" in styles
    assert ".st-key-ol_gaps_history { min-height:" in styles


def test_more_severances_than_silences_are_drawn() -> None:
    """What is severed is the page's first matter; silences are cut to a dozen."""
    assert MOST_SHOWN[SEVERANCE] > MOST_SHOWN[SILENCE] == 12
