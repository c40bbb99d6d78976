"""Columns under other names: what is proposed, and how sure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openline.record.header_names import guess_columns


def _names(*header: str) -> dict[str, str]:
    return {column: name for column, (name, _) in guess_columns(header).items()}


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (
            ("Line", "Countries", "Since", "Status"),
            {"channel": "Line", "parties": "Countries", "date": "Since", "state": "Status"},
        ),
        (
            ("Hotline", "From", "To", "Status"),
            {"channel": "Hotline", "start": "From", "end": "To", "state": "Status"},
        ),
        (
            ("channel", "state", "Since", "Until"),
            {"start": "Since", "end": "Until"},
        ),
        (
            ("channel", "date", "state", "From", "URL", "Reason", "Notes"),
            {"source_url": "URL", "cause": "Reason", "summary": "Notes"},
        ),
        (("channel_id", "channel name", "date", "state"), {"channel": "channel name"}),
        (("Chanel", "Dates", "Sate"), {"channel": "Chanel", "date": "Dates", "state": "Sate"}),
        (("channel", "state", "start", "finish"), {"end": "finish"}),
        (
            ("Channel_Name", "Event date", "STATE"),
            {"channel": "Channel_Name", "date": "Event date"},
        ),
        (("Kanal", "Datum", "Zustand"), {"channel": "Kanal", "date": "Datum", "state": "Zustand"}),
        (
            ("Línea", "Países", "Fecha", "Estado", "Événement"),
            {
                "channel": "Línea",
                "parties": "Países",
                "date": "Fecha",
                "state": "Estado",
                "event": "Événement",
            },
        ),
        (
            ("Канал", "Стороны", "Дата", "Статус", "Источник"),
            {
                "channel": "Канал",
                "parties": "Стороны",
                "date": "Дата",
                "state": "Статус",
                "source": "Источник",
            },
        ),
        (
            ("热线", "国家", "日期", "状态", "原因"),
            {
                "channel": "热线",
                "parties": "国家",
                "date": "日期",
                "state": "状态",
                "cause": "原因",
            },
        ),
        (
            ("채널", "날짜", "상태", "출처"),
            {"channel": "채널", "date": "날짜", "state": "상태", "source": "출처"},
        ),
    ],
)
def test_other_names_are_recognised(header: tuple[str, ...], expected: dict[str, str]) -> None:
    """The usual names of analysts, other languages and slips lead to the format's columns."""
    assert _names(*header) == expected


@pytest.mark.parametrize(
    ("begin", "end"),
    [
        ("date_start", "date_end"),
        ("start_date", "end_date"),
        ("from", "to"),
        ("opened", "closed"),
        ("began", "ceased"),
        ("Start Date", "End Date"),
        ("startdate", "enddate"),
        ("Date opened", "Date closed"),
        ("valid_from", "valid_until"),
        ("entry_date", "exit_date"),
        ("year_from", "year_to"),
        ("von", "bis"),
        ("started_on", "until"),
        ("first day", "last day"),
        ("effective from", "effective to"),
        ("Commenced", "Terminated"),
        ("in force from", "in force until"),
        ("opening date", "closing date"),
        ("start of outage", "end of outage"),
        ("severed from", "severed until"),
        ("cut on", "restored on"),
        ("closed", "reopened"),
        ("suspended", "resumed"),
        ("down from", "back up"),
        ("début", "fin"),
        ("Date de début", "Date de fin"),
        ("fecha de inicio", "fecha de fin"),
        ("início", "fim"),
        ("inizio", "fine"),
        ("początek", "koniec"),
        ("Дата начала", "Дата окончания"),
        ("с", "по"),
        ("开始日期", "结束日期"),
        ("開始日", "終了日"),
        ("시작일", "종료일"),
        ("Başlangıç tarihi", "Bitiş tarihi"),
        ("تاريخ بداية", "تاريخ نهاية"),
    ],
)
def test_a_begin_and_an_end_are_intervals(begin: str, end: str) -> None:
    """Any begin with any end is the interval form, in either order, and `date` is neither."""
    expected = {"start": begin, "end": end}
    assert _names("channel", begin, end, "state") == expected
    assert _names(end, "state", begin, "channel") == expected


def test_half_of_the_interval_form_finds_its_other_half() -> None:
    """Where `start` or `end` stands by its name, the other may have another name."""
    assert _names("channel", "start", "date_end", "state") == {"end": "date_end"}
    assert _names("channel", "opened", "end", "state") == {"start": "opened"}


