"""The data of a site."""

from pathlib import Path

import pytest

from openline.analysis.tables import TABLES
from openline.cli import main
from openline.site.data import data_files, data_page, tables_of
from tests.asking import read_once
from tests.site.built import Document, built, site_of

OPTIONS = {
    "openings": ["--closings"],
    "since": ["--since", "1y"],
    "compare": ["--from", "2020-06-01", "--to", "2021-06-01"],
}


@pytest.mark.usefixtures("set_today")
def test_each_table_is_what_the_command_prints(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As CSV and as JSON, letter for letter; the record too."""
    monkeypatch.setattr("openline.cli.read_record", read_once)
    files = built(tmp_path / "site")
    (tmp_path / "record.csv").write_text(files["data/record.csv"], encoding="utf-8", newline="")
    for table in TABLES:
        if table.name == "search":
            continue
        own = OPTIONS.get(table.name, [])
        day = [] if table.name == "compare" else ["--as-of", "2021-06-01"]
        for form in ("csv", "json"):
            asked = [table.name, str(tmp_path / "record.csv"), *own, *day, "--format", form]
            assert main(asked) == 0
            assert files[f"data/{table.name}.{form}"] == capsys.readouterr().out, table.name
    assert main(["export", str(tmp_path / "record.csv")]) == 0
    assert files["data/record.csv"] == capsys.readouterr().out


def test_every_table_is_named_with_its_files_and_its_rows() -> None:
    """Whoever wants data finds what each table tells."""
    site = site_of()
    tables = [(name, meaning, len(frame)) for name, meaning, frame in tables_of(site)]
    assert len(tables) == len(TABLES) + 1
    body = data_page(site, tables).body
    seen = Document("".join(map(str, body)))
    assert all(meaning in seen.words for _, meaning, _ in tables)
    assert "data/survival-summary.json" in seen.addresses
    assert [name for name, _ in data_files(site.brief.status, "status")] == [
        "data/status.csv",
        "data/status.json",
    ]
