"""Findings: the first problems are listed, the rest counted."""

from functools import partial

from openline.record.findings import MOST_LISTED, Findings, Listing, merged
from openline.record.problems import Problem, problem


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
