"""Measure a published site: `python -m benchmarks.site [CHANNELS]`.

The bundled record without a number, else a broad record of so many channels. It says how long the
whole took, and how much memory there was after the first page of a channel, after each tenth of
these pages, and at most: memory that grew with what is written would show.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

from benchmarks.records import broad_record

_ROOT: Final = Path(__file__).parent.parent
_LIST: Final = ".openline-site"
_CHANNEL: Final = "channels/"
_OFTEN: Final = 0.5
_TODAY: Final = "2026-11-25"


def main() -> None:
    """Write a site in a process of its own, and print what it took."""
    with tempfile.TemporaryDirectory() as place:
        file, folder = [], Path(place, "public")
        channels = int(sys.argv[1]) if sys.argv[1:] else 0
        if channels:
            Path(place, "broad.csv").write_bytes(broad_record(channels))
            file = [str(Path(place, "broad.csv"))]
        start = time.perf_counter()
        quiet, command = (
            subprocess.DEVNULL,
            [sys.executable, "-m", "openline", "site", *file, "-o", str(folder)],
        )
        with subprocess.Popen([*command, "--today", _TODAY], cwd=_ROOT, stdout=quiet) as site:
            most = _watched(site, folder, channels // 10 or 1_000_000)
        files = [path for path in folder.rglob("*") if path.is_file()]
        size = sum(path.stat().st_size for path in files) / 1e6
        spent = time.perf_counter() - start
        _say(f"{len(files):,} files, {size:,.0f} MB: {spent:,.0f} s, {most:,.0f} MB at most")


def _watched(site: "subprocess.Popen[bytes]", folder: Path, step: int) -> float:
    """Say what memory a site takes as it is written, and return the most."""
    most, pages = 0.0, 1
    while site.poll() is None:
        time.sleep(_OFTEN)
        now, peak = _memory(site.pid)
        most = max(most, peak)
        written = _written(folder)
        if written >= pages:
            _say(f"{written:,} pages of channels: {now:,.0f} MB, {most:,.0f} MB at most")
            pages = (written // step + 1) * step
    return most


def _written(folder: Path) -> int:
    """Return how many pages of channels there are, by the list that is written with them."""
    if not (folder / _LIST).is_file():
        return 0
    with (folder / _LIST).open(encoding="utf-8") as lines:
        return sum(line.startswith(_CHANNEL) for line in lines)


def _memory(process: int) -> tuple[float, float]:
    """Return what memory a process has and what it had at most, in MB; 0 once it is gone."""
    try:
        said = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    except OSError:
        return 0.0, 0.0
    found = [said.partition(f"{name}:")[2].split()[:1] for name in ("VmRSS", "VmHWM")]
    now, peak = (int(part[0]) / 1024 if part else 0.0 for part in found)
    return now, peak


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
