"""The command line: what each command prints and how it ends."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

import pytest

from openline.analysis.tables import TABLES
from openline.cli import main
from openline.record.problems import PROBLEM_FIELDS
from openline.settings import BUNDLED_FILE
from tests.asking import read_once
from tests.markup.reading import read_html

_TODAY: Final = "2026-11-25"
_BETWEEN: Final = ("--from", "2021-01-01", "--to", "2023-10-05")
_COMMANDS: Final = ("check", *(table.name for table in TABLES), "export")
_PAIR: Final = ("--as-of", "2023-10-05", "--parties", "China; United States")
_SOUND: Final = "channel,parties,date,state\nC,A; B,2020-01-01,open\n"
_FAULTY: Final = "channel,date,state\nC,2020-13-01,shut\n"


@pytest.fixture(autouse=True)
def _set_today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENLINE_TODAY", _TODAY)
    monkeypatch.setattr("openline.cli.read_record", read_once)


class _Stdin:
    """Standard input with these bytes."""

    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


def _ends_with(*arguments: str) -> int | str | None:
    """Return the exit status of a command, even one that exits by itself."""
    try:
        return main(arguments)
    except SystemExit as end:
        return end.code


def _rows(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, Any]]:
    assert main([*arguments, "--format", "json"]) == 0
    answer: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return answer


def _with_days(command: str) -> list[str]:
    return [command, *(_BETWEEN if command == "compare" else ())]


@pytest.mark.parametrize("command", [name for name in _COMMANDS if name != "export"])
def test_table_fits_a_hundred_columns(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Every table on the bundled record ends with 0 and is at most 100 wide when piped."""
    assert main([*_with_days(command), "--format", "table"]) == 0
    out = capsys.readouterr().out
    assert max((len(line) for line in out.splitlines()), default=0) <= 100


