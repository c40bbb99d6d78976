"""The words on a saved picture."""

from datetime import date

import pandas as pd
import pytest

from openline.sentences.pictures import (
    causes_finding,
    causes_left,
    groups_finding,
    history_finding,
    in_full,
    moves_finding,
    none_yet,
    ongoing_finding,
    past_words,
    range_words,
    reopened_finding,
    source_line,
    titled,
    to_day,
)


def test_a_source_line_names_record_day_and_filters() -> None:
    """Whoever sees the picture alone can tell whose it is, as of when, and what it leaves out."""
    line = source_line("Bundled record", date(2023, 10, 5), ["China–India", "confirmed rows only"])
    assert line == (
        "Source: Openline, Bundled record · as of 5 Oct 2023 · China–India · confirmed rows only"
    )


def test_days_are_named_with_a_dash_between() -> None:
    """A range without a last day is told from its first one."""
    assert range_words(date(2020, 1, 1), date(2022, 8, 5)) == "1 Jan 2020 – 5 Aug 2022"
    assert range_words(date(2020, 1, 1), None) == "from 1 Jan 2020"


def test_a_past_stretch_is_told_apart_from_the_page() -> None:
    """Its last day is not the page's."""
    assert past_words(date(2022, 8, 5), date(2023, 10, 5)) == (
        "Drawn as of 5 Aug 2022, the last day chosen; the rest of the page is as of 5 Oct 2023."
    )
    assert none_yet(date(1910, 1, 1)) == (
        "No channel is on record up to 1 Jan 1910, the last day chosen."
    )


def test_a_source_line_names_the_days_that_are_shown() -> None:
    """A picture of a past stretch says from when to when it goes."""
    line = source_line("Log", date(2022, 8, 5), [], (date(2020, 1, 1), date(2022, 8, 5)))
    assert line == ("Source: Openline, Log · as of 5 Aug 2022 · 1 Jan 2020 – 5 Aug 2022 shown")


def test_a_title_says_the_finding_of_what_and_up_to_when() -> None:
    """The filters stand behind it, and a day that is not broken apart."""
    finding = reopened_finding(pd.Series({"median": 345}), "raised")
    told = titled(finding, ["China–United States"], to_day(date(2023, 10, 5)))
    assert told.replace("\xa0", " ") == (
        "Half of severed channels had reopened after 345 days: China–United States, to 5 Oct 2023"
    )
    assert "\xa0Oct\xa0" in told
    assert titled("On 5 Oct 2023, all are open.", ()) == "On 5 Oct 2023, all are open"
    assert titled("None", (), "to 2020") == "None, to\xa02020"


@pytest.mark.parametrize(
    ("median", "until", "words"),
    [
        (1, "raised", "Half of severed channels had reopened after 1 day"),
        (2000, "open", "Half of severed channels were fully open after 2,000 days"),
        ("not reached", "raised", "Fewer than half of severed channels have reopened"),
        ("not reached", "open", "Fewer than half of severed channels are fully open"),
    ],
)
def test_a_median_is_told_where_it_is_reached(median: object, until: str, words: str) -> None:
    """And said not to be where it is not."""
    assert reopened_finding(pd.Series({"median": median}), until) == words


@pytest.mark.parametrize(
    ("medians", "words"),
    [
        ([100, 300, 200], "after 100 days in A channels, after 300 days in B channels"),
        ([100, 100, 200], "after 100 days in A channels and B channels, after 200 days in C chan"),
        ([100, 100, 100], "after 100 days in A channels; B channels and C channels"),
        ([100, "not reached", 9], "after 9 days in C channels; fewer than half have in B channels"),
        (["not reached"] * 3, "Fewer than half of severed channels have reopened in A channels; B"),
    ],
)
def test_groups_are_told_by_the_soonest_and_the_latest(medians: list[object], words: str) -> None:
    """All of a tie are named, and those that have not reached it."""
    summary = pd.DataFrame({"group": ["A", "B", "C"], "median": pd.Series(medians, dtype=object)})
    assert words in groups_finding(summary, "level", "raised")


def _ongoing(*days: int, known: bool = True) -> pd.DataFrame:
    names = [f"Line {i}" for i in range(len(days))]
    lengths = dict.fromkeys(("days", "days_min", "days_max"), days)
    frame = pd.DataFrame({"parties": "A; B", "channel": names, **lengths})
    return frame.assign(onset_known=pd.Series([known] * len(days), dtype=object))


def test_what_goes_on_is_told_with_all_of_a_tie() -> None:
    """One channel, a tie of two, and one of which only the least length is known."""
    assert ongoing_finding(_ongoing(20), "severed") == (
        "1 channel is severed, longest Line 0, for 20 days"
    )
    assert ongoing_finding(_ongoing(20, 20, 3), "silent") == (
        "3 channels have gone silent, longest Line 0 and Line 1, for 20 days"
    )
    assert "for at least 9 days" in ongoing_finding(_ongoing(9, known=False), "severed")


def test_a_history_says_what_goes_on() -> None:
    """Or that all of it is over."""
    assert history_finding(3, 1, (2, 0)) == "3 severances and 1 silence; 2 severances still ongoing"
    assert history_finding(3, 1, (0, 1)).endswith("; 1 silence still ongoing")
    assert history_finding(3, 1, (2, 1)).endswith("; 2 severances and 1 silence still ongoing")
    assert history_finding(3, 1, (0, 0)) == "3 severances and 1 silence, all of them over"


def test_most_closings_are_told_where_one_period_has_them() -> None:
    """A tie, a single closing and none are no finding."""
    assert moves_finding(3, 9, (5, ["2022"])) == (
        "3 openings and 9 closings, most closings in 2022 (5)"
    )
    for closed, most in ((9, (4, ["2021", "2022"])), (1, (1, ["2022"])), (0, (0, ["2021"]))):
        assert "most" not in moves_finding(3, closed, most)


def test_what_a_picture_of_causes_leaves_out_is_told() -> None:
    """Causes beyond the last one that is drawn, and severances without one."""
    table = pd.DataFrame({"cause": ["Storm", "Flood", None], "severances": [2, 1, 4]})
    assert causes_left(table, 1) == "Left out: 1 more cause and 4 severances without a cause."
    assert causes_left(table, 2) == "Left out: 4 severances without a cause."
    assert causes_left(table, 3) == ""


def test_causes_are_told_with_all_of_a_tie_or_none() -> None:
    """What led to most, or that each led to one, or that none is given."""
    two = pd.DataFrame({"cause": ["Storm", "Flood", None], "severances": [2, 2, 1]})
    assert causes_finding(two).startswith("Storm and Flood")
    assert causes_finding(two).endswith("2 severances of 5")
    one = pd.DataFrame({"cause": ["Storm", "Flood"], "severances": [1, 1]})
    assert causes_finding(one) == "2 causes led to one severance each"
    none = pd.DataFrame({"cause": [None], "severances": [3]})
    assert causes_finding(none) == "No cause is given for 3 severances"


def test_names_that_a_picture_cuts_are_given_in_full() -> None:
    """The first six of them, and how many more there are."""
    assert in_full(["Talks of one", "Talks of two"]) == "In full: Talks of one; Talks of two."
    assert in_full([f"Line {at}" for at in range(8)]).endswith("; Line 5; 2 more are cut.")
    assert in_full([]) == ""
