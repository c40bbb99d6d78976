"""Installed libraries: the bounds of requirements.txt, and the lock made from it."""

import re
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import Final

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT: Final = Path(__file__).parents[1]
LOCK: Final = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PINNED: Final = dict(re.findall(r"^([A-Za-z0-9._-]+)==(\S+) \\$", LOCK, re.MULTILINE))
REQUIRED: Final = [
    Requirement(line)
    for line in (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize("required", REQUIRED, ids=lambda required: required.name)
def test_a_library_has_a_lowest_version_and_one_that_it_stays_below(required: Requirement) -> None:
    """The lock's version is within these bounds, and so is the installed one."""
    assert {bound.operator for bound in required.specifier} >= {">=", "<"}
    assert PINNED[canonicalize_name(required.name)] in required.specifier
    assert version(required.name) in required.specifier


def test_the_lock_has_all_that_the_libraries_need() -> None:
    """Each library that a locked one needs here is also locked, in a suitable version."""
    for name in PINNED:
        for line in _needed_by(name):
            needed = Requirement(line)
            if needed.marker is None or needed.marker.evaluate({"extra": ""}):
                locked = PINNED[canonicalize_name(needed.name)]
                assert needed.specifier.contains(locked, prereleases=True), (name, line)


def _needed_by(name: str) -> list[str]:
    try:
        return requires(name) or []
    except PackageNotFoundError:
        return []


def test_the_lock_has_a_hash_for_each_library_and_names_no_host() -> None:
    """Only files with these hashes are installed, wherever they come from."""
    parts = re.split(r"^(?=\S+==)", LOCK, flags=re.MULTILINE)[1:]
    assert len(parts) == len(PINNED) > len(REQUIRED)
    assert all(re.search(r"^    --hash=sha256:[0-9a-f]{64}", part, re.MULTILINE) for part in parts)
    assert not re.search(r"https?:|file:|^-", LOCK, re.MULTILINE)