@pytest.mark.parametrize("command", [name for name in _COMMANDS if name != "export"])
def test_json_and_csv_have_the_same_cells(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Both machine formats of the bundled record have the same columns and rows."""
    rows = _rows(capsys, *_with_days(command))
    assert main([*_with_days(command), "--format", "csv"]) == 0
    table = list(csv.DictReader(io.StringIO(capsys.readouterr().out, newline="")))
    assert len(table) == len(rows)
    for cells, row in zip(table, rows, strict=True):
        assert list(cells) == list(row)
        assert [cell == "" for cell in cells.values()] == [v is None for v in row.values()]


def test_cut_lines_of_2022_are_severed(capsys: pytest.CaptureFixture[str]) -> None:
    """The policy talks and the maritime talks are severed since 5 August 2022."""
    rows = _rows(capsys, "status", *_PAIR)
    cut = [row for row in rows if "(DPCT)" in row["channel"] or "(MMCA)" in row["channel"]]
    assert len(cut) == 2
    for row in cut:
        assert (row["state"], row["since"]) == ("severed", "2022-08-05")
        assert row["cause"] == "Pelosi visit to Taiwan"


def test_defence_ministers_are_silent_since_november_2022(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The defence ministers last met 317 days before 5 October 2023."""
    (row,) = _rows(capsys, "status", *_PAIR, "--channel", "Defence ministers")
    assert (row["last_contact"], row["days_silent"]) == ("2022-11-22", 317)


def test_one_side_matches_its_parties(capsys: pytest.CaptureFixture[str]) -> None:
    """A single side, in upper or lower case, finds every set of parties that includes it."""
    rows = _rows(capsys, "status", "--parties", "united states")
    assert rows
    assert all("United States" in row["parties"].split("; ") for row in rows)


def test_groups_and_summaries_have_their_columns(capsys: pytest.CaptureFixture[str]) -> None:
    """Options of single commands change their columns."""
    assert "group" in _rows(capsys, "shares", "--by", "level")[0]
    assert "median" in _rows(capsys, "survival", "--summary", "--until", "open")[0]


def test_export_is_the_bundled_record(capsys: pytest.CaptureFixture[str]) -> None:
    """The export of the bundled record has as many rows, and reads without errors."""
    assert main(["export"]) == 0
    exported = list(csv.reader(io.StringIO(capsys.readouterr().out, newline="")))
    bundled = list(csv.reader(io.StringIO(BUNDLED_FILE.read_text(encoding="utf-8"), newline="")))
    assert len(exported) == len(bundled)
    assert exported[0] == bundled[0]


def test_check_of_a_sound_record_ends_with_0(capsys: pytest.CaptureFixture[str]) -> None:
    """A record without errors ends with 0, and standard error has its counts."""
    assert main(["check"]) == 0
    captured = capsys.readouterr()
    assert captured.err.startswith("0 errors, ")


def test_check_of_a_faulty_record_ends_with_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The problems of a faulty record are printed and the command ends with 1."""
    path = tmp_path / "faulty.csv"
    path.write_text(_FAULTY, encoding="utf-8")
    assert main(["check", str(path), "--format", "json"]) == 1
    captured = capsys.readouterr()
    problems = json.loads(captured.out)
    assert [item["code"] for item in problems] == ["date-impossible", "state-vocabulary"]
    assert list(problems[0]) == list(PROBLEM_FIELDS)
    assert captured.err == "2 errors, 0 warnings\n"


@pytest.mark.parametrize("command", [name for name in _COMMANDS if name != "check"])
def test_errors_of_a_record_go_to_standard_error(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A record with errors gives no table: the errors are printed and the command ends with 1."""
    path = tmp_path / "faulty.csv"
    path.write_text(_FAULTY, encoding="utf-8")
    assert main([*_with_days(command)[:1], str(path), *_with_days(command)[1:]]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "2020-13-01" in captured.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("status", "--as-of", "2023-02-30"),
        ("status", "--as-of", "2023-02"),
        ("status", "--as-of", "yesterday"),
        ("compare", "--from", "2023-10-05", "--to", "2023-10-05"),
        ("compare", "--from", "2023-10-05", "--to", "2022-10-05"),
        ("compare", "--from", "2023-10-05"),
        ("status", "--carry", "-1"),
        ("gaps", "--min-days=-1"),
        ("openings", "--window", "1.5"),
        ("status", "--format", "xml"),
        ("status", "--confidence", "rumoured"),
        ("shares", "--by", "cause"),
        ("nothing",),
        (),
        ("status", "no-such-file.csv"),
        ("status", ""),
        ("check", ""),
        ("export", ""),
        ("check", "."),
        ("check", "a\0b"),
        ("check", "--as-of", "2023-10-05"),
        ("export", "--parties", "China"),
        ("export", "--format", "csv"),
        ("status", "--window", "30"),
        ("compare", "--as-of", "2023-10-05", *_BETWEEN),
        ("status", "--encoding", "klingon"),
    ],
)
def test_bad_options_end_with_2(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    """An option that makes no sense prints no table, says why, and ends with 2."""
    assert _ends_with(*arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err


def test_a_today_that_is_no_day_ends_with_2(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A setting of today that is not a day is a bad option."""
    monkeypatch.setenv("OPENLINE_TODAY", "soon")
    assert _ends_with("status") == 2
    assert "soon" in capsys.readouterr().err


@pytest.mark.parametrize("option", ["parties", "level", "kind", "channel"])
def test_an_unknown_name_is_noted(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A name that the record lacks gives an empty table, a note and 0."""
    assert main(["status", f"--{option}", "Atlantis", "--format", "json"]) == 0
    captured = capsys.readouterr()
    assert captured.out == "[]\n"
    assert captured.err == f"openline: the record has no {option} 'Atlantis'\n"


def test_a_known_name_is_not_noted(capsys: pytest.CaptureFixture[str]) -> None:
    """Differences in case or in runs of blanks do not cause a note."""
    assert main(["status", "--channel", " defence   MINISTERS "]) == 0
    captured = capsys.readouterr()
    assert "Defence ministers" in captured.out
    assert captured.err == ""


def test_a_dash_reads_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A dash in place of the file reads the record from standard input."""
    monkeypatch.setattr(sys, "stdin", _Stdin(_SOUND.encode()))
    (row,) = _rows(capsys, "status", "-")
    assert (row["channel"], row["state"]) == ("C", "open")


def test_today_and_latest_are_days(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`latest` is the record's last day and `today` the day that is set."""
    monkeypatch.setattr(sys, "stdin", _Stdin(_SOUND.encode()))
    assert _rows(capsys, "status", "-", "--as-of", "latest")[0]["days_in_state"] == 0
    monkeypatch.setattr(sys, "stdin", _Stdin(_SOUND.encode()))
    monkeypatch.setenv("OPENLINE_TODAY", "2020-01-31")
    assert _rows(capsys, "status", "-", "--as-of", "today")[0]["days_in_state"] == 30


@pytest.mark.parametrize("limit", ["--max-rows", "--max-bytes", "--max-columns"])
def test_limits_refuse_larger_records(limit: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A record beyond a limit is a record with an error."""
    assert main(["status", limit, "1", "--format", "json"]) == 1
    (problem,) = json.loads(capsys.readouterr().err)
    assert (
        problem["code"]
        == {"--max-bytes": "size", "--max-rows": "row"}.get(limit, "column") + "-limit"
    )


def test_the_package_runs_as_a_command() -> None:
    """`python -m openline check` ends with 0 on the bundled record."""
    done = subprocess.run(
        [sys.executable, "-m", "openline", "check"],
        cwd=BUNDLED_FILE.parent.parent,
        env={**os.environ, "OPENLINE_TODAY": _TODAY},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0
    assert done.stderr.startswith("0 errors")


def test_an_empty_name_is_a_file_that_cannot_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    """A variable that was never set does not lead to the bundled record."""
    assert main(["check", ""]) == 2
    assert capsys.readouterr().err == "openline: cannot read '': No such file or directory\n"


def test_an_encoding_can_be_set(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The option decides the encoding, and there is no warning."""
    path = tmp_path / "russian.csv"
    path.write_bytes("channel,date,state\nЛиния,2020-01-01,open\n".encode("koi8-r"))
    assert main(["check", str(path), "--encoding", "koi8-r"]) == 0
    assert capsys.readouterr().err == "0 errors, 0 warnings\n"
    (row,) = _rows(capsys, "status", str(path), "--encoding", "KOI8-R")
    assert row["channel"] == "Линия"


def test_numbers_without_end_are_days_without_end(capsys: pytest.CaptureFixture[str]) -> None:
    """A window, a carry or a least silence longer than the calendar counts everything, or
    nothing."""
    endless = "9" * 5_000
    assert main(["openings", "--window", endless, "--min-days", endless, "--format", "csv"]) == 0
    assert main(["status", "--carry", endless, "--format", "csv"]) == 0
    assert main(["signs", "--window", endless, "--format", "csv"]) == 0
    assert capsys.readouterr().err == ""


def test_problems_beyond_the_listed_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The count has all problems, and gives those not listed by kind."""
    path = tmp_path / "long.csv"
    rows = "".join(f"C,2020-13-01,x{i}\n" for i in range(6_000))
    path.write_text("channel,date,state\nC,2020-13-01,open\n" + rows, encoding="utf-8")
    assert main(["check", str(path), "--format", "csv"]) == 1
    captured = capsys.readouterr()
    assert captured.out.count("\n") == 10_001
    assert captured.err.startswith(
        "12,001 errors, 0 warnings\nThe first 10,000 problems are listed;"
    )
    assert "2,001 more were counted: " in captured.err
    assert main(["status", str(path)]) == 1
    assert "2,001 more were counted: " in capsys.readouterr().err


def test_an_export_is_the_same_record_again(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """The export of a file in another encoding and form reads as the same record."""
    path, again = tmp_path / "file.csv", tmp_path / "again.csv"
    path.write_bytes(
        "sep=;\nchannel;start;end;state;Note\n서해선;2019-03;2020;open;é\n".encode(
            "cp949", "replace"
        )
    )
    assert main(["export", str(path)]) == 0
    again.write_bytes(capsysbinary.readouterr().out)
    assert "서해선" in again.read_text(encoding="utf-8")
    answers = []
    for file in (path, again):
        assert main(["observations", str(file), "--as-of", "2022-01-01", "--format", "json"]) == 0
        answers.append([{**row, "line": 0} for row in json.loads(capsysbinary.readouterr().out)])
    assert answers[0] == answers[1]


def test_a_brief_is_written_to_a_file_or_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both are the same document, with the marking in the options or else in the environment."""
    monkeypatch.setenv("OPENLINE_MARKING", "HOUSE")
    asked = ["brief", "--parties", "China; United States", "--as-of", "2023-10-05"]
    assert main(asked) == 0
    printed = capsys.readouterr().out
    assert printed.count(">HOUSE<") == 2
    path = tmp_path / "brief.html"
    assert main([*asked, "-o", str(path), "--since", "30d"]) == 0
    written = path.read_text(encoding="utf-8")
    assert "Since 5 Sep 2023: " in read_html(written).words
    assert main([*asked, "--marking", "OWN"]) == 0
    assert capsys.readouterr().out.count(">OWN<") == 2


def test_a_brief_that_cannot_be_written_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The message names the file, and the status is 2."""
    assert main(["brief", "--level", "military", "-o", str(tmp_path / "no" / "brief.html")]) == 2
    assert "openline: cannot write to " in capsys.readouterr().err
