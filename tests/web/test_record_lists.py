"""Saved records and their revisions."""

import csv
import io
from dataclasses import replace

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from openline.store.problems import store_problem
from openline.store.store import Store
from openline.ui.data.saved import forget_list
from openline.ui.data.source import board_source
from openline.web.record_lists import LISTED
from openline.web.routes import beside_routes
from openline.web.source import Kept
from tests.store.saving import NAME, NOW, save
from tests.web.beside import client, error_of

FIRST = b"channel,date,state\nHotline,2020-01-01,open\n"
SECOND = FIRST + b"Hotline,2021-01-01,severed\n"


@pytest.fixture
def saved(store: Store) -> Store:
    """Return a store with a record of two revisions."""
    save(store, FIRST, None)
    save(store, SECOND, 1)
    forget_list()
    return store


@pytest.mark.usefixtures("saved")
def test_records_are_listed_with_their_newest_revisions() -> None:
    """In both forms, with what is known of it again at its mark."""
    answer = client().get("/api/v1/records")
    (row,) = answer.json()
    assert list(row) == list(LISTED)
    assert (row["record"], row["revision"], row["parent"]) == (NAME, 2, 1)
    assert row["size"] == len(SECOND)
    assert answer.content == client().get("/api/v1/records.json").content
    (other,) = csv.DictReader(io.StringIO(client().get("/api/v1/records.csv").text))
    assert other == {name: str(value) for name, value in row.items()}
    known = {"if-none-match": answer.headers["etag"]}
    assert client().get("/api/v1/records", headers=known).status_code == 304


@pytest.mark.usefixtures("saved")
def test_revisions_are_listed_the_newest_first() -> None:
    """Of a record by its name in any case; the first has no parent."""
    rows = client().get(f"/api/v1/records/{NAME.upper()}/revisions.json").json()
    assert [(row["revision"], row["parent"]) for row in rows] == [(2, 1), (1, None)]
    tables = [client().get(f"/api/v1/observations?record={NAME}@{row['revision']}") for row in rows]
    assert [len(table.json()) for table in tables] == [2, 1]
    assert [t.headers["openline-revision"] for t in tables] == [r["digest"] for r in rows]


def test_a_hidden_record_is_not_listed_and_goes_on_being_there(saved: Store) -> None:
    """Its addresses go on working, as on the board."""
    saved.hide(NAME, "Ann", now=NOW)
    forget_list()
    assert client().get("/api/v1/records").json() == []
    assert len(client().get(f"/api/v1/records/{NAME}/revisions").json()) == 2
    assert client().get(f"/api/v1/status?record={NAME}").status_code == 200


@pytest.mark.usefixtures("saved")
def test_what_is_not_there_is_not_found() -> None:
    """A name close to another is told the other; a parameter is not understood."""
    answer = client().get(f"/api/v1/records/{NAME}x/revisions")
    assert answer.status_code == 404
    (problem,) = error_of(answer)["problems"]
    assert problem["code"] == "record-unknown"
    assert client().get(f"/api/v1/records/{NAME}/revisions.xml").status_code == 404
    for address in ("/api/v1/records?x=1", f"/api/v1/records/{NAME}/revisions?x=1"):
        answer = client().get(address)
        assert answer.status_code == 400
        (problem,) = error_of(answer)["problems"]
        assert problem["message"] == "There is no parameter “x” here."


def test_a_store_that_does_not_answer_is_said_to_be_silent() -> None:
    """With the problem that the store has."""
    silent = store_problem("store-busy", "It is busy.", "Try again.")
    source = replace(board_source(), kept=lambda: Kept(problem=silent))
    asking = TestClient(Starlette(routes=beside_routes(source)))
    for address in ("/api/v1/records", "/api/v1/records/x/revisions"):
        answer = asking.get(address)
        assert answer.status_code == 503
        assert error_of(answer)["message"] == "It is busy."
