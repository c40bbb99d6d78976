"""Growth: the cost of anything that a stranger can lengthen grows no faster than its length.

Steps are counted, not time. The tests find every compiled pattern of the program, and every
function that takes one text, automatically.
"""

import ast
import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cache, partial
from types import ModuleType
from typing import Any

import pytest

import openline
from openline.intake.column_content import can_be, column_by_content
from openline.intake.column_texts import Texts
from openline.record.columns import COLUMNS, DATE, PARTIES, STATE
from openline.record.header_names import guess_columns
from openline.record.reading import read_record
from openline.view.parameters import PARAMETERS
from openline.view.view import View
from tests.budget import budget
from tests.steps import Engine, TooManyStepsError, lines_run

pytestmark = pytest.mark.thorough

LENGTHS = (1_000, 10_000, 100_000)[: budget(2, 3)]
MOST_GROWTH = 15
"""The most times as many steps for ten times as many letters."""
FEW_LINES = 400
"""A function that runs fewer lines for 10,000 letters does not loop over them."""
UNITS = ("a", " ", "é", "1", "-", ";", "=", '"', "\n", "&", "<b>", "\u200b", "a b ", "Iran; ", "1/")
_A_PROBLEM = 20_000
"""Reporting a problem of a cell runs fewer lines than this."""
FEW_UNITS = ("a", " ", "-", "Iran; ")
ROOMS = (
    "record",
    "intake",
    "sentences",
    "view",
    "figures",
    "formats",
    "markup",
    "ui.markup",
    "web",
)
ANCHORED = frozenset({"fullmatch", "match"})
TODAY = date(2026, 11, 25)


def modules() -> Iterator[ModuleType]:
    """Return the modules of the program, except those that run when imported."""
    for found in pkgutil.walk_packages(openline.__path__, "openline."):
        if "migrations" not in found.name and not found.name.endswith("__main__"):
            yield importlib.import_module(found.name)


def patterns_of(module: ModuleType) -> Iterator[tuple[str, re.Pattern[Any]]]:
    """Return the patterns that a module holds, including those within its tables."""
    held = [(f"{module.__name__}.{name}", value) for name, value in vars(module).items()]
    while held:
        name, value = held.pop()
        if isinstance(value, re.Pattern):
            yield name, value
        elif isinstance(value, tuple | list | set | frozenset):
            held += [(name, item) for item in value]
        elif isinstance(value, dict):
            held += [(name, item) for item in value.values()]


@cache
def all_patterns() -> dict[str, tuple[re.Pattern[Any], bool]]:
    """Return every pattern of the program by its place, and whether it is searched for or only ever
    matched at the beginning of a text."""
    found: dict[str, tuple[re.Pattern[Any], bool]] = {}
    for module in modules():
        source = inspect.getsource(module)
        for name, pattern in patterns_of(module):
            uses = set(re.findall(rf"\b{name.rpartition('.')[2]}\.(\w+)", source))
            place = name if name not in found else f"{name} {pattern.pattern!r}"
            found[place] = pattern, not uses or not uses <= ANCHORED
        for name, pattern, use in written_in(module):
            found[name] = pattern, use not in ANCHORED
    return found


