"""Tables in JSON: lists of objects, objects of lists, lists of lists, and nested lists."""

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Any, Final

from openline.record.limits import MOST_CELLS

_MOST_COLUMNS: Final = 500
_NAME: Final = "name"
_KEY: Final = "list"
"""Names for the column that holds the keys of named lists: the first free one is used."""
_COLUMNS: Final = ("columns", "header", "fields")
_DATA: Final = ("data", "rows", "values")

_Rows = list[list[str]]
_Record = dict[str, Any]


def json_table(text: str) -> _Rows:
    """Return the rows of a table in JSON, the header first; none if it holds no table."""
    try:
        value = json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError):
        value = _json_lines(text)
    if rows := _listed(value):
        return rows
    flat = [dict(_flat(record)) for record in _exploded(_records(value))]
    names = [*dict.fromkeys(name for record in flat for name in record)]
    if len(names) > _MOST_COLUMNS or len(names) * len(flat) > MOST_CELLS:
        return []
    return [names, *([record.get(name, "") for name in names] for record in flat)] if flat else []


def _json_lines(text: str) -> list[Any]:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    try:
        return [json.loads(line) for line in lines if line.strip()]
    except (ValueError, RecursionError):
        return []


def _listed(value: Any) -> _Rows:
    """Return the rows of a list of lists, of separate names and lists, or of lists keyed by their
    columns' names; none for anything else."""
    rows: Any = value
    if isinstance(value, dict):
        names = next((value[name] for name in _COLUMNS if name in value), None)
        data = next((value[name] for name in _DATA if name in value), None)
        if isinstance(names, list) and isinstance(data, list):
            rows = [[_name(name) for name in names], *data]
        else:
            rows = _by_column(value)
    if not isinstance(rows, list) or not rows or not all(isinstance(row, list) for row in rows):
        return []
    if sum(map(len, rows)) > MOST_CELLS:
        return []
    return [[_text(cell) for cell in row] for row in rows]


def _by_column(value: Mapping[str, Any]) -> list[list[Any]]:
    """Return rows from columns: lists, or objects keyed by row number, that hold only plain
    values."""
    held = [[*own.values()] if isinstance(own, dict) else own for own in value.values()]
    are_plain = len(held) > 1 and all(
        isinstance(own, list) and own and not any(isinstance(one, dict | list) for one in own)
        for own in held
    )
    if not are_plain or len({*map(len, held)}) > 1:
        return []
    return [[*value], *map(list, zip_longest(*held))]


def _records(value: Any) -> list[_Record]:
    """Return the objects of a list, those of an object's lists together with the lists' names, or
    those of the longest list that an object has."""
    if isinstance(value, dict):
        lists = {name: own for name, own in value.items() if _are_records(own)}
        if len(lists) > 1 and len(lists) == len(value):
            return _named(lists)
        value = max(lists.values(), key=len, default=[value])
    return [_with_properties(record) for record in value] if _are_records(value) else []


def _named(lists: Mapping[str, list[_Record]]) -> list[_Record]:
    """Return the objects of lists, each with the name of its list."""
    is_taken = any(_NAME in record for own in lists.values() for record in own)
    column = _KEY if is_taken else _NAME
    return [{column: name, **record} for name, own in lists.items() for record in own]


def _are_records(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, dict) for one in value)


def _exploded(records: Sequence[_Record]) -> list[_Record]:
    """Return one record for each object in the only list of objects that the records have,
    together with their other values."""
    names = dict.fromkeys(
        name for record in records for name, own in record.items() if _are_records(own)
    )
    if len(names) != 1:
        return [*records]
    (name,) = names
    every = sum(len(record.get(name) or [{}]) for record in records)
    if every * len(records[0]) > MOST_CELLS:
        return []
    return [
        {**{key: own for key, own in record.items() if key != name}, **within}
        for record in records
        for within in record.get(name) or [{}]
    ]


def _with_properties(record: _Record) -> _Record:
    """Return an object with the values that GeoJSON nests in another object within it."""
    within = record.get("properties")
    if not isinstance(within, dict):
        return record
    return {**within, **{name: own for name, own in record.items() if name != "properties"}}


def _flat(record: _Record) -> Iterator[tuple[str, str]]:
    for name, value in record.items():
        if isinstance(value, list) and all(isinstance(one, str) for one in value):
            yield name, "; ".join(value)
        else:
            yield name, _text(value)


def _name(value: Any) -> Any:
    return value.get("name", "") if isinstance(value, dict) else value


def _text(value: Any) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