def test_what_cuts_ends_what_was_opened() -> None:
    """Beside a plain begin, `closed` is an end, and `reopened` is neither."""
    names = _names("channel", "opened", "closed", "reopened", "state")
    assert names == {"start": "opened", "end": "closed"}
    assert "start" not in _names("channel", "suspended", "state")


def test_a_begin_alone_is_the_date() -> None:
    """A begin without an end is when the state was set: the form with `date`."""
    assert _names("channel", "opened", "state") == {"date": "opened"}
    assert _names("channel", "start_date", "state") == {"date": "start_date"}


def test_intervals_are_not_sought_beside_a_date() -> None:
    """A header that has `date` is in that form, whatever else it has."""
    assert _names("channel", "date", "state", "from", "to") == {}


@pytest.mark.parametrize(
    "name",
    [
        "estate",
        "update",
        "factor",
        "because",
        "resource",
        "clause",
        "interstate",
        "unlevel",
        "event_id",
        "state_code",
        "source_date",
        "date_added",
        "reported",
        "participants",
        "archived_url",
        "member_states",
    ],
)
def test_a_longer_word_is_another_name(name: str) -> None:
    """Letters before or in a name, an id, another day, and names held back are no proposal."""
    assert _names(name, "x1") == {}


def test_a_name_is_proposed_only_for_what_it_fits_best() -> None:
    """A name that fits a column which the header has is not proposed for another."""
    assert _names("date", "state", "channel", "status", "Line") == {}
    assert _names("date", "channel_status") == {"state": "channel_status"}


def test_a_complete_header_needs_nothing() -> None:
    """Where the needed columns stand and no name is like another, nothing is proposed."""
    assert _names("channel", "date", "state", "xyz") == {}


def test_the_surest_guess_comes_first() -> None:
    """Guesses are in order of how sure they are, which is a share of 1."""
    sure = [sure for _, sure in guess_columns(("Status", "Chanel", "Since")).values()]
    assert sure == sorted(sure, reverse=True)
    assert all(0 < value <= 1 for value in sure)


def test_the_same_word_is_no_guess_twice() -> None:
    """One name is proposed for one column only: the one that it fits best."""
    assert _names("Line", "Since", "Status", "Line ") == {
        "channel": "Line",
        "date": "Since",
        "state": "Status",
    }


@given(st.lists(st.text(max_size=12) | st.sampled_from(["From", "to", "date", "Status", "Line"])))
def test_guesses_are_names_of_the_header(header: list[str]) -> None:
    """Whatever the header, each guess is one of its names, given once."""
    names = list(_names(*header).values())
    assert set(names) <= {name.strip() for name in header}
    assert len(names) == len(set(names))


def test_very_many_columns_are_guessed_by_known_names_alone() -> None:
    """A header of thousands of names is looked through at once, and a name of megabytes too."""
    assert guess_columns(["x" * 3_000_000, "a", "b"]) == {}
    found = guess_columns(["Line", "Sttus", "Status", *(f"measure {i}" for i in range(3_000))])
    assert found["channel"][0] == "Line"
    assert found["state"][0] == "Status"


@pytest.mark.parametrize(
    ("header", "guessed"),
    [
        (["country", "status_change", "year", "month", "day"], {"parties"}),
        (["state_a", "state_b", "date", "line"], {"channel"}),
        (["State1", "State2"], set()),
        (["day", "line", "status"], {"date", "channel", "state"}),
        (["start_year", "end_year", "line"], {"start", "end", "channel"}),
        (["date", "source1", "source2"], {"source"}),
    ],
)
def test_columns_that_are_one_together_are_none_alone(header: list[str], guessed: set[str]) -> None:
    """A day beside its month is no date, a side beside the other no state."""
    assert set(guess_columns(header)) == guessed


def test_the_state_before_is_not_the_state() -> None:
    """Of a move from one to another it is the one that holds then."""
    for before, after in (("from state", "to state"), ("old_state", "new_state")):
        assert guess_columns(["channel", "date", before, after])["state"][0] == after
    assert "state" not in guess_columns(["channel", "date", "previous state"])


def test_a_remark_in_brackets_is_no_part_of_a_name() -> None:
    """A unit, a list of words or a form says what stands in a column; a name that is there
    without a remark wins."""
    header = ["channel", "date(UTC)", "state [open/partial/severed]", "summary (max 200)", "notes*"]
    assert {column: name for column, (name, _) in guess_columns(header).items()} == {
        "date": "date(UTC)",
        "state": "state [open/partial/severed]",
        "summary": "summary (max 200)",
    }
    assert "date" not in guess_columns(["date", "date (local)"])
