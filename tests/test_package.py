"""The package: what is built, what it needs, and what it imports."""

import subprocess
import sys
import tomllib
import zipfile
from email.parser import Parser
from typing import Any, Final

import pytest
from packaging.requirements import Requirement

from openline import settings
from openline.settings import METHOD_FILE
from tests.imports import ROOT
from tests.test_requirements import REQUIRED

PROJECT: Final[dict[str, Any]] = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
BOARD: Final = PROJECT["optional-dependencies"]["board"]
ABOARD: Final = ("streamlit", "plotly", "sqlalchemy", "markupsafe", "babel", "openpyxl")
"""Libraries of the board, which neither a table nor the library may import."""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """Return the built wheel, made without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    code = f"from hatchling import build; build.build_wheel({str(folder)!r})"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True)
    return zipfile.ZipFile(next(folder.glob("*.whl")))


def test_the_wheel_has_every_file_of_the_package_and_the_record(wheel: zipfile.ZipFile) -> None:
    """It includes styles, scripts, examples and migrations, and nothing from the tests."""
    files = [*(ROOT / "openline").rglob("*.*"), *(ROOT / "data").iterdir(), METHOD_FILE]
    paths = [str(path.relative_to(ROOT)) for path in files if "__pycache__" not in path.parts]
    wanted = {name if name.startswith("openline/") else f"openline/{name}" for name in paths}
    found = {name for name in wheel.namelist() if ".dist-info/" not in name}
    assert found == wanted >= {"openline/py.typed", "openline/data/channels.csv"}
    assert wheel.read("openline/data/channels.csv") == (ROOT / "data/channels.csv").read_bytes()


def test_the_wheel_says_what_it_needs_and_how_it_may_be_used(wheel: zipfile.ZipFile) -> None:
    """It needs four libraries, and those of the board as an extra."""
    name = next(name for name in wheel.namelist() if name.endswith(".dist-info/METADATA"))
    told = Parser().parsestr(wheel.read(name).decode())
    needed = [Requirement(line) for line in told.get_all("Requires-Dist", [])]
    core = {item.name for item in needed if item.marker is None}
    assert core == {"pandas", "pyarrow", "scipy", "chardet"}
    assert {str(item.marker) for item in needed if item.marker} == {'extra == "board"'}
    assert told["Requires-Python"] == ">=3.11"
    assert told["License-Expression"] == "Apache-2.0 AND CC-BY-4.0"


def test_the_bounds_are_those_of_the_board() -> None:
    """With the extra, pip installs the libraries that requirements.txt lists."""
    listed = {str(Requirement(line)) for line in [*PROJECT["dependencies"], *BOARD]}
    assert listed == {str(required) for required in REQUIRED}


@pytest.mark.parametrize(
    "code",
    [
        "import openline; openline.read(openline.examples()['simplest']).survival()",
        "from openline.cli import main; main(['status'])",
    ],
)
def test_tables_need_no_library_of_the_board(code: str) -> None:
    """Neither a script nor a command needs one."""
    check = f"import sys; print([name for name in {ABOARD} if name in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\n{check}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_naming_the_package_loads_nothing() -> None:
    """The command does not wait for the library to load, nor a script for pandas until it reads."""
    code = "import openline, sys; print(dir(openline)[:3], 'pandas' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "['QuestionError', 'Record', 'RecordError'] False\n"


def test_a_name_that_the_package_lacks_is_an_error() -> None:
    """It is an `AttributeError`, as in any module."""
    import openline  # noqa: PLC0415 - what is tested

    with pytest.raises(AttributeError, match="no attribute 'write'"):
        _ = openline.write


def test_the_folder_of_the_checkout_has_the_record() -> None:
    """Only an installed package has a folder `data` within it."""
    assert settings.ROOT == ROOT
    assert settings.BUNDLED_FILE.is_file()
