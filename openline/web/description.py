"""The description of the API in OpenAPI's form, made from the tables that answer."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

import pandas as pd

from openline.analysis.method import METHOD
from openline.analysis.question import Question
from openline.analysis.tables import TABLES, Table
from openline.formats.cells import plain_rows
from openline.record.reading import read_record
from openline.view.parameters import PARAMETERS, Parameter
from openline.view.readers import words_schema
from openline.web.badges import BADGES, SVG_MEDIA
from openline.web.feeds import CONTACTS, FEEDS
from openline.web.schemas import (
    TEXT,
    Json,
    error_schema,
    parameter,
    problem_schema,
    revision_schema,
    row_schema,
)
from openline.web.table_answers import ENDINGS, JSON, MEDIA

_DAY: Final = date(2023, 10, 5)
_EXAMPLE: Final = """\
channel,parties,level,kind,cadence_days,date,event,state,actor,summary,cause,source,source_url
Annual talks,Arland; Berland,military,talks,365,2018-05-10,contact,open,,The first round was \
held.,,"Herald, First talks, 2018-05-11",https://herald.example/1
Annual talks,Arland; Berland,military,talks,365,2020-06-14,refusal,severed,Berland,Berland called \
off all contact.,border incident,"Gazette, Talks off, 2020-06-15",https://gazette.example/2
Annual talks,Arland; Berland,military,talks,365,2021-02,overture,,Arland,Arland proposed a \
date.,,"Gazette, New date, 2021-02-20",https://gazette.example/3
Annual talks,Arland; Berland,military,talks,365,2022-11-30,contact,open,,The second round was \
held.,,"Herald, Talks again, 2022-12-01",https://herald.example/4
Hotline,Arland; Berland,military,hotline,,2019-01-07,change,open,,The line was put into \
use.,,"Herald, Hotline, 2019-01-08",https://herald.example/5
Hotline,Arland; Berland,military,hotline,,2023-02-01,refusal,severed,Berland,Calls were not \
answered.,border incident,"Gazette, No answer, 2023-02-03",https://gazette.example/6
"""
"""A record of two channels that gives every table a row to show as an example."""
_CONTACTS: Final[Json] = {
    "name": CONTACTS,
    "in": "query",
    "description": "Whether contacts that changed nothing are included too; off by default.",
    "schema": dict(words_schema(("on", "off"))),
}


def description() -> Json:
    """Return the description of an API served at the root of a host."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Openline",
            "version": METHOD,
            "description": (
                "The address of a page of the board, with /api/v1/TABLE.json or .csv in place of "
                "its path, is its data. The version is the date of the formulas."
            ),
        },
        "servers": [{"url": "/"}],
        "paths": {
            **_table_paths(),
            **_record_paths(),
            "/api/v1/check": {"post": _check()},
            **_feed_paths(),
            **_badge_paths(),
        },
        "components": {
            "schemas": {
                "Error": error_schema(),
                "Problem": problem_schema(),
                "Revision": revision_schema(),
            },
            "parameters": {item.name: parameter(item) for item in PARAMETERS},
        },
    }


def _table_paths() -> Json:
    record = read_record(_EXAMPLE.encode(), _DAY)
    question = Question(
        record, _DAY, closings=True, days=(date(2022, 10, 5), _DAY), min_days=30, window=1200
    )
    searching = replace(question, filters=replace(question.filters, q="talks"))
    paths: Json = {}
    for table in TABLES:
        asked = searching if table.name == "search" else question
        every = [asked, *(replace(asked, by=by) for by in table.groups)]
        paths |= _forms(table, [table.answer(one) for one in every])
    return paths


def _forms(table: Table, frames: Sequence[pd.DataFrame]) -> Json:
    schema = {"type": "array", "items": row_schema(frames, is_open="line" in frames[0])}
    example = [dict(zip(frames[0], row, strict=True)) for row in plain_rows(frames[0])[:1]]
    named = {"parameters": [_named(item, table) for item in PARAMETERS]}
    rows = {"schema": schema, "example": example}
    return {
        f"/api/v1/{table.name}{end}": {
            "get": _operation(f"{table.name}{end}", "tables", table.meaning, said, named)
        }
        for end, said in _rows_in_forms(rows, _headers())
    }


def _named(item: Parameter, table: Table) -> Json:
    """Return a parameter of a table: the common one, except for groups of its own."""
    if item.name == "by" and table.groups:
        return {**parameter(item), "schema": dict(words_schema(table.groups))}
    return _reference("parameters", item.name)


