"""The words of time to reopening."""

from typing import Any

import numpy as np
import pandas as pd
import pytest

from openline.sentences.runs import plain
from openline.sentences.survival import (
    cut_words,
    decision_words,
    end_words,
    group_size_words,
    group_title,
    groups_how,
    groups_left,
    interval_words,
    length_words,
    median_words,
    narrow_words,
    no_severance,
    panels_alt,
    survival_alt,
    survival_how,
    too_few,
    unused_words,
)


def _row(**changed: Any) -> pd.Series:
    known = {
        "group": "military",
        "n": 102,
        "events": 79,
        "decisions": 66,
        "median": 467,
        "median_lower": 386.0,
        "median_upper": 881.0,
        "note": "interval too narrow",
        "unused": 0,
    }
    return pd.Series(known | changed)


def test_a_curve_says_how_it_is_read() -> None:
    """Numbers of severances, events and decisions stand in the line above the curve."""
    assert survival_how(_row(), "raised", 2) == (
        "The share still severed by years elapsed: 102 severances, 79 reopened, if only in "
        "part; ticks are those still ongoing when last observed. They are treated as "
        "independent, but come from 66 decisions, as the same parties severed several at once: "
        "the interval is too narrow. 2 without a known first day are left out."
    )


def test_nothing_is_said_of_decisions_where_they_are_no_fewer() -> None:
    """One decision a severance leaves the interval as it is."""
    words = survival_how(_row(decisions=102), "open", 0)
    assert words.startswith("The share not yet fully open by years elapsed: 102 severances, ")
    assert words.endswith("A channel severed again before fully reopening counts once.")
    assert decision_words(_row(decisions=102)) == ""


def test_one_left_out_is_one() -> None:
    """A single severance without a known first day takes the singular."""
    assert survival_how(_row(), "raised", 1).endswith("1 without a known first day is left out.")
    assert groups_how("open", 1).endswith("1 without a known first day is left out.")
    assert groups_how("raised", 0).endswith("several, the interval is too narrow.")


@pytest.mark.parametrize(
    ("median", "until", "words"),
    [
        (467, "raised", "Half had reopened after 467 days"),
        (467.0, "open", "Half were fully open after 467 days"),
        (1, "raised", "Half had reopened after 1 day"),
        ("not reached", "raised", "Fewer than half have reopened"),
        ("not reached", "open", "Fewer than half are fully open"),
    ],
)
def test_the_median_is_told(median: object, until: str, words: str) -> None:
    """The median is a day, or is not reached."""
    assert median_words(_row(median=median), until) == words


def test_the_interval_may_lack_an_end() -> None:
    """Limits that never reach one half are not made up."""
    assert interval_words(_row()) == "95 % interval: 386 to 881 days"
    open_end = _row(median_upper=np.nan)
    assert interval_words(open_end) == "95 % interval: from 386 days, with no upper limit"
    assert interval_words(_row(median_lower=0.0)) == "95 % interval: up to 881 days"
    unbounded = _row(median_lower=0.0, median_upper=np.nan)
    assert interval_words(unbounded) == "95 % interval: with no upper limit"
    nowhere = _row(median_lower=np.nan, median_upper=np.nan)
    assert interval_words(nowhere) == "95 % interval not reached"


def test_the_end_of_a_line_is_told() -> None:
    """What is left is a share, in whole percent."""
    assert end_words(0.1204, "raised") == "12 % still severed"
    assert end_words(0.25, "open") == "25 % not yet open"


def test_a_cut_is_told() -> None:
    """A curve that is cut says where and how many remain; a whole one says nothing."""
    assert cut_words(2922, 3, 3713) == "Drawn to 8 years, where 3 remain."
    assert cut_words(1000, 3, 1001) == "Drawn to 2.7 years, where 3 remain."
    assert cut_words(56, 3, 60) == "Drawn to 56 days, where 3 remain."
    assert cut_words(56, 4, 56) == ""


