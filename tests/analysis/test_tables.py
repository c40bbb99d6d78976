"""Tables: each gives what was worked out by hand, and exactly the columns it promises."""

from datetime import date
from typing import Any

import pytest

from openline.analysis.question import Question
from openline.analysis.tables import FRACTIONS, TABLES, Table
from tests.analysis.cases import CASES, differs, printed
from tests.asking import TODAY, ask, read

_RECORD = read(
    "channel,parties,level,kind,cadence_days,date,event,state,cause",
    "Hotline,B; A,military,hotline,90,2020-01-01,change,open,",
    "Hotline,B; A,military,hotline,90,2021-02,change,severed,Exercise",
    "Hotline,B; A,military,hotline,90,2021-09-01,contact,partial,",
    "Hotline,B; A,military,hotline,90,2021-10-01,contact,,",
    "Talks,,,,,2020-06,contact,,",
    "Talks,,,,,2020-05-01,change,partial,",
    "Talks,,,,,2022-05-01,ended,,",
)


@pytest.mark.parametrize(
    ("folder", "number", "asked"), CASES, ids=[f"{name}-{i}" for name, i, _ in CASES]
)
def test_a_case_gives_its_rows(
    folder: str, number: int, asked: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A command prints exactly the rows that were worked out by hand from the contract."""
    monkeypatch.setenv("OPENLINE_TODAY", TODAY.isoformat())
    found = printed(folder, asked["command"])
    assert differs(asked["rows"], found) is None, (number, asked["command"], asked["why"])


def test_there_are_cases_for_every_table() -> None:
    """No table is without a case that was worked out by hand, the log of rows apart."""
    asked = {case["command"][0] for _, _, case in CASES}
    assert {table.name for table in TABLES} - asked <= {"observations"}


def _questions() -> list[tuple[Table, dict[str, Any]]]:
    return [
        (table, {"by": by, "summary": summary})
        for table in TABLES
        for by in (None, *table.groups)
        for summary in ((False, True) if table.name == "survival" else (False,))
    ]


@pytest.mark.parametrize(
    ("table", "options"),
    _questions(),
    ids=[f"{table.name}-{o['by']}-{o['summary']}" for table, o in _questions()],
)
@pytest.mark.parametrize("as_of", ["2019-01-01", "2021-12-01"])
def test_a_table_has_its_columns(table: Table, options: dict[str, Any], as_of: str) -> None:
    """A table has the columns that it promises, with rows and without; only fractions are
    numbers that are not whole."""
    days = (date(2018, 1, 1), date.fromisoformat(as_of))
    question = Question(_RECORD, date.fromisoformat(as_of), days=days, **options)
    answer = table.answer(question)
    assert tuple(answer.columns) == table.columns(question)
    floats = {name for name in answer if answer[name].dtype == "float64"}
    assert floats <= FRACTIONS
    assert bool(len(answer)) == (as_of > "2020")


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_table_explains_itself(table: Table) -> None:
    """Each table says in one sentence what it tells, and shows columns that it has."""
    assert table.meaning.endswith(".")
    columns = {
        name
        for by in (None, *table.groups)
        for summary in (False, True)
        for name in table.columns(Question(_RECORD, TODAY, by=by, summary=summary))
    }
    assert set(table.shown) <= columns


def test_asking_changes_nothing() -> None:
    """A question has the same answer after every other: no table writes to the evidence."""
    question = Question(_RECORD, TODAY, days=(date(2020, 1, 1), TODAY))
    evidence = question.evidence()
    for table in TABLES:
        table.build(question, evidence)
    for table in TABLES:
        alone = table.build(question, question.evidence())
        assert table.build(question, evidence).equals(alone), table.name


def test_answers_have_the_dates_as_given() -> None:
    """Beside each date stands its text with the precision that the file gave."""
    question = Question(_RECORD, TODAY)
    spans = next(table for table in TABLES if table.name == "spans")
    shown = spans.answer_with_texts(question)
    assert shown["start_text"].tolist()[1:3] == ["2020-01-01", "2021-02"]


def test_a_question_is_asked_of_the_day() -> None:
    """A table computes everything for the as-of day."""
    assert [row["state"] for row in ask(_RECORD, "status", "2021-03-01")] == ["partial", "severed"]
    assert [row["state"] for row in ask(_RECORD, "status", "2022-06-01")] == ["ended", "partial"]
