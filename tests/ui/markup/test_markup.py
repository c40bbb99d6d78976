"""Markup gets on a page in one way, and is made of text in one module."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from openline.markup.text import Markup, tag
from tests.imports import tree

ROOT: Final = Path(__file__).parents[3]
PATHS: Final = {
    path.relative_to(ROOT).as_posix(): path
    for part in ("openline/markup", "openline/ui", "pages")
    for path in sorted((ROOT / part).rglob("*.py"))
}
DRESSING: Final = {
    "openline/markup/text.py": "elements, whose text it escapes, and a line break",
    "openline/ui/markup/sheet.py": "rules of style, which are the program's own",
}
"""The modules that may take text for markup as it is, and what they take."""


def _calls(module: ast.AST, name: str) -> Iterator[ast.Call]:
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] == name:
            yield node


def _functions(module: ast.AST) -> Iterator[ast.FunctionDef]:
    return (node for node in ast.walk(module) if isinstance(node, ast.FunctionDef))


def _making(module: ast.AST) -> set[str]:
    """The names of the functions of a module that return markup."""
    return {
        node.name
        for node in _functions(module)
        if node.returns is not None and ast.unparse(node.returns) == "Markup"
    }


@cache
def _public() -> frozenset[str]:
    """The names of all public functions that return markup."""
    made = (name for path in PATHS.values() for name in _making(tree(path)))
    return frozenset(name for name in made if not name.startswith("_"))


def _is_markup(node: ast.AST, makers: set[str], names: set[str]) -> bool:
    match node:
        case ast.Call(func=ast.Name(id=name)):
            return name in makers
        case ast.Name(id=name):
            return name in names
        case ast.IfExp(body=one, orelse=other) | ast.BinOp(left=one, right=other):
            return _is_markup(one, makers, names) or _is_markup(other, makers, names)
        case ast.GeneratorExp(elt=item) | ast.ListComp(elt=item) | ast.Starred(value=item):
            return _is_markup(item, makers, names)
        case ast.List(elts=items) | ast.Tuple(elts=items):
            return any(_is_markup(item, makers, names) for item in items)
    return False


def _within_text(function: ast.FunctionDef, makers: set[str]) -> Iterator[str]:
    """The f-strings and joins of plain text in a function that have markup within."""
    names: set[str] = set()
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and _is_markup(node.value, makers, names):
            names |= {target.id for target in node.targets if isinstance(target, ast.Name)}
    for node in ast.walk(function):
        match node:
            case ast.FormattedValue(value=value) if _is_markup(value, makers, names):
                yield ast.unparse(node)
            case ast.Call(func=ast.Attribute(value=ast.Constant(), attr="join"), args=[value]):
                if _is_markup(value, makers, names):
                    yield ast.unparse(node)


def test_markup_is_drawn_in_one_place() -> None:
    """Whatever else draws HTML could be given text."""
    drawing_html = [
        name
        for name, path in PATHS.items()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute) and node.attr == "html"
    ]
    assert drawing_html == ["openline/ui/markup/text.py"]


def test_text_is_taken_for_markup_where_it_is_the_programs_own() -> None:
    """Each module that does so has a reason, and none has a reason without need."""
    assert {name for name, path in PATHS.items() if any(_calls(tree(path), "Markup"))} == set(
        DRESSING
    )


@pytest.mark.parametrize(
    "name", [name for name in PATHS if "/ui/" in name and name not in DRESSING]
)
def test_no_text_is_made_of_markup(name: str) -> None:
    """An f-string or a join of plain text forgets that what stands in it is dressed, which
    would then be escaped once more and shown."""
    makers = {*_public(), "escape", *_making(tree(PATHS[name]))}
    assert [
        text for one in _functions(tree(PATHS[name])) for text in _within_text(one, makers)
    ] == []


def test_a_text_made_of_markup_is_found() -> None:
    """The test above sees through variables and conditions."""
    code = """
def one():
    link = tag("a", "x")
    return f"See {link if link else ''}"

def two():
    return ", ".join(tag("a", name) for name in "xy")
"""
    found = [text for one in _functions(ast.parse(code)) for text in _within_text(one, {"tag"})]
    assert len(found) == 2


def test_plain_text_is_no_markup() -> None:
    """What an element returns is, and stays so where text is added."""
    assert not isinstance("<p>", Markup)
    assert isinstance("<" + tag("p", "x") + ">", Markup)
