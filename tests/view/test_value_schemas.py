"""What JSON Schema calls the values of an address."""

import re
from typing import Any

from openline.view.value_schemas import (
    DAY_SCHEMA,
    day_schema,
    number_schema,
    range_schema,
    words_schema,
)


def test_a_value_is_a_word_a_day_or_a_number() -> None:
    """Words are listed, a day may stand beside them, and numbers have their bounds."""
    assert words_schema(("a", "b")) == {"type": "string", "enum": ["a", "b"]}
    assert day_schema(["today"]) == {"anyOf": [{"type": "string", "enum": ["today"]}, DAY_SCHEMA]}
    assert number_schema(1, 9) == {"type": "integer", "minimum": 1, "maximum": 9}


def test_a_range_is_a_word_or_days() -> None:
    """Of days it has those without a last one, each of which can be read."""
    schema: Any = range_schema(("3y",))
    words, days = schema["anyOf"]
    assert words == words_schema(("3y",))
    fits = re.compile(days["pattern"]).match
    assert fits("2020-01-01..")
    assert not fits("..2023-10-05")
