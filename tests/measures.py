"""Measures of the code: the figures of the table in `docs/architecture.md`, recounted.

`python -m tests.measures` prints them. They do not include what needs judgement, such as whether a
file's name can be guessed and how many files a change takes.
"""

import ast
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from statistics import median
from typing import Final

from tests.imports import ROOT, SOURCES, imported, tree

__all__ = ["complexity", "hands_on", "length", "parameters", "share", "sloc"]

Function = ast.FunctionDef | ast.AsyncFunctionDef
_TESTS: Final = sorted((ROOT / "tests").rglob("*.py"))
_BRANCHES: Final = (
    *(ast.If, ast.IfExp, ast.For, ast.AsyncFor, ast.While, ast.ExceptHandler, ast.Assert),
    *(ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp, ast.match_case),
)
_MARKS: Final = ("# noqa", "# type: ignore")
_SCREEN, _COMPLEX, _SHORT = 25, 10, 250
_CHANGES: Final = 300
"""How many of the latest commits are counted."""


def nodes(paths: Iterable[Path]) -> Iterator[ast.AST]:
    """Yield every node of some files."""
    for path in paths:
        yield from ast.walk(tree(path))


def complexity(function: Function) -> int:
    """Return 1 plus a function's branches, loops, handlers, boolean operands and comprehensions."""
    inside = list(ast.walk(function))
    operands = sum(len(node.values) - 1 for node in inside if isinstance(node, ast.BoolOp))
    return 1 + operands + sum(isinstance(node, _BRANCHES) for node in inside)


def sloc(path: Path) -> int:
    """Return how many lines of a file have code, without blanks, comments and docstrings."""
    texts = {
        line
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Expr) and is_text(node.value)
        for line in range(node.lineno, (node.end_lineno or 0) + 1)
    }
    lines = enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
    return sum(
        i not in texts and not line.lstrip().startswith("#") for i, line in lines if line.strip()
    )


def is_text(node: ast.expr) -> bool:
    """Return whether an expression is a string."""
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def length(function: Function) -> int:
    """Return how many lines a function has, without its docstring."""
    first = function.body[0]
    text = first if isinstance(first, ast.Expr) and is_text(first.value) else None
    docstring = (text.end_lineno or 0) - text.lineno + 1 if text else 0
    return (function.end_lineno or 0) - function.lineno + 1 - docstring


def parameters(function: Function) -> int:
    """Return how many parameters a function has, without `self`."""
    given = function.args
    names = [one.arg for one in (*given.posonlyargs, *given.args, *given.kwonlyargs)]
    return len([name for name in names if name not in {"self", "cls"}])


def hands_on(function: Function) -> bool:
    """Return whether a function's whole body is one call with exactly its own parameters."""
    body = [
        node for node in function.body if not (isinstance(node, ast.Expr) and is_text(node.value))
    ]
    call = getattr(body[0], "value", None) if len(body) == 1 else None
    if not isinstance(call, ast.Call):
        return False
    passed = [*call.args, *(item.value for item in call.keywords)]
    names = [one.arg for one in (*function.args.args, *function.args.kwonlyargs)]
    own = [name for name in names if name not in {"self", "cls"}]
    return bool(own) and [getattr(one, "id", None) for one in passed] == own


def is_public(node: ast.Module | Function | ast.ClassDef) -> bool:
    """Return whether a name is public; a module is."""
    return isinstance(node, ast.Module) or not node.name.startswith("_")


def public(paths: Iterable[Path]) -> list[Function | ast.ClassDef]:
    """Return the public classes and functions, and the public methods of those classes."""
    return [
        node
        for path in paths
        for scope in ast.walk(tree(path))
        if isinstance(scope, ast.Module | ast.ClassDef) and is_public(scope)
        for node in scope.body
        if isinstance(node, Function | ast.ClassDef) and is_public(node)
    ]


def lazy(paths: Sequence[Path]) -> int:
    """Return how many imports are inside functions."""
    functions = [node for node in nodes(paths) if isinstance(node, Function)]
    inner = [node for one in functions for node in ast.walk(one)]
    return len({node for node in inner if isinstance(node, ast.Import | ast.ImportFrom)})


