"""What JSON Schema calls the values of an address."""

from openline.view.value_schemas import A_DAY, day_schema, number_schema, words_schema


def test_a_value_is_a_word_a_day_or_a_number() -> None:
    """Words are listed, a day may stand beside them, and numbers have their bounds."""
    assert words_schema(("a", "b")) == {"type": "string", "enum": ["a", "b"]}
    assert day_schema(["today"]) == {"anyOf": [{"type": "string", "enum": ["today"]}, A_DAY]}
    assert number_schema(1, 9) == {"type": "integer", "minimum": 1, "maximum": 9}
