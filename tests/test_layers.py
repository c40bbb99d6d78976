"""The layout of the code: what may import what, where the clock is read, and how large modules are.

Every check loops over the existing files, so that it applies to a new module from its first day.
"""

import ast
import re
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Final

from tests.imports import MODULES, ROOT, SOURCES, imported, room_of, tree

ROOMS: Final = {
    "": {"library"},
    "library": {"settings", "questions", "formats", "view", "analysis", "record"},
    "record": set(),
    "intake": {"record"},
    "view": {"analysis", "record"},
    "analysis": {"record"},
    "sentences": {"analysis", "record"},
    "markup": {"sentences", "record"},
    "cite": {"analysis", "record"},
    "brief": {"cite", "figures", "markup", "sentences", "analysis", "record"},
    "site": {
        "settings",
        "cite",
        "web",
        "brief",
        "figures",
        "markup",
        "sentences",
        "formats",
        "analysis",
        "record",
    },
    "page_commands": {
        "site",
        "brief",
        "questions",
        "streams",
        "settings",
        "analysis",
        "record",
    },
    "figures": {"view", "sentences", "analysis", "record"},
    "formats": {"analysis", "record"},
    "options": {"streams", "view", "analysis", "record"},
    "process": {"store", "web"},
    "streams": set(),
    "settings": {"record"},
    "counts": {"record"},
    "store": {"counts", "record"},
    "questions": {"view", "analysis", "record"},
    "reference": {"formats", "options", "sentences", "store", "view", "analysis", "record"},
    "ui": {
        "brief",
        "cite",
        "counts",
        "settings",
        "intake",
        "store",
        "web",
        "questions",
        "figures",
        "markup",
        "sentences",
        "formats",
        "view",
        "analysis",
        "record",
    },
    "store_command": {"streams", "settings", "store", "formats"},
    "cli": {
        "page_commands",
        "streams",
        "settings",
        "store_command",
        "options",
        "questions",
        "formats",
        "sentences",
        "view",
        "analysis",
        "record",
    },
    "__main__": {"cli"},
    "pages": {"ui", "figures", "markup", "sentences", "view", "analysis", "record"},
    "web": {
        "counts",
        "settings",
        "intake",
        "store",
        "questions",
        "sentences",
        "figures",
        "formats",
        "view",
        "analysis",
        "record",
    },
    "dashboard": {"ui", "web", "process", "settings"},
}
"""Each room, and the rooms that it may import from. A new room needs its line here."""

UI_TIERS: Final = (
    {"pages", "data", "browser"},
    {"scene", "address", "markup"},
    {"controls"},
    {"frame"},
    {path.parent.name for path in SOURCES if path.match("openline/ui/*/page.py")},
)
"""The rooms of `openline.ui`: each may import from those above it here. The last belong to
pages."""

STREAMLIT_ROOMS: Final = {"ui", "pages", "dashboard"}
CLOCK_MODULES: Final = {"openline.ui.data.clock", "openline.cli", "openline.library.reading"}
CLOCKS: Final = {
    f"{owner}.{call}"
    for owner in ("date", "datetime", "Timestamp")
    for call in ("today", "now", "utcnow")
} | {"time.time", "time.localtime", "time.gmtime"}

VAGUE: Final = re.compile(r"(util|helper|manager|tool)s?|base|common|core|misc")
MODULE_LINES: Final = 250
PAGE_LINES: Final = 64
TABLE_MAKERS: Final = 3
FUNCTION_LINES: Final = 40
LONGER_MODULES: Final[dict[str, str]] = {
    "openline.record.problems": "one table of all kinds of problem, each with its example",
}
"""Modules allowed to be longer than the limit, each with the reason."""
NAMED_TWICE: Final = {"main", "Record", "Filters"}
"""Names that two modules give: programs begin in `main`, and the library has its own `Record` and
`Filters`."""
WITHOUT_TEST: Final = {"__init__", "__main__"}


def imports_library(path: Path, library: str) -> bool:
    """Return whether a module imports a library or a part of it."""
    return any(name.split(".")[0] == library for name in imported(path))


def dotted(node: ast.expr) -> str:
    """Return the last two names of a called function, as in `date.today`."""
    if not isinstance(node, ast.Attribute):
        return ""
    owner = node.value
    left = owner.id if isinstance(owner, ast.Name) else getattr(owner, "attr", "")
    return f"{left}.{node.attr}"


def is_public(name: str) -> bool:
    """Return whether a name is meant for other modules."""
    return not name.startswith("_")


