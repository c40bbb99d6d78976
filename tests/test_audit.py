"""The message of `make audit` on what pip-audit found."""

from typing import Any, Final

import pytest

from deploy.audit import told

SOUND: Final = {"name": "pandas", "version": "3.1.1", "vulns": []}
SKIPPED: Final = {"name": "plotly", "skip_reason": "not found"}
FAULTY: Final = {
    "name": "jinja2",
    "version": "3.1.5",
    "vulns": [{"id": "CVE-2025-27516", "fix_versions": ["3.1.6"]}],
}


@pytest.mark.parametrize(
    ("libraries", "status", "words"),
    [
        ([SOUND], 0, "No fault is known of the 1 libraries."),
        ([SOUND, FAULTY, SKIPPED], 1, "jinja2 3.1.5: CVE-2025-27516, mended in 3.1.6"),
        ([SOUND, SKIPPED], 2, "Nothing is known of plotly; they were not checked."),
        ([SKIPPED], 2, "cannot be asked from here, so nothing was checked"),
        ([], 2, "cannot be asked from here, so nothing was checked"),
    ],
)
def test_what_was_not_asked_is_not_passed(
    libraries: list[dict[str, Any]], status: int, words: str
) -> None:
    """Only an answer for each library is a pass; a fault is named with the version that fixes
    it."""
    found, said = told({"dependencies": libraries})
    assert found == status
    assert words in said


def test_no_answer_is_said() -> None:
    """On a closed network the command says that it cannot ask."""
    assert told(None)[0] == 2