def catches_all(node: ast.ExceptHandler) -> bool:
    """Return whether a handler catches every exception."""
    return node.type is None or ast.unparse(node.type) in {"Exception", "BaseException"}


def commits() -> list[set[str]]:
    """Return what each of the latest changes of the code touched: its top folders, and `docs` for a
    document elsewhere."""
    git = ["git", "log", "--no-merges", "--name-only", "--format=%x00", f"-{_CHANGES * 2}"]
    log = subprocess.run(git, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    touched = [{top(line) for line in one.splitlines()} for one in log.split("\0")]
    return [one for one in touched if one & {"openline", "pages", "dashboard.py"}][:_CHANGES]


def top(path: str) -> str:
    """Return the top folder of a path, `docs` for a document."""
    return "docs" if path.endswith(".md") else path.split("/", maxsplit=1)[0]


def of_functions() -> Iterator[str]:
    """Yield the figures of functions and of public names."""
    functions = [node for node in nodes(SOURCES) if isinstance(node, Function)]
    lengths = list(map(length, functions))
    yield f"functions {len(functions):,}: median {median(lengths):.0f}, longest {max(lengths)}"
    yield f"functions of up to 25 lines: {share(one <= _SCREEN for one in lengths)}"
    yield f"complexity over 10: {share(complexity(one) > _COMPLEX for one in functions)}"
    yield f"most parameters: {max(map(parameters, functions))}"
    yield f"functions that only hand on: {share(map(hands_on, functions))}"
    named = public(SOURCES)
    yield f"public names with a docstring: {share(map(is_described, named))}"
    typed = [one.returns is not None for one in named if isinstance(one, Function)]
    yield f"public functions with a return type: {share(typed)}"


def of_modules() -> Iterator[str]:
    """Yield the figures of modules and of their contents."""
    lines = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES}
    short = share(count < _SHORT for count in lines.values())
    yield f"modules {len(lines)}: under 250 lines {short}, longest {max(lines.values())}"
    pages = [count for path, count in lines.items() if path.parent.name == "pages"]
    yield f"longest page: {max(pages)}"
    code, tests = sum(map(sloc, SOURCES)), sum(map(sloc, _TESTS))
    yield f"lines of code {code:,}, of tests {tests:,}: {tests / code:.2f}"
    texts = [path.read_text(encoding="utf-8") for path in SOURCES]
    marks = sum(text.count(mark) for text in texts for mark in _MARKS)
    yield f"suppressions per 1,000 lines: {1000 * marks / code:.1f}"
    yield f"imports inside functions: {lazy(SOURCES)}"
    drawing = [path for path in SOURCES if "streamlit" in libraries(path)]
    both = ["pandas" in libraries(path) for path in drawing]
    yield f"modules with streamlit {len(drawing)}, with pandas too {sum(both)}"
    handlers = [catches_all(one) for one in nodes(SOURCES) if isinstance(one, ast.ExceptHandler)]
    yield f"handlers {len(handlers)}, of everything {sum(handlers)}: {share(handlers)}"
    yield f"global statements: {sum(isinstance(node, ast.Global) for node in nodes(SOURCES))}"


def of_changes() -> Iterator[str]:
    """Yield the figures of tests and of the latest changes."""
    cases = [one for one in nodes(_TESTS) if isinstance(one, Function)]
    sentences = [is_described(one) for one in cases if one.name.startswith("test_")]
    yield f"tests {len(sentences):,}: with a sentence {share(sentences)}"
    changes = commits()
    tests, docs = (share(name in one for one in changes) for name in ("tests", "docs"))
    yield f"changes of code {len(changes)}: with tests {tests}, with documents {docs}"


def is_described(node: Function | ast.ClassDef) -> bool:
    """Return whether a function or class has a docstring."""
    return ast.get_docstring(node) is not None


def libraries(path: Path) -> set[str]:
    """Return the top packages that a file imports."""
    return {name.split(".")[0] for name in imported(path)}


def share(answers: Iterable[bool]) -> str:
    """Return the share of true answers, in per cent."""
    told = list(answers)
    return f"{100 * sum(told) / len(told):.1f} %"


def main() -> None:
    """Print every figure."""
    for line in chain(of_functions(), of_modules(), of_changes()):
        sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
