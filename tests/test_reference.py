"""The reference pages match the code."""

from collections.abc import Callable
from pathlib import Path

import pytest

from openline.reference import REFERENCES

REFERENCE = Path(__file__).parent.parent / "docs" / "reference"


@pytest.mark.parametrize(("name", "render"), REFERENCES.items())
def test_page_is_fresh(name: str, render: Callable[[], str]) -> None:
    """Each reference page is what `make docs` would print now."""
    assert render() == (REFERENCE / name).read_text(encoding="utf-8")


def test_no_page_is_left_over() -> None:
    """Every reference page is still printed by something."""
    assert {path.name for path in REFERENCE.glob("*.md")} == set(REFERENCES)
