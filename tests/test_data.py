"""The bundled record agrees with its description and its codebook."""

import csv
import hashlib
import json
import re
from collections import Counter
from typing import Any, Final

import pytest
from frictionless import Package

from openline.record.columns import COLUMNS
from tests.bundled import bundled_table, written_rows
from tests.screen import ROOT

DATA: Final = ROOT / "data"
_DENSE: Final = 30
"""The codebook lists sets of parties with at least this many rows."""
RECORD: Final = DATA / "channels.csv"
PACKAGE: Final = DATA / "datapackage.json"


def codebook() -> str:
    """Return the text of the codebook."""
    return (DATA / "README.md").read_text(encoding="utf-8")


def resource() -> Any:
    """Return the description of the bundled record."""
    return json.loads(PACKAGE.read_text(encoding="utf-8"))["resources"][0]


def test_record_is_as_its_package_describes_it() -> None:
    """Every row of the bundled record fits the schema that is published with it."""
    report = Package(str(PACKAGE)).validate()
    assert report.flatten(["rowNumber", "fieldName", "type", "note"]) == []
    assert report.valid


def test_package_names_the_columns_of_the_record() -> None:
    """The schema has the record's columns, in the record's order."""
    with RECORD.open(encoding="utf-8", newline="") as lines:
        header = next(csv.reader(lines))
    assert [field["name"] for field in resource()["schema"]["fields"]] == header


def test_package_names_the_columns_of_the_format() -> None:
    """The schema has no column that the format lacks, and asks for those that are needed."""
    fields = resource()["schema"]["fields"]
    assert {field["name"] for field in fields} <= {column.name for column in COLUMNS}
    always = {field["name"] for field in fields if field.get("constraints", {}).get("required")}
    assert {"channel", "date"} <= always


def test_package_names_the_very_bytes() -> None:
    """Size and checksum in the package are those of the file."""
    data = RECORD.read_bytes()
    assert resource()["bytes"] == len(data)
    assert resource()["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"


def test_codebook_explains_every_column() -> None:
    """The codebook has a row for each column of the record."""
    (first, *_) = written_rows()
    assert [name for name in first if f"| `{name}` |" not in codebook()] == []


def test_codebook_counts_the_words_of_a_column() -> None:
    """Where the codebook counts how often a column has a word, the count is right."""
    counted = {
        column: dict(re.findall(r"`(\w+)` (\d[\d,]*\b)", cells))
        for column, cells in re.findall(r"^\| `(\w+)` \| ([^|]*) \|", codebook(), re.MULTILINE)
    }
    assert {"level", "kind", "event", "state", "confidence"} <= {c for c in counted if counted[c]}
    for column in counted.keys() & {column.name for column in COLUMNS}:
        words = counted[column]
        found = Counter(row[column] for row in written_rows() if row[column])
        assert not words or words == {word: f"{number:,}" for word, number in found.items()}


def test_codebook_says_how_many_rows_have_a_column() -> None:
    """A column is filled in all rows, or in as many rows as the codebook says."""
    rows = written_rows()
    told = re.findall(r"^\| `(\w+)` \| [^|]* \| (all|[\d,]+ rows) \|", codebook(), re.MULTILINE)
    filled = {name: sum(bool(row[name]) for row in rows) for name in rows[0]}
    assert dict(told) == {
        name: "all" if number == len(rows) else f"{number:,} rows"
        for name, number in filled.items()
    }


def test_codebook_lists_every_dense_set_of_parties() -> None:
    """It lists the sets of parties with 30 rows or more, most rows first, and what is left."""
    rows = Counter(row["parties"] for row in written_rows())
    channels = Counter(sides for sides, _ in {(r["parties"], r["channel"]) for r in written_rows()})
    dense = [sides for sides, number in rows.most_common() if number >= _DENSE]
    listed = re.findall(r"^\| ([^|`]+) \| (\d+) \| (\d+) \| \d{4}–\d{4} \|$", codebook(), re.M)
    assert sorted(listed) == sorted((d, str(channels[d]), str(rows[d])) for d in dense)
    assert [int(row[2]) for row in listed] == sorted((rows[d] for d in dense), reverse=True)
    rest = [sides for sides in rows if sides not in dense]
    assert (
        f"These hold {sum(channels[d] for d in dense)} channels; the other {len(rest)} sets hold "
        f"{sum(rows[r] for r in rest)} rows of {sum(channels[r] for r in rest)} channels."
    ) in codebook()


@pytest.mark.parametrize(
    ("path", "told"),
    [
        (
            "data/README.md",
            "{rows:,} sourced observations of {channels} military dialogue channels",
        ),
        ("data/README.md", "channels of {sets} sets of parties, from"),
        ("data/README.md", "edition to 30 Jun 2026. {rows:,} observations."),
        (
            "data/datapackage.json",
            "{rows:,} sourced observations of {channels} military dialogue channels of {sets} sets",
        ),
        ("README.md", "{rows:,} observations of {channels} channels"),
    ],
)
def test_the_size_of_the_record_is_told_alike(path: str, told: str) -> None:
    """Every count of rows, channels and sets of parties is that of the file."""
    rows = written_rows()
    channels = {(row["parties"], row["channel"]) for row in rows}
    sets = {row["parties"] for row in rows}
    text = " ".join((ROOT / path).read_text(encoding="utf-8").split())
    assert told.format(rows=len(rows), channels=len(channels), sets=len(sets)) in text


def test_what_stands_on_the_last_day_is_in_the_codebook() -> None:
    """The codebook's states on the last day are those of a second reading of the contract."""
    status = bundled_table("status")
    states = Counter(row["state"] for row in status)
    text = " ".join(codebook().split())
    assert (
        f"{states['open']} channels are open, {states['partial']} partial, {states['severed']} "
        f"severed and {states['unknown']} unknown; {states['ended']} have ended." in text
    )
    usable = [row for row in status if row["state"] in {"open", "partial"}]
    old = sum(row["days_unobserved"] > 730 for row in usable)
    assert f"Of the {len(usable)} that are open or partial, {old} have no row" in text
