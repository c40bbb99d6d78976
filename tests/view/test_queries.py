"""Thousands of addresses that nobody would write are read."""

import sys
from datetime import date
from typing import Final
from urllib.parse import parse_qs

from openline.record.reading import read_record
from openline.view.names import unknown_names
from openline.view.parameters import PARAMETERS, Parameter
from openline.view.readers import Fault, shorten
from openline.view.record_name import RecordName
from openline.view.view import MOST_VALUES, VIEW_PROBLEM_KINDS, View
from tests.budget import budget
from tests.view.queries import mutated

RECORD: Final = read_record(
    b"channel,parties,level,kind,date,state\n"
    b"Defence ministers,China; United States,military,hotline,2020-01-01,open\n",
    date(2024, 1, 1),
)
KNOWN: Final = {parameter.name for parameter in PARAMETERS}
SEED: Final = 20261125
_UNKNOWN: Final = "parameter-unknown"


def _read(query: str) -> dict[str, list[str]]:
    """Read a query as Streamlit does."""
    return parse_qs(query, keep_blank_values=True)


def _ignored(parameter: Parameter, texts: list[str]) -> int:
    """Return how many problems the values of a parameter have to have: one each that cannot
    count, one for a second that stands once, and one for all beyond the limit."""
    looked_at = texts[:MOST_VALUES]
    sound = [text for text in looked_at if _counts(parameter, text)]
    is_second = not parameter.repeated and len(sound) > 1
    return len(looked_at) - len(sound) + is_second + (len(texts) > MOST_VALUES)


def _counts(parameter: Parameter, text: str) -> bool:
    return len(text) <= parameter.most and not isinstance(parameter.read(text), Fault)


def test_each_value_that_is_ignored_is_named() -> None:
    """Of 5,000 mutated addresses each gives a view, whose own address gives it again, and a
    problem for each value that does not count."""
    for text in mutated(SEED, budget(500, 5_000)):
        query = _read(text)
        view, problems = View.from_query(query)
        own = view.to_query()
        lists = {name: [one] if isinstance(one, str) else one for name, one in own.items()}
        assert View.from_query(lists) == (view, ()), text
        assert {problem.code for problem in problems} <= set(VIEW_PROBLEM_KINDS)
        unknown = [problem.column for problem in problems if problem.code == _UNKNOWN]
        named = [problem.column for problem in problems if problem.code != _UNKNOWN]
        for parameter in PARAMETERS:
            ignored = _ignored(parameter, query.get(parameter.name, []))
            assert named.count(parameter.name) == ignored, text
        others = [shorten(name) for name in query if name not in KNOWN]
        assert unknown == others[:MOST_VALUES], text
        unknown_names(view, RECORD)
        RecordName.read(view.record)


def _calls(query: dict[str, list[str]]) -> int:
    """Return how many functions are called to read a query and to look for its names."""
    count = 0

    def called(*_: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(called)
    try:
        view, _ = View.from_query(query)
        unknown_names(view, RECORD)
    finally:
        sys.setprofile(None)
    return count


def test_reading_costs_no_more_than_the_address_is_long() -> None:
    """Four times as many values, parameters or letters take at most four times as many steps."""
    for name in ("level", "parties", "asof", "channel", "unknown"):
        few, many = ({name: [f"x{place}" for place in range(size)]} for size in (500, 2_000))
        assert _calls(many) <= 4 * _calls(few)
        short, long = ({name: ["x;" * size]} for size in (1_000, 4_000))
        assert _calls(long) <= 4 * _calls(short)
    few, many = ({f"p{place}": ["x"] for place in range(size)} for size in (500, 2_000))
    assert _calls(many) <= 4 * _calls(few)
