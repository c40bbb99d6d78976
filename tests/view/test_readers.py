"""Reading one value of an address."""

import re
from datetime import date
from typing import Any

import pytest

from openline.view.readers import (
    DAY_SCHEMA,
    Fault,
    day_schema,
    number_schema,
    one_of,
    range_schema,
    read_as_of,
    read_one_day,
    read_parties,
    read_switch,
    shorten,
    whole,
    words_schema,
    write_switch,
)


def test_parties_are_sorted_and_joined_as_in_a_record() -> None:
    """The order and the blanks of the sides do not matter."""
    assert read_parties("United States;  China ") == "China; United States"


def test_an_as_of_day_is_a_day_or_one_of_two_words() -> None:
    """Latest and today are words, and only where they mean something."""
    assert read_as_of(" Latest ") == "latest"
    assert read_as_of("2023-10-05") == date(2023, 10, 5)
    assert isinstance(read_one_day("latest"), Fault)


@pytest.mark.parametrize(("text", "hint"), [("confirmd", "Write confirmed."), ("5", None)])
def test_a_word_that_is_nearly_right_is_guessed(text: str, hint: str | None) -> None:
    """The nearest word is offered, and where there is none any of those that the message lists."""
    fault = one_of(("confirmed", "inferred"))(text)
    assert isinstance(fault, Fault)
    assert fault.suggestion == (hint or "Write one of them.")


def test_a_whole_number_has_bounds() -> None:
    """Digits alone are a number, and it lies between its bounds."""
    assert whole(0, 10)(" 7 ") == 7
    assert all(isinstance(whole(0, 10)(text), Fault) for text in ("11", "-1", "1.0", "٣"))


def test_a_switch_is_written_as_it_is_read() -> None:
    """On and off are each other's opposite, and nothing else is a switch."""
    for word in ("on", "OFF"):
        value = read_switch(word)
        assert not isinstance(value, Fault)
        assert write_switch(value) == word.lower()
    assert isinstance(read_switch("yes"), Fault)


def test_a_long_value_is_cut_in_messages() -> None:
    """A message quotes a value as far as a line allows."""
    assert shorten("a" * 100) == "a" * 59 + "…"
    assert shorten(" a \n b ") == "a b"


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
