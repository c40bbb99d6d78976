"""What is new since a day, in words."""

from datetime import date

import pandas as pd

from openline.analysis.evidence import gather
from openline.analysis.news import marks, news
from openline.record.reading import read_record
from openline.sentences.runs import plain
from openline.sentences.since import (
    all_words,
    change_mark,
    kind_words,
    marks_how,
    new_line,
    since_sentence,
    summary_said,
)
from tests.screen import ROOT

_RECORD = read_record((ROOT / "tests/cases/since/record.csv").read_bytes(), date(2024, 1, 1))
_DAY, _END = date(2022, 6, 1), date(2023, 6, 30)
_NEWS = news(gather(_RECORD, _DAY), gather(_RECORD, _END))


def test_one_sentence_says_what_is_new() -> None:
    """Worst first; a contact that opened a channel is counted as both."""
    assert plain(since_sentence(_DAY, _END, _NEWS, date(2023, 7, 1))) == (
        "Since 1 Jun 2022: 3 closed, 1 overdue, 1 refusal, 3 opened, 1 overture, 3 contacts, "
        "1 unclear, 1 first recorded."
    )


def test_the_heading_of_a_kind_agrees_with_the_sentence() -> None:
    """Three contacts of which one opened a channel are two in their own list and one elsewhere."""
    assert kind_words(_NEWS, "contact") == "Contacts: 2, with 1 more in the other lists"
    assert kind_words(_NEWS, "closed") == "Closed: 3"


def test_nothing_new_is_said_as_it_is_known() -> None:
    """Nothing on record, nothing known, and nothing asked are three things."""
    none = _NEWS.head(0)
    known = since_sentence(date(2023, 6, 1), _END, none, date(2023, 7, 1))
    assert plain(known) == "Since 1 Jun 2023: nothing new is on record."
    past = since_sentence(date(2023, 6, 1), _END, none, date(2023, 5, 1))
    words = "Since 1 Jun 2023: nothing is known, as the record ends on 1 May 2023."
    assert plain(past) == words
    same = since_sentence(_END, _END, none, _END)
    assert plain(same) == "Since 30 Jun 2023: nothing, as 30 Jun 2023 is the day shown."


def test_a_line_says_when_what_and_by_whom() -> None:
    """A move by its word, an overdue channel by its days, a late row as late."""
    rows = {(row["channel"], row["what"]): row for _, row in _NEWS.iterrows()}
    assert plain(new_line(rows["Cut", "closed"])) == "10 Jan 2023 narrowed by B"
    assert plain(new_line(rows["Rounds", "overdue"])) == (
        "19 Jun 2023 overdue, 111 days past the day expected"
    )
    assert plain(new_line(rows["Old", "recorded"])) == "1 Oct 2022 first recorded"
    late = rows["Cut", "contact"].copy()
    late["late"] = True
    assert plain(new_line(late)) == "1 Feb 2023 contact, entered later"


def test_marks_are_explained_as_far_as_there_are_any() -> None:
    """The legend has what is there, in words."""
    found = marks(_NEWS)
    assert marks_how(_DAY, found) == (
        "Since 1 Jun 2022: ↓ closed or ended, ↑ opened, ↕ moved and came back, + new to the "
        "record, ? from or to unknown."
    )
    assert marks_how(_DAY, found.head(0)) == ""
    assert [change_mark(word) for word in ("closed", "unchanged", "recorded")] == [
        "↓ closed",
        "↕ back",
        "+ first seen",
    ]


def test_the_list_says_how_many_changes_it_has() -> None:
    """One is one."""
    assert (all_words(1), all_words(1204)) == ("The one change", "All 1,204 changes")


def test_what_is_said_of_a_row_ends_with_its_cause() -> None:
    """What a row lacks is left out."""
    said = [
        summary_said(pd.Series(row)) for row in ({"summary": "Cut.", "cause": "Visit"}, _NOTHING)
    ]
    assert said == ["Cut. Cause: Visit.", ""]


_NOTHING = {"summary": None, "cause": float("nan")}
