"""What parameters are, as JSON Schema has it."""

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from openline.view.parameters import PARAMETERS, Parameter
from openline.view.readers import Fault
from openline.web.schemas import parameter

TRIED = (
    *(
        "bundled",
        "Gulf lines",
        "Gulf lines@3",
        "a@b",
        "latest",
        "today",
        "2023-10-05",
        "2023-02-30",
    ),
    *("China; United States", ";", "", " ", "military", "confirmed", "on", "off", "0", "1", "30"),
    *("100000", "100001", "999999999", "1000000000", "-1", "1.5", "1d", "1y", "2y", "3y", "all"),
    *("openings", "parties", "cause", "raised", "open", "severity", "x" * 200, "x" * 201),
)


@pytest.mark.parametrize("item", PARAMETERS, ids=lambda item: item.name)
def test_a_value_fits_its_schema_where_it_is_read(item: Parameter) -> None:
    """The schema takes what the reader takes, and refuses what it refuses."""
    schema = parameter(item)["schema"]
    schema = schema["items"] if item.repeated else schema
    fits = Draft202012Validator(schema, format_checker=FormatChecker(["date"]))
    for text in TRIED:
        is_number = schema.get("type") == "integer" and text.isdigit()
        is_read = len(text) <= item.most and not isinstance(item.read(text), Fault)
        if item.name == "record":
            is_read = is_read and text != "a@b"
        if schema.get("pattern") == r"[^\s;]":
            is_read = is_read and text != ";"
        assert fits.is_valid(int(text) if is_number else text) == is_read, text
