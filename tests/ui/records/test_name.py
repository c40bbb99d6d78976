"""The name of a record."""

import pytest

from openline.store.names import check_name
from openline.ui.records.name import name_problem, proposed_name


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("Gulf lines.csv", "Gulf lines"),
        ("gulf_lines (2).csv", "gulf_lines 2"),
        ("../../etc/passwd", "etc passwd"),
        ("<b>.csv", "b"),
        (".csv", "csv"),
        ("***", "Record"),
        ("a" * 200 + ".csv", "a" * 60),
        ("Линии.xlsx", "Линии"),
    ],
)
def test_a_file_suggests_a_name_that_can_be_saved(file: str, name: str) -> None:
    """Whatever a file is called, the name proposed is one that the store takes."""
    assert proposed_name(file) == name
    assert check_name(name) == name


def test_a_name_that_no_record_may_have_is_told() -> None:
    """What is not written yet is no fault."""
    assert name_problem("Gulf lines") is None
    assert name_problem("  ") is None
    for wrong in ("a/b", "-a", "bundled", "a" * 61):
        problem = name_problem(wrong)
        assert problem is not None
        assert problem.code == "record-name"
