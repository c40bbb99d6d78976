"""Records as fields, one per line: `channel: Hotline`; or as elements of XML."""

import html
import re
from collections.abc import Iterable
from typing import Final

from openline.record.limits import MOST_CELLS

_MOST_COLUMNS: Final = 500
_FIELD: Final = re.compile(r"(- )?([^\s:#][^:]{0,59}):(?: (.*))?")
_ELEMENT: Final = re.compile(r"<([/?!]?)([\w:.-]++)([^<>]*+)>([^<]*)")
_ATTRIBUTE: Final = re.compile(r"([\w:.-]{1,60})\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_TWO: Final = 2

_Rows = list[list[str]]


def field_rows(text: str) -> _Rows:
    """Return the records of lines that are each a name and a value, as in YAML or with a blank
    line between records; none if any other line occurs."""
    records: list[dict[str, str]] = [{}]
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        plain = line.strip()
        if not plain or plain == "---" or plain.startswith("#"):
            records += [{}] if records[-1] and not plain else []
            continue
        match = _FIELD.fullmatch(plain)
        if match is None:
            return []
        name, value = match[2].strip(), (match[3] or "").strip()
        if match[1] or name in records[-1]:
            records.append({})
        is_quoted = value[:1] in ("'", '"') and value[:1] == value[-1:] and len(value) > 1
        records[-1][name] = value[1:-1] if is_quoted else value
    return _table(records)


def xml_rows(text: str) -> _Rows:
    """Return the records of XML: the innermost elements that contain plain ones, or those with
    several attributes. Nothing in it is looked up."""
    records: list[dict[str, str]] = [{}]
    leaf = ""
    for match in _ELEMENT.finditer(text):
        mark, name, more, after = match.groups()
        if mark == "/":
            if name != leaf and records[-1]:
                records.append({})
            leaf = ""
        elif not mark:
            found = {one[0]: html.unescape(one[1] or one[2]) for one in _ATTRIBUTE.findall(more)}
            if len(found) >= _TWO:
                records += [found, {}]
            elif not more.rstrip().endswith("/"):
                leaf = name
                if after.strip():
                    records[-1][name] = " ".join(html.unescape(after).split())
    return _table(records)


def _table(records: Iterable[dict[str, str]]) -> _Rows:
    full = [record for record in records if record]
    names = [*dict.fromkeys(name for record in full for name in record)]
    if len(names) > _MOST_COLUMNS or len(names) * len(full) > MOST_CELLS:
        return []
    return [names, *([record.get(name, "") for name in names] for record in full)] if full else []
