"""The foot of a page on paper."""

from datetime import date
from types import SimpleNamespace
from typing import Any

from openline.analysis.filters import Filters
from openline.ui.frame.foot import foot_html
from openline.view import View


def test_the_foot_names_record_days_and_address() -> None:
    """Paper says whose record it shows, of which day, when it was printed, and where it stands;
    a hostile title stays text."""
    scene: Any = SimpleNamespace(
        shown=SimpleNamespace(title="<b>Record"),
        as_of=date(2023, 10, 5),
        today=date(2026, 11, 25),
        filters=Filters(),
        view=View(),
    )
    found = foot_html(scene, "http://host/?asof=2023-10-05")
    assert "&lt;b&gt;Record" in found
    assert "5 Oct 2023" in found
    assert "printed on" in found
    assert "25 Nov 2026" in found
    assert "http://host/?asof=2023-10-05" in found
