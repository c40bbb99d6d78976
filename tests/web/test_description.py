"""The description of the API."""

import json
from functools import cache
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from openline.analysis.tables import TABLES, Table
from openline.view.parameters import PARAMETERS
from openline.web.description import description
from tests.web.beside import client, fresh_client

pytestmark = pytest.mark.usefixtures("set_today")


@cache
def _said() -> Any:
    return description()


def _schema_of(name: str) -> Draft202012Validator:
    told = _said()["paths"][f"/api/v1/{name}"]["get"]["responses"]["200"]["content"]
    return Draft202012Validator({**told["application/json"]["schema"], **_definitions()})


def _definitions() -> dict[str, object]:
    return {"components": _said()["components"]}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_each_table_is_described_as_it_answers(table: Table) -> None:
    """Its rows fit what is said of them, its example is one, and its columns all have a type."""
    name = table.name
    told = _said()["paths"][f"/api/v1/{name}"]["get"]
    assert told["summary"] == table.meaning
    content = told["responses"]["200"]["content"]["application/json"]
    fits = _schema_of(name)
    for query in ("", "?asof=2010-01-01&min_days=0&window=9999", "?by=level"):
        rows = client().get(f"/api/v1/{name}{query}").json()
        assert rows or name == "search"
        fits.validate(rows)
    assert len(content["example"]) == 1
    fits.validate(content["example"])


def test_every_parameter_is_described() -> None:
    """By the meaning that the reference prints."""
    told = _said()["components"]["parameters"]
    assert list(told) == [item.name for item in PARAMETERS]
    assert all(item.meaning in told[item.name]["description"] for item in PARAMETERS)


def test_the_description_is_answered_below_the_board_s_path() -> None:
    """It names the path as its server."""
    answer = fresh_client("/board").get("/board/api/openapi.json")
    assert json.loads(answer.content) == {**_said(), "servers": [{"url": "/board"}]}
    assert client().get("/api/openapi.json?x=1").status_code == 400
