"""Make every known attack on a board with a reader beside it: `python -m benchmarks.attacks`.

Prints how long that reader waited at most for a page, and how much memory the server and its
processes took at most beyond what they had before. Words after the command name the attacks to
make. On a busy machine compare with the line of no attack, with what the reader waited usually,
before and meanwhile, and with how long the machine took for the same work, before and meanwhile.
"""

import os
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final
from urllib.parse import quote

import streamlit

from benchmarks import bodies, holding, raw, saved, slow, streams, tabs
from benchmarks.records import broken_record, long_record
from benchmarks.visitor import Visitor
from benchmarks.watching import PROCESSES, QUERIES, memory_of, same_work, server_on, watched
from openline.store.address import FOLDER_VARIABLE
from tests.browser.board import free_port, running_board

_CASES: Final = (Path("tests/record/attacks"), Path("tests/intake/attacks"))
_SETTLE: Final = 3.0
_SESSIONS: Final = 20
_HEADER: Final = b"channel,date,state\n"

_Prepared = Callable[[], Callable[[str], str]]


def _bringing(name: str, make: Callable[[], bytes]) -> _Prepared:
    def prepare() -> Callable[[str], str]:
        return _bring(name, make())

    return prepare


def _bring(name: str, data: bytes) -> Callable[[str], str]:
    def attack(board: str) -> str:
        visitor = Visitor(board)
        took = visitor.bring(name, data)
        visitor.close()
        return f"told in {took:.1f} s"

    return attack


def _at_once(count: int, make: Callable[[], bytes]) -> _Prepared:
    def prepare() -> Callable[[str], str]:
        return partial(_bring_at_once, count, make())

    return prepare