def _record_paths() -> Json:
    rows = {"type": "array", "items": _reference("schemas", "Revision")}
    name = {"name": "name", "in": "path", "required": True, "schema": {**TEXT, "minLength": 1}}
    name["description"] = "The name of a saved record."
    lists: tuple[tuple[str, str, list[Json]], ...] = (
        ("/api/v1/records", "The saved records, each with its newest revision.", []),
        ("/api/v1/records/{name}/revisions", "The revisions of a saved record.", [name]),
    )
    paths: Json = {}
    for path, meaning, named in lists:
        for end, said in _rows_in_forms({"schema": rows}):
            operation = f"{path.rsplit('/', 1)[-1]}{end}"
            place = _operation(operation, "records", meaning, said, {"parameters": named})
            paths[f"{path}{end}"] = {"get": place}
    return paths


def _rows_in_forms(rows: Json, headers: Json | None = None) -> Iterator[tuple[str, Json]]:
    """Yield each ending of a path for rows, and the answer there."""
    for end, form in ENDINGS.items():
        content = {_media(form): rows if form == JSON else {"schema": TEXT}}
        yield end, _answers("The rows.", content, "The rows are those", headers)


def _check() -> Json:
    rows = {"type": "array", "items": _reference("schemas", "Problem")}
    sent = {"text/csv": {"schema": TEXT, "example": "channel,date,state\nHotline,2023-02,shut\n"}}
    body = {"requestBody": {"required": True, "content": sent}}
    content = {_media(JSON): {"schema": rows}}
    said = {"200": {"description": "The problems.", "content": content}}
    said |= _refusals(400, 405, 411, 413, 503)
    meaning = "The problems of a record that is sent; nothing is kept of it."
    return _operation("check", "records", meaning, said, body)


def _feed_paths() -> Json:
    named = [*(_reference("parameters", item.name) for item in PARAMETERS), _CONTACTS]
    return {
        f"/feeds/{name}": _drawn("feeds", name, meaning, media, named)
        for name, (media, _, meaning) in FEEDS.items()
    }


def _badge_paths() -> Json:
    paths: Json = {}
    for name, (needed, _, meaning) in BADGES.items():
        named = [
            {**parameter(item), "required": True}
            if item.name == needed
            else _reference("parameters", item.name)
            for item in PARAMETERS
        ]
        paths[f"/badges/{name}"] = _drawn("badges", name, meaning, SVG_MEDIA, named)
    return paths


def _drawn(tag: str, name: str, meaning: str, media: str, named: Sequence[Json]) -> Json:
    content = {media.partition(";")[0]: {"schema": TEXT}}
    said = _answers(meaning, content, "It is that", _headers())
    place = _operation(f"{tag}_{name}", tag, meaning, said, {})
    return {"get": place, "parameters": named}


def _operation(name: str, tag: str, meaning: str, said: Json, asked: Json) -> Json:
    """Return an operation: `said` has its answers, and `asked` what it takes."""
    named = {"operationId": name.replace(".", "_"), "tags": [tag], "summary": meaning}
    return {**named, **asked, "responses": said}


def _answers(meaning: str, content: Json, known: str, headers: Json | None = None) -> Json:
    told = {"headers": headers} if headers else {}
    return {
        "200": {"description": meaning, **told, "content": content},
        "304": {"description": f"{known} whose ETag was sent."},
        **_refusals(400, 404, 405, 503),
    }


def _reference(kind: str, name: str) -> Json:
    return {"$ref": f"#/components/{kind}/{name}"}


def _media(form: str) -> str:
    return MEDIA[form].split(";")[0]


def _headers() -> Json:
    words = {
        "ETag": "What to send as If-None-Match to be told whether anything changed.",
        "Openline-Record": "The record, as an address that names exactly this revision.",
        "Openline-Revision": "The SHA-256 of its bytes.",
        "Openline-As-Of": "The day for which everything was computed.",
        "Openline-Method": "The date of the formulas.",
    }
    return {name: {"description": text, "schema": TEXT} for name, text in words.items()}


def _refusals(*statuses: int) -> Json:
    words = {
        400: "The request cannot be understood; the problems name each parameter.",
        404: "There is no such record or revision.",
        405: "The method is not allowed here.",
        411: "The length of the body is not given.",
        413: "The file is larger than the limit.",
        503: "The record or the store does not answer, or the board is computing too much.",
    }
    content = {"application/json": {"schema": _reference("schemas", "Error")}}
    return {str(s): {"description": words[s], "content": content} for s in statuses}