def test_too_few_reopenings_are_told() -> None:
    """Under five events there is no curve, and the words say so."""
    assert too_few(3, "raised") == "Too few reopenings (3) for a curve."
    assert too_few(0, "open") == "Too few full reopenings (0) for a curve."


def test_nothing_to_estimate_from_is_told() -> None:
    """No severance at all, and none with a known first day, are two things."""
    assert no_severance(0) == "No severance is on record here."
    assert no_severance(1) == "1 severance is on record here, none with a known first day."


def test_groups_are_named() -> None:
    """Parties are joined by a dash; a missing name says what is missing."""
    assert group_title("A; B", "parties") == "A–B"
    assert group_title("A; B", "cause") == "A; B"
    assert group_title(None, "cause") == "No cause given"
    assert group_title(float("nan"), "level") == "No level given"


def test_a_group_tells_its_size() -> None:
    """A small curve has severances, reopenings and, where fewer, decisions."""
    assert group_size_words(_row(), "raised") == "102 severances, 79 reopened"
    assert group_size_words(_row(decisions=102), "open") == "102 severances, 79 open again"
    assert narrow_words(_row()) == "only 66 decisions: interval too narrow"
    assert narrow_words(_row(decisions=102)) == ""


def test_groups_that_are_not_drawn_are_counted() -> None:
    """Where there are more groups than curves the words say so."""
    assert groups_left(3, 3) == ""
    assert groups_left(40, 12) == (
        "The 12 groups with the most severances of 40 are drawn; "
        "“The numbers behind this” lists them all."
    )


@pytest.mark.parametrize(
    ("event", "after", "words"),
    [
        (True, "partial", "1,180 d"),
        (False, np.nan, "1,180 d so far"),
        (False, "unknown", "1,180 d, then unknown"),
        (False, "ended", "1,180 d, channel ended"),
    ],
)
def test_a_length_says_how_it_ended(event: bool, after: object, words: str) -> None:
    """A length that is not over, or was never observed to be, is told apart."""
    lengths = dict.fromkeys(("days", "days_min", "days_max"), 1180.0)
    row = pd.Series({"event": event, "next_state": after, **lengths}, dtype=object)
    assert plain(length_words(row)) == words


def test_a_length_of_coarse_dates_has_its_bounds() -> None:
    """A length that is known between two bounds is told with both."""
    lengths = {"days": 1641.0, "days_min": 1461.0, "days_max": 1641.0}
    row = pd.Series({"event": False, "next_state": np.nan, **lengths}, dtype=object)
    assert plain(length_words(row)) == "1,461–1,641 d so far"


def test_the_finding_is_told_to_those_who_do_not_see_it() -> None:
    """The alternative text states what a curve finds."""
    assert survival_alt(_row(), 0.12, 2922, "raised") == (
        "Curve of the time to reopening of 102 severances: Half had reopened after 467 days, "
        "95 % interval: 386 to 881 days; after 8 years 12 % still severed."
    )
    told = panels_alt(pd.DataFrame([_row(), _row(group=None)]), "level", "raised")
    assert told.startswith("Curves of the time to reopening by level. military: Half had reopened")
    assert "No level given: Half had reopened after 467 days" in told
    assert "102 severances, 79 reopened; only 66 decisions: interval too narrow)" in told


@pytest.mark.parametrize(
    ("unused", "words"),
    [
        (0, ""),
        (1, "1 severance is of a channel no longer used"),
        (34, "34 severances are of channels no longer used"),
    ],
)
def test_severances_of_channels_no_longer_used_are_counted(unused: int, words: str) -> None:
    """Beside a median stands how many of its severances nobody may ever end."""
    row = _row(unused=unused)
    assert unused_words(row) == words
    assert words in survival_alt(row, 0.2, 3000, "raised")
    assert words in panels_alt(pd.DataFrame([row]), "level", "raised")