def _bring_at_once(count: int, data: bytes, board: str) -> str:
    failed: list[str] = []

    def bring() -> None:
        try:
            _bring("large.csv", data)(board)
        except Exception as error:  # noqa: BLE001 - told in the table
            failed.append(type(error).__name__)

    threads = [threading.Thread(target=bring) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return f"{count - len(failed)} of {count} told"


def _in_turn(count: int, make: Callable[[], bytes]) -> _Prepared:
    def prepare() -> Callable[[str], str]:
        data = make()

        def attack(board: str) -> str:
            for _ in range(count):
                _bring("large.csv", data)(board)
            return f"{count} told"

        return attack

    return prepare


def _pasting(make: Callable[[], str]) -> _Prepared:
    def prepare() -> Callable[[str], str]:
        return partial(_paste, make())

    return prepare


def _paste(text: str, board: str) -> str:
    visitor = Visitor(board)
    try:
        return f"told in {visitor.paste(text):.1f} s"
    except Exception as error:  # noqa: BLE001 - the connection may end, which is told
        return f"ended: {type(error).__name__}"


def _asking(query: str) -> _Prepared:
    def attack(board: str) -> str:
        visitor = Visitor(board)
        took = visitor.ask("", query)
        visitor.close()
        return f"told in {took:.1f} s"

    return lambda: attack


def _resting() -> Callable[[str], str]:
    return lambda _: ""


def attacks() -> dict[str, _Prepared]:
    """Return every attack by its name: what prepares it, and gives what makes it on a board."""
    files = [path for folder in _CASES for path in sorted(folder.iterdir())]
    thirty = partial(long_record, 156_000)
    million = partial(broken_record, "sound", 999_999)
    return {
        "no attack": _resting,
        "address of 30 kB": _asking(f"level={quote('&' * 10_000)}"),
        "address of 60 kB": _asking("channel=" + "a%20" * 15_000),
        **{path.name: _bringing(path.name, path.read_bytes) for path in files},
        "50 MB, 260,000 rows": _bringing("large.csv", partial(long_record, 260_000)),
        "42 MB, 1,000,000 rows": _bringing("rows.csv", million),
        "31 MB, all dates wrong": _bringing("dates.csv", partial(broken_record, "dates", 999_999)),
        "39 MB, five faults a row": _bringing(
            "faults.csv", partial(broken_record, "several", 999_999)
        ),
        "50 MB of blank lines": _bringing("blank.csv", lambda: _HEADER + b"\n" * 49_000_000),
        "50 MB of commas": _bringing("commas.csv", lambda: _HEADER + b"," * 49_000_000),
        "50 MB in one cell": _bringing(
            "cell.csv", lambda: _HEADER + b"a" * 49_000_000 + b",2020,open"
        ),
        "50 MB of quotes": _bringing("quotes.csv", lambda: _HEADER + b'"' * 49_000_000),
        "50,000 columns": _bringing("wide.csv", lambda: _columns(50_000)),
        "500 columns of other names": _bringing("names.csv", lambda: _columns(500)),
        "ZIP of 400,000 parts": _bringing("parts.xlsx", _parts),
        "50,000 channels": _bringing("channels.csv", lambda: saved.many_channels(50_000)),
        "20,000 channels": _bringing("channels.csv", lambda: saved.many_channels(20_000)),
        **_saved(),
        **{f"body: {name}": partial(bodies.sending, name) for name in bodies.bodies()},
        **_slow(),
        **_holding(),
        **_floods(),
        **{f"stream: {name}": partial(streams.prepared, name) for name in streams.STREAMS},
        "20 days of Compare asked for in a row": lambda: partial(tabs.ask_in_a_row, 20, "compare"),
        "5 tabs ask again and again": lambda: partial(tabs.ask_again, 5, ""),
        "20 tabs ask again and again": lambda: partial(tabs.ask_again, 20, ""),
        "60 tabs ask again and again": lambda: partial(tabs.ask_again, 60, "gaps"),
        "paste of 4 MB": _pasting(
            lambda: "\n".join(["channel\tdate\tstate", *["A\t2020\topen"] * 330_000])
        ),
        "paste of 30 MB": _pasting(lambda: "x\ty\n" * 7_500_000),
        f"{_SESSIONS} times 30 MB in turn": _in_turn(_SESSIONS, thirty),
        "4 times 30 MB at once": _at_once(4, thirty),
        "4 of the worst at once": _at_once(4, million),
    }


def _saved() -> dict[str, _Prepared]:
    """Return what is done by what somebody saved before."""
    return {
        "saved: 20,000 channels, every page": _walking("Channels", saved.many_channels, 20_000),
        "saved: 50,000 channels, every page": _walking("Beyond", saved.many_channels, 50_000),
        "saved: 10,000 channels of 12 parties": _walking("Sides", saved.many_sides, 10_000),
        "saved: 200,000 rows, every page": _walking("Rows", long_record, 200_000),
        "saved: 300 records, 300 revisions": _saved_often,
    }


def _saved_often() -> Callable[[str], str]:
    saved.save_many(300, 300)
    return partial(saved.walk, "record=Often saved")


def _walking(name: str, make: Callable[[int], bytes], size: int) -> _Prepared:
    def prepare() -> Callable[[str], str]:
        saved.save(name, make(size))
        return partial(saved.walk, f"record={name}")

    return prepare


def _slow() -> dict[str, _Prepared]:
    """Return what is done by those who read slowly, or not at all."""
    paths = {
        "a page's script": f"/static/js/{_largest_script()}",
        "the page": "/",
        "a long answer": "/api/v1/observations.csv?record=Slow",
        "the description of the API": "/api/openapi.json",
    }

    def reading(path: str) -> Callable[[str], str]:
        if "Slow" in path:
            saved.save("Slow", long_record(50_000))
        return partial(slow.read_slowly, 200, path)

    asked = {
        f"200 take a byte a second of {name}": partial(reading, path)
        for name, path in paths.items()
    }
    return {**asked, "20 tabs that read nothing": lambda: partial(slow.take_none, 20, "range=all")}


def _holding() -> dict[str, _Prepared]:
    """Return what holds a place or memory that all share."""
    path = "/api/v1/observations.csv?record=Slow"

    def answers() -> Callable[[str], str]:
        saved.save("Slow", long_record(50_000))
        return partial(holding.hold_answers, 8, path)

    def work() -> Callable[[str], str]:
        saved.save("Slow", long_record(50_000))
        return partial(holding.hold_work, 90, "/api/v1/status?record=Slow&q=")

    return {
        "8 hold long answers": answers,
        "90 hold what is computed": work,
        "2 hold files to check": lambda: partial(holding.hold_checks, 2),
        "6 hold uploads of 45 MB": lambda: partial(holding.hold_uploads, 6),
    }


def _floods() -> dict[str, _Prepared]:
    """Return what is done below what a browser would say."""
    floods = {
        "body in parts, 1 connection": (1, raw.send_parts),
        "body in parts, 8 connections": (8, raw.send_parts),
        "new connections": (4, raw.new_silent),
        "new connections that ask": (4, raw.new_asking),
        "new connections, 15,000 header lines each": (4, raw.new_with_lines),
        "requests without waiting, 1 connection": (1, raw.pipelined),
        "requests without waiting, 8 connections": (8, raw.pipelined),
    }
    return {name: _flooding(count, flood) for name, (count, flood) in floods.items()}


def _flooding(count: int, flood: raw.Flood) -> _Prepared:
    return lambda: partial(raw.at_once, count, flood)


def _columns(count: int) -> bytes:
    """Return a file of columns that are none of the format's, and a row of texts."""
    names = b",".join(b"c%d" % i for i in range(count))
    return names + b"\n" + b",".join(b"A / B %d" % i for i in range(count))


def _parts() -> bytes:
    """Return an archive whose list has very many parts, all of them the same."""
    name = b"xl/worksheets/sheet1.xml"
    entry = b"PK\x01\x02" + bytes(24) + len(name).to_bytes(2, "little") + bytes(16) + name
    body, size = entry * 400_000, len(entry) * 400_000
    end = b"PK\x05\x06" + bytes(4) + (65_535).to_bytes(2, "little") * 2
    start = b"PK\x03\x04"
    return (
        start
        + body
        + end
        + size.to_bytes(4, "little")
        + len(start).to_bytes(4, "little")
        + bytes(2)
    )


def main() -> None:
    """Make the attacks one after another on one board, and print a line for each."""
    chosen, port = sys.argv[1:], free_port()
    _say(
        "attack",
        "usual wait",
        "usual meanwhile",
        "longest",
        "machine",
        "meanwhile",
        "memory more",
        "left after",
        "attacker",
    )
    with (
        tempfile.TemporaryDirectory() as folder,
        _naming_store(Path(folder) / "store"),
        running_board(Path(folder) / "board.log", port=port) as board,
        same_work() as took,
    ):
        server = server_on(port)
        warm = Visitor(board)
        for query in QUERIES * 2:
            warm.ask("", query)
        warm.close()
        for name in attacks():
            if not chosen or any(word in name for word in chosen):
                _make(name, board, server, took)


def _make(name: str, board: str, server: int, took: Callable[[], float]) -> None:
    """Make one attack, and print its line."""
    with watched(board, server) as seen, _apart(name) as made:
        count = len(seen.waits)
        usual, machine = statistics.median(seen.waits), took()
        said = made(board)
        time.sleep(_SETTLE)
        meanwhile = took()
    waits = seen.waits[count:] or [float("inf")]
    _say(
        name,
        f"{usual:.2f} s",
        f"{statistics.median(waits):.2f} s",
        f"{max(waits):.2f} s",
        f"{machine * 1e3:.0f} ms",
        f"{meanwhile * 1e3:.0f} ms",
        _mega(seen.peak - seen.before),
        _mega(memory_of(server) - seen.before),
        said,
    )


def _largest_script() -> str:
    scripts = Path(streamlit.__file__).parent.joinpath("static", "static", "js").glob("*.js")
    return max(scripts, key=lambda script: script.stat().st_size).name


@contextmanager
def _naming_store(place: Path) -> Iterator[None]:
    """Have what is begun meanwhile save where the board under attack does."""
    before = os.environ.get(FOLDER_VARIABLE)
    os.environ[FOLDER_VARIABLE] = str(place)
    try:
        yield
    finally:
        os.environ.pop(FOLDER_VARIABLE)
        if before is not None:
            os.environ[FOLDER_VARIABLE] = before


@contextmanager
def _apart(name: str) -> Iterator[Callable[[str], str]]:
    """Prepare an attack in a process of its own, and give what makes it there: the reader's
    time is not to be taken by what the attacker does."""
    ours, theirs = PROCESSES.Pipe()
    process = PROCESSES.Process(target=_made, args=(name, theirs), daemon=True)
    process.start()
    ours.recv()

    def make(board: str) -> str:
        ours.send(board)
        return str(ours.recv())

    yield make
    process.join()


def _made(name: str, ours: Connection) -> None:
    attack = attacks()[name]()
    ours.send("ready")
    ours.send(attack(ours.recv()))


def _mega(count: int) -> str:
    return f"{count / 1e6:,.0f} MB"


def _say(*cells: str) -> None:
    sys.stdout.write("| " + " | ".join(f"{cell:<24}" for cell in cells) + " |\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
