"""The page on the architecture matches the code."""

import re
from pathlib import Path

from tests.architecture import PICTURE, rooms_picture
from tests.imports import ROOT

_PAGE = ROOT / "docs" / "architecture.md"


def test_the_picture_is_drawn_from_the_imports_of_today() -> None:
    """`make docs` redraws it."""
    assert rooms_picture() == PICTURE.read_text(encoding="utf-8")


def test_every_file_that_the_page_names_is_there() -> None:
    """A walk through the code uses the modules' present names."""
    named = re.findall(r"`([a-z_]+/[a-z_/]+\.(?:py|js|css))`", _PAGE.read_text(encoding="utf-8"))
    assert len(named) > 30
    places = (ROOT, ROOT / "openline")
    assert [name for name in named if not any((place / name).is_file() for place in places)] == []


def test_every_folder_of_the_pages_parts_is_explained() -> None:
    """The table names the shared folders, and the first and last folder of a page."""
    text = _PAGE.read_text(encoding="utf-8")
    shared = ("data/", "browser/", "markup/", "controls/", "frame/", "status/", "method/")
    assert [name for name in shared if f"`{name}`" not in text] == []
    assert all(Path(ROOT, "openline", "ui", name).is_dir() for name in shared)


def test_the_readme_names_every_module_at_the_top() -> None:
    """It explains each folder and module to newcomers."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    names = {
        f"openline/{path.name}{'/' if path.is_dir() else ''}"
        for path in (ROOT / "openline").iterdir()
        if not path.name.startswith("__")
    }
    assert {name for name in names if f"`{name}`" not in text} == set()
