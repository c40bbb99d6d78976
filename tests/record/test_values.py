"""The cells of each row: one form for each, and a problem for what has none."""

import re

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from openline.record.values import (
    HTTP_ADDRESS,
    at_rows,
    check_cadence,
    check_dates,
    check_pairs,
    check_urls,
    check_words,
    collapse_blanks,
    sort_parties,
)


def _text(*cells: str | None) -> pd.Series:
    return pd.Series(list(cells), dtype="str")


def _lines(count: int) -> np.ndarray:
    return np.arange(2, count + 2)


def test_runs_of_blanks_are_one_blank() -> None:
    """Names keep their words and lose the blanks between them but one."""
    names = collapse_blanks(_text("a  b\t c", None))
    assert names.iloc[0] == "a b c"
    assert pd.isna(names.iloc[1])


@pytest.mark.parametrize("cell", ["B; A", "A;B", " A ;  B;", "A;B;A"])
def test_parties_have_one_form(cell: str) -> None:
    """Sides are trimmed, taken once and sorted, however they are written."""
    assert sort_parties(_text(cell)).tolist() == ["A; B"]


def test_parties_without_sides_are_missing() -> None:
    """Separators alone name nobody."""
    assert sort_parties(_text(" ; ;")).isna().all()


def test_words_ignore_case() -> None:
    """A word of the vocabulary is kept in small letters, however it is written."""
    checked = check_words(_text("OPEN", None, "Severed"), _lines(3), "state")
    assert checked.values.dropna().tolist() == ["open", "severed"]
    assert not checked.faulty.any()


def test_other_words_are_errors_with_the_nearest() -> None:
    """A word outside the vocabulary is named as written, with the nearest one."""
    checked = check_words(_text("open", "Severd"), _lines(2), "state")
    (found,) = checked.problems.listed
    assert (found.code, found.line, found.value) == ("state-vocabulary", 3, "Severd")
    assert "severed" in found.suggestion
    assert checked.values.isna().tolist() == [False, True]


def test_planned_is_held_back() -> None:
    """The event that is kept for later has a message of its own."""
    checked = check_words(_text("Planned"), _lines(1), "event")
    assert "later version" in checked.problems.listed[0].message


def test_dates_become_ranges() -> None:
    """A month is kept as its first and last day, and no date as none."""
    checked = check_dates(_text("2022-02", None), _lines(2), "date")
    month = checked.values.iloc[0]
    assert (month.earliest.day, month.latest.day) == (1, 28)
    assert checked.values.iloc[1] is None


def test_dates_that_are_none_are_named_at_each_row() -> None:
    """A wrong date that stands in two rows is a problem of both."""
    checked = check_dates(_text("2022-13-01", "2022", "2022-13-01"), _lines(3), "date")
    assert [(item.code, item.line) for item in checked.problems.listed] == [
        ("date-impossible", 2),
        ("date-impossible", 4),
    ]
    assert checked.faulty.tolist() == [True, False, True]


def test_cadence_is_a_whole_number() -> None:
    """Days are whole, also where a spreadsheet wrote a decimal point."""
    checked = check_cadence(_text("365", "365.0", "0", None), _lines(4))
    assert checked.values.iloc[:3].tolist() == [365, 365, 0]
    assert not checked.problems.listed


@pytest.mark.parametrize("cell", ["-1", "1.5", "yearly", "1e3", "٣"])
def test_other_cadences_are_errors(cell: str) -> None:
    """What is no whole number in digits is named and not kept."""
    checked = check_cadence(_text(cell), _lines(1))
    assert [item.code for item in checked.problems.listed] == ["cadence-not-whole"]
    assert checked.values.isna().all()


def _pair(event: str | None, state: str | None) -> tuple[str | None, list[str]]:
    checked = check_pairs(_text(event), _text(state), _lines(1), np.array([True]))
    return checked.values.iloc[0], [item.code for item in checked.problems.listed]


def test_a_state_alone_is_a_change() -> None:
    """A row with a state and no event is a change."""
    assert _pair(None, "open") == ("change", [])


@pytest.mark.parametrize("event", ["change", "check", None])
def test_events_that_need_a_state(event: str | None) -> None:
    """A change, a check and a row of nothing need a state."""
    assert _pair(event, None)[1] == ["state-needed"]


@pytest.mark.parametrize("event", ["overture", "ended"])
def test_events_without_a_state(event: str) -> None:
    """An overture and an ending never have a state."""
    assert _pair(event, "open")[1] == ["state-not-allowed"]
    assert _pair(event, None)[1] == []


@pytest.mark.parametrize("state", ["open", None])
@pytest.mark.parametrize("event", ["contact", "refusal"])
def test_events_with_or_without_a_state(event: str, state: str | None) -> None:
    """A contact and a refusal may have a state and need none."""
    assert _pair(event, state) == (event, [])


def test_only_http_addresses_are_addresses() -> None:
    """What is no http or https address is a warning, whatever its case."""
    cells = _text("https://a.org/x", "HTTP://a.org", "a.org", "javascript:alert(1)", None)
    assert [item.line for item in check_urls(cells, _lines(5)).listed] == [4, 5]


def test_several_addresses_in_a_cell_are_no_address() -> None:
    """They would be one link that leads nowhere; an address within another one is part of it."""
    cells = _text(
        "https://a.org/1;https://b.org/2",
        "https://a.org/1, http://b.org/2",
        "https://web.archive.org/web/2020/https://a.org/1",
    )
    found = check_urls(cells, _lines(3)).listed
    assert [item.line for item in found] == [2, 3]
    assert found[0].message.endswith("holds several addresses; it is kept as text, never linked.")
    assert not HTTP_ADDRESS.fullmatch("https://a.org/1;https://b.org/2")


def test_problems_stand_at_their_rows() -> None:
    """Each marked row has a problem with its line and its value."""
    found = at_rows(
        "channel-missing",
        np.array([False, True]),
        _lines(2),
        "channel",
        _text("a", None),
        lambda value: (f"<{value}>", "hint"),
    )
    assert [(item.line, item.value, item.message) for item in found.listed] == [(3, None, "<>")]


@given(
    st.lists(
        st.text(st.sampled_from(list("htps:/HTPS.aé \u2028\u00a0ſ~!")), max_size=14).map(
            lambda tail: f"http{tail}"
        )
        | st.none()
    )
)
def test_addresses_are_told_as_the_pattern_tells_them(texts: list[str | None]) -> None:
    """The fast way to tell an address agrees with one pattern for all of them."""
    cells = pd.Series(texts, dtype="str")
    wrong = [
        line
        for line, text in enumerate(texts)
        if text is not None and not re.fullmatch(r"https?://[^\s/]\S*", text, re.IGNORECASE)
    ]
    assert [item.line for item in check_urls(cells, np.arange(len(texts))).listed] == wrong
