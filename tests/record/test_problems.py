"""Problems: each kind is shown by a file, found where it is, and told in whole sentences."""

import re
from functools import partial
from pathlib import Path

import pytest

from openline.record.problems import (
    MOST_LISTED,
    PROBLEM_FIELDS,
    PROBLEM_KINDS,
    Findings,
    Listing,
    Problem,
    merged,
    problem,
)
from openline.record.reading import read_record
from tests.asking import TODAY
from tests.record.golden import BAD, expected_of, problems_of, read_golden


def _name(path: Path) -> str:
    return path.stem


@pytest.mark.parametrize("code", PROBLEM_KINDS)
def test_a_file_shows_the_kind(code: str) -> None:
    """Each kind is the one problem of its example, or, where it has none, of a golden file."""
    example = PROBLEM_KINDS[code].example
    if example is not None:
        assert [item.code for item in read_record(example.encode(), TODAY).problems] == [code]
        return
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


def _error(line: int) -> Problem:
    return problem("date-form", line, "date", "x", "No date.", "Write one.")


def _warning(line: int) -> Problem:
    return problem("date-future", line, "date", "2999", "Later.", "Wait.")


def _line(item: Problem) -> tuple[int, int]:
    return item.line or 0, 0


def test_only_the_first_are_told() -> None:
    """Beyond 10,000 no problem is made; it is counted under its code."""
    told: list[int] = []

    def tell(row: int) -> Problem:
        told.append(row)
        return _error(row)

    found = Findings.at("date-form", range(MOST_LISTED + 7), tell)
    assert told == [*range(MOST_LISTED)]
    assert found.beyond == {"date-form": 7}
    assert Findings.at("date-form", [3], _error).beyond == {}


def test_a_listing_counts_what_it_does_not_list() -> None:
    """Problems that are found one by one are listed up to the same number."""
    listing = Listing()
    for line in range(MOST_LISTED + 2):
        listing.add("date-form", partial(_error, line))
    assert len(listing.findings.listed) == MOST_LISTED
    assert listing.findings.beyond == {"date-form": 2}


def test_checks_are_joined_with_their_counts() -> None:
    """What several checks found is listed together, and their counts are added."""
    found = merged([Findings((_error(2),), {"date-form": 1}), Findings((), {"date-form": 2})])
    assert (len(found.listed), found.beyond) == (1, {"date-form": 3})


def test_problems_stand_in_the_order_of_their_lines() -> None:
    """What several checks found is put in order of place."""
    found = Findings((_error(9), _warning(2), _error(5))).in_order(_line)
    assert [item.line for item in found.listed] == [2, 5, 9]


def test_errors_are_listed_before_warnings() -> None:
    """Where not all can be listed, no error is left out for a warning."""
    warnings = tuple(map(_warning, range(MOST_LISTED)))
    found = Findings((*warnings, _error(MOST_LISTED + 5))).in_order(_line)
    assert len(found.listed) == MOST_LISTED
    assert found.listed[-1].code == "date-form"
    assert found.beyond == {"date-future": 1}
