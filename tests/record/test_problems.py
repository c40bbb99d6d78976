"""Problems: each kind is shown by a file, found where it is, and told in whole sentences."""

import re
from pathlib import Path

import pytest

from openline.record.problems import PROBLEM_FIELDS, PROBLEM_KINDS, problem
from tests.record.golden import BAD, expected_of, problems_of, read_golden


def _name(path: Path) -> str:
    return path.stem


@pytest.mark.parametrize("code", PROBLEM_KINDS)
def test_a_golden_file_shows_the_kind(code: str) -> None:
    """Each kind of problem is named among the problems of a golden file called after it."""
    files = [path for path in BAD if path.stem.partition("--")[0] == code]
    shown = {item["code"] for path in files for item in problems_of(read_golden(path))}
    assert code in shown


@pytest.mark.parametrize("path", BAD, ids=_name)
def test_a_golden_file_gives_its_problems(path: Path) -> None:
    """A bad file gives exactly the problems that were worked out by hand, in their order."""
    assert problems_of(read_golden(path)) == expected_of(path)


@pytest.mark.parametrize("path", BAD, ids=_name)
def test_problems_are_told_in_sentences(path: Path) -> None:
    """What is wrong and how to mend it are sentences, without a program's word for missing."""
    for item in read_golden(path).problems:
        for text in (item.message, item.suggestion):
            assert re.fullmatch(r"[\"'A-Z0-9].*[.?!]", text, re.DOTALL), text
            assert not re.search(r"\b(None|nan|NaN|NaT|<NA>)\b", text), text


@pytest.mark.parametrize("code", PROBLEM_KINDS)
def test_a_kind_explains_itself(code: str) -> None:
    """Each kind of problem has one sentence that says when it is reported."""
    assert re.fullmatch(r"[A-Z].*\.", PROBLEM_KINDS[code].meaning)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", code)


def test_a_problem_takes_its_severity_from_the_table() -> None:
    """A problem is made from its code, and the table says how severe it is."""
    made = problem("date-future", 3, "date", "2099", "Later.", "Wait.")
    assert (made.severity, made.line, made.value) == ("warning", 3, "2099")
    assert PROBLEM_FIELDS == (
        "severity",
        "code",
        "line",
        "column",
        "value",
        "message",
        "suggestion",
    )


def test_an_unknown_code_is_refused() -> None:
    """A code that the table lacks cannot be made into a problem."""
    with pytest.raises(KeyError):
        problem("no-such-code", None, None, None, "Never.", "Never.")