def written_in(module: ModuleType) -> Iterator[tuple[str, re.Pattern[Any], str]]:
    """Return the literal patterns that a module's functions pass to `re`, and to which function."""
    source = inspect.getsource(module)
    if not re.search(r"^import re$", source, re.MULTILINE):
        return  # Searching the others would take most of the time for collecting tests.
    tree = ast.parse(source)
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    for node in (node for function in functions for node in ast.walk(function)):
        if not (isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re.")):
            continue
        if node.args and isinstance(node.args[0], ast.Constant):
            use = ast.unparse(node.func).removeprefix("re.")
            yield f"{module.__name__}:{node.lineno}", re.compile(node.args[0].value), use


@cache
def takers() -> dict[str, Callable[[str], object]]:
    """Return every public function that needs one text and nothing else."""
    found: dict[str, Callable[[str], object]] = {}
    for module in modules():
        if not module.__name__.startswith(tuple(f"openline.{room}" for room in ROOMS)):
            continue
        for name, function in vars(module).items():
            plain = inspect.unwrap(function) if callable(function) else None
            if not inspect.isfunction(plain) or plain.__module__ != module.__name__:
                continue
            asked = inspect.signature(plain).parameters.values()
            needed = [item.annotation for item in asked if item.default is item.empty]
            if not name.startswith("_") and len(needed) == 1 and needed[0] in (str, object):
                found[f"{module.__name__}.{name}"] = plain
    return found


def hardest(pattern: re.Pattern[Any], *, is_searched: bool = True) -> str:
    """Return a text for which a pattern takes more steps than its length explains, "" if there is
    none."""
    engine = Engine(pattern)

    def steps(parts: tuple[str, str, str], length: int) -> int:
        text = parts[0] + (parts[1] * length)[:length] + parts[2]
        return engine.steps_of(text, 4_000 * length, is_searched=is_searched)

    for parts in engine.hard_texts():
        try:
            # If a few letters look quadratic, a bound may lie beyond them, so more are tried.
            if steps(parts, 40) < 2.6 * steps(parts, 20):
                continue
            if steps(parts, 600) < 3 * steps(parts, 300):
                continue
        except TooManyStepsError:
            pass
        return " ".join(map(repr, parts))
    return ""


def linear(
    call: Callable[[str], object], units: Sequence[str] = UNITS, base: int = 0, few: int = FEW_LINES
) -> str:
    """Return the repeated unit for which a call runs more lines than the length explains, or
    nothing.

    `base`: the lines that it runs whatever the text; half of `few`: those allowed in addition at
    any length.
    """

    def run(text: str) -> None:
        try:
            call(text)
        except (ValueError, LookupError, AttributeError):
            return

    for unit in units:
        run((unit * LENGTHS[0])[: LENGTHS[0] // 2])  # one-off lookups are not a cost of the text
        most = 200_000
        for length in LENGTHS:
            text = (unit * length)[:length]
            try:
                lines = lines_run(partial(run, text), base + most) - base
            except TooManyStepsError:
                return repr(unit)
            if length > LENGTHS[0] and lines < few:
                break
            most = MOST_GROWTH * max(lines, few // 2)
    return ""


@pytest.mark.parametrize("name", all_patterns())
def test_every_pattern_is_linear(name: str) -> None:
    """No pattern takes more steps than the length of a text explains, whatever the text."""
    pattern, is_searched = all_patterns()[name]
    assert not hardest(pattern, is_searched=is_searched)


@pytest.mark.parametrize(
    "planted", [r"\s+$", r"(a+)+b", r"(a|aa)+$", r"<b>.*?</b>", r"x*y", r"\[[^\]]*\]"]
)
def test_a_pattern_that_is_not_linear_is_found(planted: str) -> None:
    """Planted quadratic and worse patterns are found, even within a table of a module."""
    module = ModuleType("planted")
    vars(module)["TABLE"] = {"one": (re.compile("a"), re.compile(planted))}
    found = [pattern for _, pattern in patterns_of(module) if hardest(pattern)]
    assert [pattern.pattern for pattern in found] == [planted]


@pytest.mark.parametrize("name", takers())
def test_every_function_of_a_text_is_linear(name: str) -> None:
    """No function of one text runs more lines than the text's length explains."""
    assert not linear(takers()[name])


def test_a_function_that_is_not_linear_is_found() -> None:
    """A planted one that looks at each pair of letters is found."""
    assert linear(lambda text: [one for one in text for other in text if other > one])


@pytest.mark.parametrize("days", [("date",), ("start", "end")])
def test_a_long_cell_is_read_in_linear_steps(days: tuple[str, ...]) -> None:
    """Reading a record with a cell of any length in each column is linear in that cell."""
    names = [one.name for one in COLUMNS if one.name != "date"]
    header = [*days, *(name for name in names if name != "event" or "date" in days), "another"]
    sound = {"channel": "Line", "parties": "A; B", "state": "open", days[0]: "2020-01-01"}

    def read(text: str) -> None:
        cell = '"' + text.replace('"', '""') + '"'
        rows = ({**sound, name: cell} for name in header)
        lines = (",".join(row.get(name, "") for name in header) for row in rows)
        read_record("\n".join([",".join(header), *lines]).encode(), TODAY)

    read("a")
    assert not linear(read, FEW_UNITS, lines_run(lambda: read("a")), _A_PROBLEM)


def test_a_long_header_is_read_in_linear_steps() -> None:
    """A long name of a column, and many names, are linear to read and to guess from."""
    assert not linear(lambda text: read_record(f"{text}\nx\n".encode(), TODAY), FEW_UNITS)
    assert not linear(lambda text: guess_columns([text, text[:50]]))
    assert not linear(lambda text: guess_columns(text.split(" ")))


def test_a_long_cell_is_looked_at_in_linear_steps() -> None:
    """Guessing what a column holds takes no more steps than the length of its cells explains."""

    def look(text: str) -> None:
        texts: Texts = {text: 1, f"{text}; b": 1}
        for name in (PARTIES, DATE, STATE):
            column_by_content(name, {"a": texts})
        for column in COLUMNS:
            can_be(column.name, texts)

    assert not linear(look)


@pytest.mark.parametrize("parameter", [one.name for one in PARAMETERS])
def test_a_long_address_is_read_in_linear_steps(parameter: str) -> None:
    """Reading an address of any length, and reporting on it, takes no more steps than its length
    explains."""
    assert not linear(lambda text: View.from_query({parameter: [text]}))
    assert not linear(lambda text: View.from_query({parameter: [*text]}))


def test_functions_are_found_in_every_room() -> None:
    """A renamed room would otherwise be left out silently."""
    names = [name.removeprefix("openline.") for name in takers()]
    assert [room for room in ROOMS if not any(name.startswith(room) for name in names)] == []
