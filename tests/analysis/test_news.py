"""What is new since a day."""

from datetime import date

import pandas as pd

from openline.analysis.compare import compare_evidence
from openline.analysis.evidence import Evidence, gather
from openline.analysis.filters import Filters
from openline.analysis.news import marks, news
from openline.record.reading import read_record
from tests.asking import read
from tests.screen import ROOT

_RECORD = read(
    "channel,date,state,event",
    "Back,2022-01-01,open,change",
    "Back,2022-08-01,severed,change",
    "Back,2022-09-01,open,change",
    "Cut,2022-01-01,open,change",
    "Cut,2022-08-01,partial,change",
    "Ends,2022-01-01,open,change",
    "Ends,2022-08-01,,ended",
    "Founded,2022-08-01,open,change",
    "Lost,2022-01-01,open,change",
    "Lost,2022-08-01,unknown,change",
    "Raised,2022-01-01,partial,change",
    "Raised,2022-08-01,open,contact",
    "Seen,2022-08-01,open,check",
    "Still,2022-01-01,open,change",
    "Still,2022-05-01,,contact",
)


def _days(first: str = "2022-06-01") -> tuple[Evidence, Evidence]:
    days = (date.fromisoformat(first), date(2023, 1, 1))
    then, now = (gather(_RECORD, day) for day in days)
    return then, now


def test_news_are_told_worst_first_and_then_the_newest() -> None:
    """After 1 Jun 2022 and up to 30 Jun 2023: what closed; Rounds, whose last contact was 200 days,
    two cadences, before 19 Jun 2023; what opened; an overture; contacts; what was lost from
    sight; and what was found. A contact before a channel's first state is outside its life."""
    record = read_record((ROOT / "tests/cases/since/record.csv").read_bytes(), date(2024, 1, 1))
    then, now = (gather(record, day) for day in (date(2022, 6, 1), date(2023, 6, 30)))
    found = news(then, now)
    told = found[["date_text", "channel", "what", "change", "from_state", "to_state", "event"]]
    assert told.astype(object).where(told.notna(), None).to_numpy().tolist() == [
        ["2023-02-01", "Forum", "closed", "ended", "open", "ended", "ended"],
        ["2023-01-10", "Cut", "closed", "narrowed", "open", "partial", "refusal"],
        ["2022-06-02", "Return", "closed", "severed", "open", "open", "change"],
        ["2023-06-19", "Rounds", "overdue", None, "open", "open", None],
        ["2023-06-01", "Hotline", "opened", "reopened", "severed", "open", "contact"],
        ["2022-12-01", "Return", "opened", "reopened", "open", "open", "change"],
        ["2022-09-01", "Novel", "opened", "established", None, "open", "change"],
        ["2022-07-01", "Hotline", "overture", None, "severed", "open", "overture"],
        ["2023-02-01", "Cut", "contact", None, "open", "partial", "contact"],
        ["2022-12-01", "Rounds", "contact", None, "open", "open", "contact"],
        ["2023-03-01", "Vague", "unclear", "unclear", "open", "unknown", "change"],
        ["2022-10-01", "Old", "recorded", "established", None, "open", "check"],
    ]
    assert found["days_overdue"].dropna().tolist() == [111]


def test_each_channel_that_moved_stands_somehow_to_the_day_before() -> None:
    """One that moved and came back is unchanged; one that was merely found is recorded."""
    new = news(*_days())
    names = new.drop_duplicates("channel_id").set_index("channel_id")["channel"]
    found = marks(new)
    assert {names[channel]: word for channel, word in found.items()} == {
        "Back": "unchanged",
        "Cut": "closed",
        "Ends": "ended",
        "Founded": "new",
        "Lost": "unclear",
        "Raised": "opened",
        "Seen": "recorded",
    }


def test_nothing_is_founded_in_a_record_without_events() -> None:
    """Where the file cannot say that a channel was founded, it is only recorded."""
    new = news(*_days(), has_events=False)
    began = new[new["from_state"].isna()]
    assert set(began["what"]) == {"recorded"}


def test_a_late_row_is_new_whatever_its_day() -> None:
    """What entered the record since is new to its reader, and is marked."""
    then, now = _days()
    rows = now.observations
    (late,) = rows.index[(rows["channel"] == "Still") & (rows["event"] == "contact")]
    new = news(then, now, frozenset({late}))
    assert new.loc[new["late"], ["channel", "what"]].to_numpy().tolist() == [["Still", "contact"]]
    assert len(new) == len(news(then, now)) + 1


def test_an_evidence_without_rows_has_nothing_new() -> None:
    """No channel, no row, and every column."""
    none = Filters(channels=("Nowhere",))
    then, now = (gather(_RECORD, day, none) for day in (date(2022, 6, 1), date(2023, 1, 1)))
    assert news(then, now).empty
    assert marks(news(then, now)).empty


def test_contacts_overtures_and_refusals_are_those_of_the_comparison() -> None:
    """The bundled record has as many of each here as Compare counts between the same days."""
    data = (ROOT / "data" / "channels.csv").read_bytes()
    record = read_record(data, date(2026, 11, 23))
    then, now = (gather(record, day) for day in (date(2025, 6, 30), date(2026, 6, 30)))
    counts, compared = news(then, now)["event"].value_counts(), compare_evidence(then, now)
    for event in ("contact", "overture", "refusal"):
        assert counts[event] == compared[f"{event}s"].sum()


def test_nothing_is_new_after_the_as_of_day() -> None:
    """A day that is not before the other has no days after it."""
    then, now = _days("2023-01-01")
    assert news(then, now).empty
    pd.testing.assert_frame_equal(news(then, now), news(then, now))
