"""The date of the method, and the figures that it stands for."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from openline.analysis.method import METHOD
from tests.analysis import figures
from tests.screen import ROOT

ADVICE = """
The figures of the bundled record came out differently while METHOD and the record stayed.
If that is meant: set METHOD in openline/analysis/method.py to today, write into CHANGELOG.md,
under "Figures that change", which figures change and why, and print the figures anew with
`python -m tests.analysis.figures`."""
ANEW = "METHOD or the bundled record has changed: run `python -m tests.analysis.figures`."


def changed(now: Any, kept: Any, path: str = "") -> list[str]:
    """Name each figure that differs, with what it was and what it is."""
    if isinstance(now, dict) and isinstance(kept, dict):
        names = dict.fromkeys([*kept, *now])
        return [
            line
            for name in names
            for line in changed(now.get(name), kept.get(name), f"{path}/{name}")
        ]
    return [] if now == kept else [f"{path}: {kept} -> {now}"]


def test_figures_change_with_the_method_alone() -> None:
    """No figure of an unchanged record changes unless the method's date does."""
    now, kept = figures.printed(), figures.stored()
    difference = changed(now["figures"], kept["figures"])
    same = (now["method"], now["record"]) == (kept["method"], kept["record"])
    assert difference == [] or not same, ADVICE
    assert now == kept, ANEW


def test_the_method_is_a_day() -> None:
    """The constant is an ISO date."""
    assert date.fromisoformat(METHOD).isoformat() == METHOD


def test_the_changelog_names_the_method() -> None:
    """The newest list of figures that change is of this method."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    section = re.search(
        r"^### Figures that change\n(.*?)(?=^##|\Z)", text, re.DOTALL | re.MULTILINE
    )
    assert section is not None
    assert METHOD in section[1]


def test_a_changed_figure_is_named() -> None:
    """What differs is told by its place, before and after."""
    assert changed({"a": {"b": 1, "c": 2}}, {"a": {"b": 1, "c": 3}}) == ["/a/c: 3 -> 2"]


def test_the_figures_are_not_printed_over_unnoticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Printing anew is refused while the method's date is that of other figures."""
    path = tmp_path / "figures.json"
    monkeypatch.setattr(figures, "FIGURES", path)
    assert figures.main() == 0
    assert figures.main() == 0
    kept = figures.stored()
    kept["figures"]["2023-10-05"]["overdue"] = -1
    path.write_text(json.dumps(kept), encoding="utf-8")
    assert figures.main() == 1
    assert "first change METHOD" in capsys.readouterr().err
    kept["method"] = "2000-01-01"
    path.write_text(json.dumps(kept), encoding="utf-8")
    assert figures.main() == 0
    assert figures.stored()["method"] == METHOD