def defined(path: Path) -> Iterator[str]:
    """Yield the names that a module binds; a package's imports from its own modules count, and so
    do those for types only."""
    body = tree(path).body
    typed = [node for item in body if isinstance(item, ast.If) for node in item.body]
    for node in (*body, *typed):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            yield from (target.id for target in targets if isinstance(target, ast.Name))
        elif isinstance(node, ast.ImportFrom) and is_ours(node) and path.name == "__init__.py":
            yield from (alias.asname or alias.name for alias in node.names)


def is_ours(node: ast.ImportFrom) -> bool:
    """Return whether an import is from a module of this project."""
    return (node.module or "").split(".")[0] == "openline"


def declared(path: Path) -> list[str]:
    """Return what a module's `__all__` lists."""
    for node in tree(path).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            return list(ast.literal_eval(node.value))
    return []


def in_order(name: str) -> tuple[int, str]:
    """Sort constants first, then classes, then functions, as the linter does."""
    return (0 if name.isupper() else 1 if name[0].isupper() else 2, name)


def code_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return how many lines a function has, without its docstring."""
    text = ast.get_docstring(node, clean=False)
    return (
        (node.end_lineno or node.lineno) - node.lineno + 1 - (text.count("\n") + 1 if text else 0)
    )


def mirror_of(path: Path) -> Path:
    """Return the path of a module's tests, below `tests`; the code that draws a page is tested with
    the page."""
    inside = path.relative_to(ROOT)
    if inside.parts[:2] == ("openline", "ui") and path.stem == "page":
        page = inside.parts[2]
        inside = Path("dashboard.py") if page == "status" else Path("pages", f"{page}.py")
    folders = inside.parts[:-1]
    return Path(*(folders[1:] if folders[:1] == ("openline",) else folders), f"test_{inside.name}")


def test_each_room_imports_only_from_the_rooms_below() -> None:
    """Imports run one way, and a room that is not in the table may import none of our modules."""
    wrong = [
        f"{name} imports {other}"
        for name, path in MODULES.items()
        for other in imported(path)
        if other.split(".")[0] in {"openline", "pages", "dashboard"}
        and room_of(other) != room_of(name)
        and room_of(other) not in ROOMS.get(room_of(name), set())
    ]
    assert wrong == []


def ui_room(name: str) -> str:
    """Return the room of `openline.ui` in which a module is, "" for any other module."""
    return name.split(".")[2] if name.startswith("openline.ui.") else ""


def ui_tier(room: str) -> int:
    """Return the tier of `openline.ui` in which a room is."""
    return next(i for i, rooms in enumerate(UI_TIERS) if room in rooms)


def test_rooms_of_the_pages_import_from_those_above_them() -> None:
    """Within `ui` too, imports run one way: no page imports another page, and no shared part
    imports a page."""
    wrong = [
        f"{name} imports {other}"
        for name, path in MODULES.items()
        for other in imported(path)
        if ui_room(name) and ui_room(other) and ui_room(other) != ui_room(name)
        if ui_tier(ui_room(other)) >= ui_tier(ui_room(name))
    ]
    assert wrong == []


def test_what_one_page_uses_stands_in_its_folder() -> None:
    """A shared part that only one page uses belongs in that page's folder."""
    users: dict[str, set[str]] = {}
    for name, path in MODULES.items():
        for other in imported(path):
            if ui_room(other):
                users.setdefault(other, set()).add(ui_room(name) or room_of(name))
    pages = UI_TIERS[-1]
    shared = [name for name in users if ui_room(name) not in pages]
    assert [name for name in shared if len(users[name]) == 1 and users[name] <= pages] == []


def test_every_room_has_its_line() -> None:
    """The table of rooms names the existing rooms, and no others."""
    assert {room_of(name) for name in MODULES} - {""} <= set(ROOMS)
    assert set().union(*ROOMS.values()) <= set(ROOMS)


def test_no_modules_import_each_other_in_a_ring() -> None:
    """A module never reaches itself through imports, including those inside functions."""
    order = TopologicalSorter(
        {
            name: {other for other in imported(path) if other in MODULES}
            for name, path in MODULES.items()
        }
    )
    assert set(order.static_order()) == set(MODULES)


def test_streamlit_stays_at_the_surface() -> None:
    """Only the frame, the pages and the entry import streamlit."""
    users = {room_of(name) for name, path in MODULES.items() if imports_library(path, "streamlit")}
    assert users <= STREAMLIT_ROOMS


