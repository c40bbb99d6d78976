"""The cases worked out by hand notice wrong lines in the analysis."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.thorough

ROOT = Path(__file__).parents[2]


def test_planted_bugs_are_noticed() -> None:
    """No wrong line of the list leaves all the expected rows as they are."""
    command = [sys.executable, "-m", "tests.analysis.planted"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == []
