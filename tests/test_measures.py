"""The figures of the table in `docs/architecture.md` are counted as the page says."""

import ast
from pathlib import Path

from tests.measures import Function, complexity, hands_on, length, parameters, share, sloc

_SOURCE = '''"""Module."""

# A comment.
def told(words: str, *, loud: bool = False) -> str:
    """Say it.

    Twice.
    """
    return say(words, loud=loud)


def chosen(rows: list[int]) -> list[int]:
    """Return what counts."""
    if rows and rows[0] or not rows:
        return [row for row in rows if row]
    return rows
'''


def _functions() -> list[Function]:
    return [node for node in ast.parse(_SOURCE).body if isinstance(node, Function)]


def test_a_function_is_counted_without_its_docstring() -> None:
    """The `if`, two operands beyond the first and the comprehension make a complexity of 5."""
    told, chosen = _functions()
    assert [(length(one), complexity(one)) for one in (told, chosen)] == [(2, 1), (4, 5)]
    assert [parameters(one) for one in (told, chosen)] == [2, 1]
    assert [hands_on(one) for one in (told, chosen)] == [True, False]


def test_lines_of_code_have_neither_blanks_nor_words(tmp_path: Path) -> None:
    """Six of fourteen lines have code."""
    path = tmp_path / "module.py"
    path.write_text(_SOURCE, encoding="utf-8")
    assert sloc(path) == 6


def test_a_share_is_in_per_cent() -> None:
    """One of three is a third."""
    assert share([True, False, False]) == "33.3 %"
