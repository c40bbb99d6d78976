"""Files that were made to freeze or to deceive: each is read at once, and says what is wrong."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from openline.record.reading import read_record
from tests.steps import lines_run

TODAY = date(2026, 11, 25)
FOLDER = Path(__file__).parent / "attacks"
SAID = {
    "date-spaces": {"date-form"},
    "hostile-cells": set(),
    "hostile-header": {"column-missing", "hidden-characters"},
    "long-channel": {"name-too-long"},
    "sep-quote": {"delimiter-unknown"},
}


@pytest.mark.parametrize(("name", "codes"), SAID.items())
def test_an_attack_is_read_and_named(name: str, codes: set[str]) -> None:
    """Reading it runs a fixed number of lines, and its problems are of the kinds expected."""
    data = (FOLDER / f"{name}.csv").read_bytes()
    found = read_record(data, TODAY).problems
    assert codes <= {item.code for item in found}, Counter(item.code for item in found)
    assert all(len(item.message) < 1_000 for item in found)
    assert lines_run(lambda: read_record(data, TODAY)) < 200_000
