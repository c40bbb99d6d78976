"""Tables in JSON."""

import json
from typing import Any

import pytest

from openline.intake.json_tables import json_table

EXPECTED = [["channel", "date"], ["A", "2019"], ["B", "2020"]]


@pytest.mark.parametrize(
    "value",
    [
        [{"channel": "A", "date": "2019"}, {"channel": "B", "date": "2020"}],
        {"rows": [{"channel": "A", "date": 2019}, {"channel": "B", "date": 2020}]},
        [["channel", "date"], ["A", "2019"], ["B", 2020]],
        {"channel": ["A", "B"], "date": ["2019", "2020"]},
        {"channel": {"0": "A", "1": "B"}, "date": {"0": 2019, "1": 2020}},
        {"columns": ["channel", "date"], "index": [0, 1], "data": [["A", 2019], ["B", 2020]]},
        {"fields": [{"name": "channel"}, {"name": "date"}], "rows": [["A", 2019], ["B", 2020]]},
        [
            {"channel": "A", "log": [{"date": "2019"}]},
            {"channel": "B", "log": [{"date": "2020"}]},
        ],
    ],
)
def test_a_table_is_read_however_it_is_laid_out(value: Any) -> None:
    """Objects or lists, by rows or by columns, or a list within each object."""
    assert json_table(json.dumps(value)) == EXPECTED


def test_lists_with_names_keep_them() -> None:
    """None of several lists is lost; the names are a column, which takes no other's place."""
    assert json_table('{"A": [{"date": 2019}], "B": [{"date": 2020}]}') == [
        ["name", "date"],
        ["A", "2019"],
        ["B", "2020"],
    ]
    assert json_table('{"A": [{"name": "x"}], "B": [{"name": "y"}]}')[0] == ["list", "name"]


def test_an_object_without_a_list_within_keeps_its_row() -> None:
    """With what it says."""
    text = '[{"channel": "A", "log": [{"date": 2019}]}, {"channel": "B", "log": []}]'
    assert json_table(text) == [["channel", "date"], ["A", "2019"], ["B", ""]]


@pytest.mark.parametrize("text", ["{}", "[]", "1", '{"a": [1], "b": [1, 2]}', "[[], 1]", "{"])
def test_what_is_no_table_is_none(text: str) -> None:
    """Nor a header alone of nothing."""
    assert len(json_table(text)) <= 2
