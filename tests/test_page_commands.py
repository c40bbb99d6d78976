"""The commands that write pages."""

from pathlib import Path

import pytest

from openline.cli import main

RECORD = "channel,parties,date,state\nHotline,A; B,2020-01-01,open\nTalks,A; C,2021-01-01,severed\n"


@pytest.fixture
def file(tmp_path: Path, set_today: None) -> str:
    """Return a record of two channels."""
    path = tmp_path / "lines.csv"
    path.write_text(RECORD, encoding="utf-8")
    return str(path)


def test_a_site_says_how_many_files_it_has(
    file: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """By default it shows the record's last day and was made today."""
    folder = tmp_path / "site"
    assert main(["site", file, "-o", str(folder)]) == 0
    count = sum(path.is_file() for path in folder.rglob("*")) - 1
    assert capsys.readouterr().err == f"{count:,} files in {folder}\n"
    page = (folder / "index.html").read_text(encoding="utf-8")
    assert "Record lines.csv, as of 1 Jan 2021" in page
    assert "made on 23 Nov 2026" in page
    assert main(["site", file, "-o", str(folder), "--as-of", "today", "--today", "2022-02-02"]) == 0
    page = (folder / "index.html").read_text(encoding="utf-8")
    assert "as of 2 Feb 2022" in page
    assert "made on 2 Feb 2022" in page


def test_a_site_is_marked_as_told_else_as_the_environment_says(
    file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An empty option removes the marking."""
    monkeypatch.setenv("OPENLINE_MARKING", "RESTRICTED")
    for option, shown in (((), 2), (("--marking", ""), 0)):
        assert main(["site", file, "-o", str(tmp_path / "site"), *option]) == 0
        text = (tmp_path / "site/about.html").read_text(encoding="utf-8")
        assert text.count(">RESTRICTED<") == shown


def test_a_file_of_any_name_is_written(file: str, tmp_path: Path) -> None:
    """Bytes of its name that are not characters become `�`."""
    renamed = Path(file).rename(tmp_path / "l\udcff.csv")
    assert main(["site", str(renamed), "-o", str(tmp_path / "site")]) == 0
    assert "Record l�.csv," in (tmp_path / "site/index.html").read_text(encoding="utf-8")


def test_a_folder_of_others_is_left_alone(
    file: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command ends with 2 and says what to do; with --anyway it writes beside the existing
    files."""
    folder = tmp_path / "theirs"
    folder.mkdir()
    (folder / "letter.txt").write_text("dear")
    assert main(["site", file, "-o", str(folder)]) == 2
    assert "write into it all the same with --anyway" in capsys.readouterr().err
    assert [path.name for path in folder.iterdir()] == ["letter.txt"]
    assert main(["site", file, "-o", str(folder), "--anyway"]) == 0
    assert (folder / "letter.txt").read_text() == "dear"


@pytest.mark.parametrize("option", [("--address", "ftp://x"), ("--today", "yesterday"), ()])
def test_bad_options_end_with_2(
    option: tuple[str, ...], file: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """These are a bad address, a bad day and a missing folder."""
    folder = ["-o", str(tmp_path / "site")] if option else []
    with pytest.raises(SystemExit) as end:
        main(["site", file, *folder, *option])
    assert end.value.code == 2
    assert capsys.readouterr().err


def test_a_brief_is_written_to_a_file(file: str, tmp_path: Path) -> None:
    """The brief is of the whole record."""
    assert main(["brief", file, "-o", str(tmp_path / "brief.html")]) == 0
    assert "1 of 2 channels is severed" in (tmp_path / "brief.html").read_text(encoding="utf-8")
