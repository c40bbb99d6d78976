"""Asks whether a locked library has a fault that was made public; for `make audit`.

pip-audit passes where it can ask nobody, which is no answer: this says so, and fails.
"""

import json
import subprocess
import sys
from typing import Any, Final

__all__ = ["told"]

SOUND: Final = 0
FAULTS: Final = 1
UNASKED: Final = 2
_CLOSED: Final = (
    "The list of known faults cannot be asked from here, so nothing was checked. Run `make audit`"
    " where there is a network; all it needs is requirements.lock."
)


def told(report: dict[str, Any] | None) -> tuple[int, str]:
    """Return the exit status and the words for what pip-audit found; None is no answer."""
    libraries: list[dict[str, Any]] = (report or {}).get("dependencies", [])
    asked = [one for one in libraries if "skip_reason" not in one]
    if not asked:
        return UNASKED, _CLOSED
    faults = [
        f"{one['name']} {one['version']}: {fault['id']}, mended in "
        f"{' or '.join(fault.get('fix_versions') or ['no version yet'])}"
        for one in asked
        for fault in one.get("vulns", [])
    ]
    if faults:
        return FAULTS, "\n".join(faults)
    unasked = [one["name"] for one in libraries if "skip_reason" in one]
    if unasked:
        return UNASKED, f"Nothing is known of {', '.join(unasked)}; they were not checked."
    return SOUND, f"No fault is known of the {len(asked)} libraries."


def main(command: str) -> int:
    """Run pip-audit on the lock file, and say what it found."""
    options = ["--requirement", "requirements.lock", "--disable-pip", "--require-hashes"]
    quiet = ["--format", "json", "--progress-spinner", "off", "--timeout", "15"]
    run = subprocess.run(  # noqa: S603 - our own tool
        [command, *options, *quiet], capture_output=True, text=True, check=False
    )
    try:
        report = json.loads(run.stdout)
    except ValueError:
        report = None
    status, words = told(report)
    print(words)  # noqa: T201 - what the command is for
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
