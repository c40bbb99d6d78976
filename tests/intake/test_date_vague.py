"""Dates that say less than a day, or are in doubt."""

import pytest

from openline.intake.date_forms import Ways
from openline.intake.date_spans import read_form


def _read(text: str, *, is_south: bool = False) -> tuple[str, list[str]] | None:
    found = read_form(text, Ways(is_south=is_south))
    return None if found is None else (found.text, sorted(found.needs))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("early 2020", "2020-01/2020-04"),
        ("mid-2021", "2021-05/2021-08"),
        ("end of 2018", "2018-09/2018-12"),
        ("the beginning of March 2019", "2019-03-01/2019-03-10"),
        ("Mid May 2022", "2022-05-11/2022-05-20"),
        ("late Feb 2024", "2024-02-21/2024-02-29"),
    ],
)
def test_a_part_is_a_third(text: str, expected: str) -> None:
    """Of a year four months, of a month ten days, or what is left of it."""
    assert _read(text) == (expected, ["part"])


@pytest.mark.parametrize(
    ("text", "north", "south"),
    [
        ("Spring 2020", "2020-03/2020-05", "2020-09/2020-11"),
        ("autumn of 2020", "2020-09/2020-11", "2020-03/2020-05"),
        ("summer 2020", "2020-06/2020-08", None),
        ("winter 2020", None, "2020-06/2020-08"),
        ("winter 2019/20", "2019-12/2020-02", None),
        ("winter 2019-2020", "2019-12/2020-02", None),
        ("winter 2019/21", None, None),
        ("spring 2019/20", None, None),
    ],
)
def test_a_season_is_of_a_half_of_the_earth(
    text: str, north: str | None, south: str | None
) -> None:
    """One that is in two years needs both of them."""
    for is_south, expected in ((False, north), (True, south)):
        found = _read(text, is_south=is_south)
        assert found == (None if expected is None else (expected, ["season"]))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("c. 2019", "2019"),
        ("ca. March 2020", "2020-03"),
        ("~2019", "2019"),
        ("2019?", "2019"),
        ("about 5 Mar 2019", "2019-03-05"),
        ("2019-03-01 (est.)", "2019-03-01"),
        ("2019? – 2021", "2019/2021"),
    ],
)
def test_a_date_in_doubt_is_told(text: str, expected: str) -> None:
    """With the date that it names."""
    assert _read(text) == (expected, ["about"])


@pytest.mark.parametrize("text", ["2019-03-01*", "2019-03-01 [1]", "(2019-03-01)", "[1 Mar 2019]"])
def test_a_mark_beside_a_date_is_told(text: str) -> None:
    """A note's, or brackets around it."""
    assert _read(text) == ("2019-03-01", ["mark"])


@pytest.mark.parametrize(
    "text",
    ["before 2020", "since 2017", "early 5 May 2020", "mid", "late", "?", "*", "c.", "soon?"],
)
def test_other_words_are_no_dates(text: str) -> None:
    """A bound says nothing of a day, and neither does a word alone."""
    assert _read(text) is None
