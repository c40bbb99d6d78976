"""The words of the causes."""

from datetime import date

import pandas as pd
import pytest

from openline.analysis.causes import caused, causes
from openline.analysis.evidence import Evidence, gather
from openline.record.reading import read_record
from openline.sentences.causes import (
    cause_name,
    causes_how,
    first_use,
    full_opening,
    healing,
    lengths_of,
    most_caused,
    severance_length,
    shared_days,
)
from openline.sentences.runs import plain


def _seen(*rows: str) -> Evidence:
    text = "channel,date,event,state,cause\n" + "\n".join(rows) + "\n"
    record = read_record(text.encode(), date(2026, 1, 1))
    assert not record.has_errors
    return gather(record, date(2024, 1, 1))


def _rows(*dates: str) -> pd.DataFrame:
    return caused(_seen(*(f"Line {i},{day},,severed,Visit" for i, day in enumerate(dates))))


@pytest.mark.parametrize(
    ("dates", "words"),
    [
        (["2022-08-05"], "5 Aug 2022"),
        (["2022-08-05"] * 3, "3 severed on 5 Aug 2022"),
        (["2022-08"] * 2, "2 severed in Aug 2022"),
        (["2022-08-02/2022-08-05"] * 2, "2 severed within 2–5 Aug 2022"),
        (["2022-08-05", "2022-08-05", "2023"], "2 severed on 5 Aug 2022, 1 on another day"),
        (["2022-08-05"] * 2 + ["2021", "2023"], "2 severed on 5 Aug 2022, 2 on other days"),
        (["2022-08-05"] * 3 + ["2021"] * 2, "3 severed on 5 Aug 2022, 2 in 2021"),
        (["2021-01-01", "2022-01-01"], "2 different days, 2021–2022"),
        (["2022-01-01", "2022-02-01"], "2 different days, 2022"),
    ],
)
def test_days_on_which_several_channels_fell_are_told(dates: list[str], words: str) -> None:
    """Several channels on one day are counted with it, the others in brief."""
    assert shared_days(_rows(*dates)) == words


def _row(*rows: str) -> pd.Series:
    return causes(_seen(*rows)).iloc[0]


def test_lengths_are_told_as_well_as_they_are_known() -> None:
    """One length stands alone, two as a range, three with their median; some go on."""
    one = ("A,2020-01-01,,severed,V", "A,2020-01-11,,open,")
    two = ("B,2020-01-01,,severed,V", "B,2020-01-21,,open,")
    three = ("C,2023-12-02,,severed,V",)
    assert lengths_of(_row(*one)) == "10 d"
    assert lengths_of(_row(*one, *two)) == "10–20 d"
    assert lengths_of(_row(*one, *two, *three)) == "median 20 d, 10–30 d so far"
    assert lengths_of(_row(*three, "D,2023-12-02,,severed,V")) == "each 30 d so far"


def test_a_median_counts_the_channels_no_longer_used() -> None:
    """Beside a median of three severances stands how many of their channels nobody uses."""
    rows = [f"{name},20{year}-01-01,,severed,V" for name, year in (("A", 20), ("B", 21), ("C", 23))]
    assert lengths_of(_row(*rows)).endswith(" so far, 2 of channels no longer used")
    assert "used" not in lengths_of(_row(*rows[:2]))


def test_lengths_of_coarse_dates_have_their_bounds() -> None:
    """One length has its bounds where its days are not known; several are told as counted."""
    coarse = ("A,2020-01,,severed,V", "A,2020-03-01,,open,")
    same = ("B,2020-01,,severed,V", "B,2020-03-01,,open,")
    exact = ("C,2020-01-01,,severed,V", "C,2020-04-10,,open,")
    assert lengths_of(_row(*coarse)) == "30–60 d"
    assert lengths_of(_row(*coarse, *same)) == "each 30–60 d"
    assert lengths_of(_row(*coarse, *exact)) == "60–100 d"


def test_days_until_use_have_their_bounds() -> None:
    """After how many days a channel was used and open is told as well as it is known."""
    row = caused(
        _seen(
            "A,2020-01,,severed,V", "A,2020-02-10/2020-02-12,contact,partial,", "A,2020-03,,open,"
        )
    ).iloc[0]
    assert first_use(row) == "10–12 Feb 2020, after 10–42 days"
    assert full_opening(row) == "Mar 2020, after 30–90 days"


@pytest.mark.parametrize("end", [[], ["A,2020-11-15,,partial,"]])
def test_a_use_while_severed_says_so(end: list[str]) -> None:
    """A contact before the severance was over did not end it."""
    rows = caused(_seen("A,2020-01-01,,severed,V", "A,2020-08-14/2020-08-16,contact,,", *end))
    assert first_use(rows.iloc[0]) == "14–16 Aug 2020, while severed"


def test_what_is_unhealed_is_counted() -> None:
    """Still severed and raised without being open are told apart."""
    severed, raised = "A,2020-01-01,,severed,V", ("B,2020-01-01,,severed,V", "B,2021,,partial,")
    assert healing(_row(severed)) == "1\u00a0still\u00a0severed"
    assert healing(_row(*raised)) == "1 unhealed"
    assert healing(_row(severed, *raised)) == "2 unhealed, 1\u00a0still\u00a0severed"
    assert healing(_row("A,2020-01-01,,severed,V", "A,2021,,open,")) == "none unhealed"


def test_first_use_and_full_opening_are_told_apart() -> None:
    """A severance says when its channel was first used, and when it was open, or why not."""
    rows = caused(
        _seen(
            "A,2020-01-01,,severed,V",
            "A,2020-01-11,contact,partial,",
            "A,2020-01-21,,open,",
            "B,2020-01-01,,severed,V",
            "B,2020-02-01,,partial,",
            "B,2020-03-01,,severed,W",
            "C,2020-01-01,check,severed,V",
        )
    )
    newest, first, second, third = (row for _, row in rows.iterrows())
    assert newest["channel"] == "B"
    assert (first_use(newest), full_opening(newest)) == ("no contact on record", "not yet")
    assert first_use(first) == "11 Jan 2020, after 10 days"
    assert full_opening(first) == "21 Jan 2020, after 20 days"
    assert (first_use(second), full_opening(second)) == ("severed again first",) * 2
    assert severance_length(first) == "10 d"
    assert severance_length(third) == "at least 1,461 d so far"


def test_the_cause_of_most_severances_is_named() -> None:
    """One cause leads, or several together; where none brought two, nothing is said."""
    first = ("A,2020,,severed,V", "B,2020,,severed,V")
    second = ("C,2021,,severed,W", "D,2021,,severed,W")
    assert plain(most_caused(causes(_seen(*first)))) == "V led to the most: 2 severances."
    both = plain(most_caused(causes(_seen(*first, *second))))
    assert both == "W and V each led to the most: 2 severances."
    assert most_caused(causes(_seen("A,2020,,severed,V"))) == ()
    assert most_caused(causes(_seen("A,2020,,severed,", "B,2020,,severed,"))) == ()


def test_a_missing_cause_says_so() -> None:
    """Severances without a cause are named, and counted in the line above the list."""
    assert cause_name(float("nan")) == "No cause given"
    assert cause_name("Visit") == "Visit"
    assert causes_how(5, 5).endswith("not open since.")
    assert causes_how(5, 4).endswith("One severance without a cause comes last.")
    assert causes_how(5, 3).endswith("2 severances without a cause come last.")
