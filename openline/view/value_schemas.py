"""What JSON Schema calls the values of an address."""

from collections.abc import Iterable, Mapping
from typing import Final

Schema = Mapping[str, object]
MOST_LETTERS: Final = 200
"""The most letters that a value of an address may have, unless it is a name of the record's."""
DAY_SCHEMA: Final[Schema] = {"type": "string", "format": "date"}
A_RECORD: Final[Schema] = {
    "type": "string",
    "pattern": r"^([^@\s][^@]*(@[1-9][0-9]{0,8})?|bundled@[0-9a-f]{7,64})$",
    "maxLength": MOST_LETTERS,
}


def words_schema(words: Iterable[str]) -> Schema:
    """Return what a value is that is one of some words."""
    return {"type": "string", "enum": list(words)}


def day_schema(words: Iterable[str]) -> Schema:
    """Return what a value is that is a day, or one of some words."""
    return {"anyOf": [words_schema(words), DAY_SCHEMA]}


def range_schema(words: Iterable[str]) -> Schema:
    """Return what a value is that is one of some words, or days as `2020-01-01..`: that a last
    day follows a first one is more than a schema can say."""
    days = r"^[12][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])\.\.$"
    return {"anyOf": [words_schema(words), {"type": "string", "pattern": days}]}


def number_schema(least: int, most: int) -> Schema:
    """Return what a value is that is a whole number between two bounds."""
    return {"type": "integer", "minimum": least, "maximum": most}
