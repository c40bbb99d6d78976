"""The description of the API."""

import json
from functools import cache
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from openline.analysis.tables import TABLES, Table
from openline.view.parameters import PARAMETERS
from openline.web.badges import BADGES
from openline.web.description import description
from openline.web.feeds import FEEDS
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


def test_every_feed_and_badge_is_described_as_it_answers() -> None:
    """With the type of its answer, and what it needs to be asked."""
    paths = _said()["paths"]
    names = [*(f"/feeds/{name}" for name in FEEDS), *(f"/badges/{name}" for name in BADGES)]
    for path in names:
        query = "?parties=China%3B+United+States&channel=Defence+ministers"
        answer = client().get(f"{path}{query}")
        assert answer.status_code == 200, path
        media = answer.headers["content-type"].partition(";")[0]
        assert list(paths[path]["get"]["responses"]["200"]["content"]) == [media]
        needed = [item["name"] for item in paths[path]["parameters"] if item.get("required")]
        assert needed == {"channel.svg": ["channel"], "parties.svg": ["parties"]}.get(
            path.rpartition("/")[2], []
        )


def test_the_readable_page_names_them() -> None:
    """Beside tables and records."""
    page = client().get("/api").text
    assert "Feeds and badges" in page
    assert "/badges/parties.svg" in page
    assert "/feeds/changes.ics" in page
