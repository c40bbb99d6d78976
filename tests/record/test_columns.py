"""The names of a record: every column and word of the contract, once."""

from openline.record import columns


def test_the_columns_are_those_of_the_contract() -> None:
    """The format has fourteen columns, of which three are needed and three are one a channel."""
    found = {column.name: column for column in columns.COLUMNS}
    assert set(found) == {
        "channel",
        "date",
        "state",
        "parties",
        "level",
        "kind",
        "cadence_days",
        "event",
        "actor",
        "summary",
        "cause",
        "source",
        "source_url",
        "confidence",
    }
    assert {name for name, column in found.items() if column.needed} == {"channel", "date", "state"}
    assert {name for name, column in found.items() if column.one_per_channel} == {
        "level",
        "kind",
        "cadence_days",
    }


def test_each_column_explains_itself() -> None:
    """Each column has a sentence that says what it means, and its values in words."""
    for column in columns.COLUMNS:
        assert column.meaning.endswith(".")
        assert column.values


def test_the_words_are_those_of_the_contract() -> None:
    """States are ordered from severed to open; unknown may be written, ended may not."""
    assert columns.KNOWN_STATES == ("severed", "partial", "open")
    assert set(columns.STATE_WORDS) == {"open", "partial", "severed", "unknown"}
    assert set(columns.STATUS_WORDS) == {*columns.STATE_WORDS, "ended"}
    assert set(columns.EVENTS) == {
        "change",
        "contact",
        "overture",
        "refusal",
        "check",
        "ended",
    }
    assert columns.CONFIDENCES == ("confirmed", "reported", "inferred")