def test_few_modules_that_draw_make_tables() -> None:
    """A module that only passes a table on names its type from the core, not from pandas."""
    both = [
        name
        for name, path in MODULES.items()
        if imports_library(path, "streamlit") and imports_library(path, "pandas")
    ]
    assert len(both) <= TABLE_MAKERS, both


def test_pages_are_thin() -> None:
    """A page's script is short and computes nothing with pandas."""
    pages = [path for name, path in MODULES.items() if room_of(name) in {"pages", "dashboard"}]
    assert [p.name for p in pages if imports_library(p, "pandas")] == []
    assert [p.name for p in pages if len(p.read_text().splitlines()) >= PAGE_LINES] == []


def test_the_clock_is_asked_at_the_edges() -> None:
    """Today is an argument everywhere except in the modules allowed to read it."""
    asking = {
        name
        for name, path in MODULES.items()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and dotted(node.func) in CLOCKS
    }
    assert asking <= CLOCK_MODULES


def test_module_names_say_something() -> None:
    """No module or folder has a name that says nothing."""
    everything = [*SOURCES, *(ROOT / "tests").rglob("*.py")]
    parts = {part for path in everything for part in path.relative_to(ROOT).with_suffix("").parts}
    assert {part for part in parts if VAGUE.fullmatch(part)} == set()


def test_modules_are_short() -> None:
    """A module stays under the limit, or is named with the reason why not."""
    lines = {name: len(path.read_text().splitlines()) for name, path in MODULES.items()}
    longer = {name for name, count in lines.items() if count >= MODULE_LINES}
    assert longer == set(LONGER_MODULES)


def test_functions_are_short() -> None:
    """A function fits on a screen."""
    long = [
        f"{name}.{node.name}: {code_lines(node)} lines"
        for name, path in MODULES.items()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and code_lines(node) > FUNCTION_LINES
    ]
    assert long == []


def test_a_public_name_is_defined_in_one_module() -> None:
    """So that a name says which thing is meant, wherever it is read."""
    homes: dict[str, list[str]] = {}
    for name, path in MODULES.items():
        if ".migrations." not in name and path.name != "__init__.py":
            for public in filter(is_public, {*defined(path)}):
                homes.setdefault(public, []).append(name)
    assert {name for name, where in homes.items() if len(where) > 1} == NAMED_TWICE


def test_every_module_has_its_tests() -> None:
    """A module without the test file that its name leads to fails."""
    wanted = [mirror_of(path) for path in SOURCES if path.stem not in WITHOUT_TEST]
    assert [str(path) for path in wanted if not (ROOT / "tests" / path).is_file()] == []


def test_only_a_package_lists_its_names() -> None:
    """A package lists the names that it offers, in order; inside, an underscore marks what belongs
    to one module."""
    wrong = {
        name: declared(path)
        for name, path in MODULES.items()
        for public in [{found for found in defined(path) if is_public(found)}]
        if declared(path) != (sorted(public, key=in_order) if path.name == "__init__.py" else [])
    }
    assert wrong == {}


def is_string(statement: ast.stmt) -> bool:
    """Return whether a statement is only a string."""
    value = statement.value if isinstance(statement, ast.Expr) else None
    return isinstance(value, ast.Constant) and isinstance(value.value, str)


def stray_strings(module: ast.AST) -> list[int]:
    """Return the lines of stray strings: neither a docstring nor below an assignment."""
    described = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    found = []
    nodes = [module]
    while nodes:
        node = nodes.pop()
        body = getattr(node, "body", None)
        statements: list[ast.stmt] = body if isinstance(body, list) else []
        for name in ("body", "orelse", "finalbody", "handlers", "cases"):
            within = getattr(node, name, None)
            nodes += within if isinstance(within, list) else []
        for i, statement in enumerate(statements):
            above = statements[i - 1] if i else node
            named = (ast.Assign, ast.AnnAssign) if i else described
            if is_string(statement) and not isinstance(above, named):
                found.append(statement.lineno)
    return found


def test_no_string_describes_nothing() -> None:
    """A string on its own is a docstring, or follows the assignment that it describes."""
    files = [*SOURCES, *sorted((ROOT / "tests").rglob("*.py"))]
    # Syntax trees that nothing else needs would be kept to the end, and take 60 MB.
    read = ((path.name, ast.parse(path.read_text(encoding="utf-8"))) for path in files)
    assert not [(name, line) for name, module in read for line in stray_strings(module)]
    source = '"""Module."""\nX = 1\n"""Of X."""\n"""Lost."""\ndef f():\n    g()\n    "Lost."\n'
    assert stray_strings(ast.parse(source)) == [4, 7]
