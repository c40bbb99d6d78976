"""The schemas of rows, parameters and refusals, as JSON Schema."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import pandas as pd

from openline.record.columns import COLUMNS
from openline.record.problems import ERROR, PROBLEM_FIELDS, WARNING
from openline.view.parameters import Parameter
from openline.view.view import MOST_VALUES
from openline.web.record_lists import LISTED

Json = dict[str, Any]
TEXT: Final = {"type": "string"}
_SAVED_TYPES: Final[Mapping[str, Json]] = {
    "revision": {"type": "integer"},
    "size": {"type": "integer"},
    "saved_at": {"type": "string", "format": "date-time"},
    "parent": {"type": ["integer", "null"]},
}
_TEXTS: Final = {column.name: column.meaning for column in COLUMNS}


def row_schema(frames: Sequence[pd.DataFrame], *, is_open: bool) -> Json:
    """Return the schema of a row; an open one, which includes the record's own columns, can have
    more than those known."""
    properties: Json = {}
    for frame in frames:
        properties |= {name: _cell_schema(name, frame[name]) for name in frame}
    needed = [name for name in properties if all(name in frame for frame in frames)]
    row = {"type": "object", "properties": properties, "required": needed}
    return row if is_open else {**row, "additionalProperties": False}


def _cell_schema(name: str, column: "pd.Series[Any]") -> Json:
    kind = column.dtype
    schema = {"description": _TEXTS[name]} if name in _TEXTS else {}
    if pd.api.types.is_datetime64_any_dtype(kind):
        return {"type": ["string", "null"], "format": "date", **schema}
    if pd.api.types.is_bool_dtype(kind) or str(kind) == "object":
        return {"type": ["boolean", "null"], **schema}
    if pd.api.types.is_integer_dtype(kind):
        return {"type": ["integer", "null"], **schema}
    word = "number" if pd.api.types.is_float_dtype(kind) else "string"
    return {"type": [word, "null"], **schema}


def parameter(item: Parameter) -> Json:
    """Return the schema of a parameter of an address."""
    name = {"type": "string", "pattern": r"[^\s;]", "minLength": 1, "maxLength": item.most}
    schema: Json = dict(item.schema or name)
    if item.repeated:
        schema = {"type": "array", "items": schema, "maxItems": MOST_VALUES}
    return {
        "name": item.name,
        "in": "query",
        "description": f"{item.meaning} Values: {item.values}.",
        "schema": schema,
    }


def error_schema() -> Json:
    """Return the schema of the envelope of a refusal."""
    problem = {
        "type": "object",
        "properties": {
            name: {"type": ["string", "null"]}
            for name in ("code", "parameter", "value", "message", "suggestion")
        },
    }
    error = {
        "type": "object",
        "properties": {
            "status": {"type": "integer"},
            "message": TEXT,
            "problems": {"type": "array", "items": problem},
        },
        "required": ["status", "message", "problems"],
    }
    return {"type": "object", "properties": {"error": error}, "required": ["error"]}


def problem_schema() -> Json:
    """Return the schema of a problem of a record."""
    properties: Json = {name: {"type": ["string", "null"]} for name in PROBLEM_FIELDS}
    properties["line"] = {"type": ["integer", "null"]}
    properties["severity"] = {"type": "string", "enum": [ERROR, WARNING]}
    return {"type": "object", "properties": properties, "required": list(PROBLEM_FIELDS)}


def revision_schema() -> Json:
    """Return the schema of a row in a list of records or revisions."""
    properties = {name: _SAVED_TYPES.get(name, TEXT) for name in LISTED}
    return {"type": "object", "properties": properties, "required": list(LISTED)}
