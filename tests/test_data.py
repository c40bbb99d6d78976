"""The bundled record and what is written beside it agree."""

import csv
import hashlib
import json
from pathlib import Path
from typing import Any, Final

from frictionless import Package

from openline.record.columns import COLUMNS

DATA: Final = Path(__file__).parent.parent / "data"
RECORD: Final = DATA / "channels.csv"
PACKAGE: Final = DATA / "datapackage.json"


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
    """The schema has the columns of the format, and asks for those that are needed."""
    fields = resource()["schema"]["fields"]
    assert {field["name"] for field in fields} == {column.name for column in COLUMNS}
    always = {field["name"] for field in fields if field.get("constraints", {}).get("required")}
    assert {"channel", "date"} <= always


def test_package_names_the_very_bytes() -> None:
    """Size and checksum in the package are those of the file."""
    data = RECORD.read_bytes()
    assert resource()["bytes"] == len(data)
    assert resource()["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"


def test_codebook_explains_every_column() -> None:
    """The codebook has a row for each column of the record."""
    text = (DATA / "README.md").read_text(encoding="utf-8")
    assert [c.name for c in COLUMNS if f"| `{c.name}` |" not in text] == []
