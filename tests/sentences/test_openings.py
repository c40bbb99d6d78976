"""The words of the page Openings."""

from collections.abc import Callable
from datetime import date

import pandas as pd
import pytest

from openline.analysis.evidence import Evidence
from openline.analysis.openings import openings
from openline.analysis.signs import signs
from openline.analysis.status import status
from openline.sentences.openings import (
    change_lines,
    list_how,
    move_name,
    move_words,
    openings_headline,
    openings_second,
    sign_line,
    signs_how,
    window_words,
)
from openline.sentences.runs import plain

Seen = Callable[..., Evidence]
DAY = date(2024, 1, 1)
ROWS = (
    "Talks,A; B,,,2020-01-01,,open",
    "Talks,A; B,,,2023-02-01,,severed",
    "Talks,A; B,,,2023-11-01,,partial",
    "Line,C; D,,,2023-12-05,,open",
)


def _headline(evidence: Evidence, window: int = 365) -> str:
    moves = openings(evidence, window)
    return plain(openings_headline(DAY, window, moves, status(evidence)))


def _second(evidence: Evidence, before: pd.DataFrame | None = None, window: int = 365) -> str:
    moves = openings(evidence, window)
    before = moves[:0] if before is None else before
    return plain(openings_second(moves, before, openings(evidence, 100_000), window))


def _lines(evidence: Evidence) -> list[list[str]]:
    rows = openings(evidence, 100_000)
    return [[plain(line) for line in change_lines(row)] for _, row in rows.iterrows()]


@pytest.mark.parametrize(
    ("window", "words"),
    [(0, "day"), (1, "day"), (90, "90 days"), (365, "year"), (730, "two years"), (400, "400 days")],
)
def test_a_window_is_called_as_readers_call_it(window: int, words: str) -> None:
    """Years have their name, other lengths are counted in days."""
    assert window_words(window) == words


def test_the_headline_counts_openings_and_closings(seen: Seen) -> None:
    """The counts stand in the colours of open and severed."""
    evidence = seen(*ROWS)
    assert _headline(evidence) == "In the year to 1 Jan 2024, 2 openings and 1 closing."
    runs = openings_headline(DAY, 365, openings(evidence), status(evidence))
    assert [run.role for run in runs] == ["", "open", "", "severed", ""]


def test_the_headline_says_that_there_are_none(seen: Seen) -> None:
    """A count of none has no colour; a window of no days is the day itself."""
    evidence = seen(*ROWS)
    assert _headline(evidence, 90) == "In the 90 days to 1 Jan 2024, 2 openings and no closings."
    assert _headline(evidence, 0) == "On 1 Jan 2024, no openings and no closings."
    runs = openings_headline(DAY, 0, openings(evidence, 0), status(evidence))
    assert {run.role for run in runs} == {""}


def test_the_headline_names_one_set_of_parties(seen: Seen) -> None:
    """Where all channels are of the same parties these are named."""
    two = seen(ROWS[0], "Line,A; B,,,2023-12-05,,open")
    assert _headline(two).endswith("1 opening and no closings among A–B channels.")
    assert _headline(seen(ROWS[0])).endswith("no openings and no closings in the A–B channel.")


def test_the_second_sentence_tells_the_newest_opening(seen: Seen) -> None:
    """The newest opening, what the openings are, and the time before are told."""
    evidence = seen(*ROWS, "Talks,A; B,,,2022-01-01,contact,", "Talks,A; B,,,2023-12-01,contact,")
    before = openings(evidence, 100_000).tail(1)
    assert _second(evidence, before) == (
        "The newest opening: C–D, Line, established on 5 Dec 2023. Of the openings, 2 changed "
        "a state (1 established and 1 reopened), and 1 was a contact that ended a silence. "
        "The previous year had 1 opening and no closings."
    )


def test_the_openings_may_all_be_of_one_sort(seen: Seen) -> None:
    """Where all changed a state, or all ended a silence, one clause says so."""
    assert "Both changed a state: 1 established and 1 reopened." in _second(seen(*ROWS))
    calls = ["Talks,,,,2020-01-01,contact,open"]
    calls += [f"Talks,,,,{year}-07-01,contact," for year in (2021, 2022, 2023)]
    found = _second(seen(*calls), window=1000)
    assert "All 3 were contacts that ended a silence." in found
    assert found.startswith("The newest opening: Talks, resumed on 1 Jul 2023.")


def test_without_openings_the_newest_closing_is_told(seen: Seen) -> None:
    """Where nothing opened, the second sentence begins with what closed."""
    evidence = seen("Talks,A; B,,,2020-01-01,,open", "Talks,A; B,,,2023-02,,severed")
    assert _second(evidence) == (
        "The newest closing: A–B, Talks, severed in Feb 2023. "
        "The previous year had no openings and no closings."
    )


def test_without_any_the_last_move_before_is_told(seen: Seen) -> None:
    """An empty window leads to the newest move before it; there may be none at all."""
    words = "The previous 90 days had no openings and no closings."
    last = "The last before that: A–B, Talks, established on 1 Jan 2020."
    assert _second(seen("Talks,A; B,,,2020-01-01,,open"), window=90) == f"{last} {words}"
    assert _second(seen("Talks,A; B,,,2020-01-01,,unknown"), window=90) == words


def test_a_row_tells_its_change_in_three_lines(seen: Seen) -> None:
    """The word, from which state to which, and after how long."""
    assert _lines(seen(*ROWS)) == [
        ["established", "new → open"],
        ["reopened", "severed → partial", "after 273 d"],
        ["severed", "open → severed", "after 1,127 d"],
        ["established", "new → open"],
    ]


def test_the_length_of_what_ended_is_a_range_where_dates_are_coarse(seen: Seen) -> None:
    """A span and a silence that a month ended lasted to its first day or to its last."""
    rows = ("T,,,,2020-01-01,contact,severed", "T,,,,2021-01,contact,", "T,,,,2021-03,,open")
    assert _lines(seen(*rows))[:2] == [
        ["reopened", "severed → open", "after 425–455 d"],
        ["resumed", "still severed", "after 366–396 d"],
    ]


def test_a_channel_that_begins_again_comes_from_its_end(seen: Seen) -> None:
    """After the end a channel is established again, and not new."""
    lines = _lines(
        seen("T,,,,2020-01-01,,open", "T,,,,2021-01-01,ended,", "T,,,,2022-01-01,,severed")
    )
    assert lines[0] == ["severed", "ended → severed"]
    assert lines[1] == ["ended", "open → ended", "after 366 d"]


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("open", "silent → in contact"),
        ("partial", "still partial"),
        ("severed", "still severed"),
        ("unknown", "state unknown"),
    ],
)
def test_a_resumed_channel_keeps_its_state(seen: Seen, state: str, words: str) -> None:
    """A contact that ends a silence says which state went on."""
    evidence = seen(
        "T,,,,2020-01-01,contact,open", f"T,,,,2020-02-01,,{state}", "T,,,,2021-01-01,contact,"
    )
    assert _lines(evidence)[0] == ["resumed", words, "after 366 d"]


def test_a_sign_says_in_what_channel_it_was(seen: Seen) -> None:
    """Date, event and the state that was held, of one channel or of several."""
    row = signs(seen("T,,,,2023-01-01,,severed", "T,,,,2023-08,overture,")).iloc[0]
    assert plain(sign_line(row)) == "Aug 2023 overture in a severed channel"
    assert plain(sign_line(row, 4)) == "Aug 2023 overture in 4 severed channels"


def test_what_counts_is_explained() -> None:
    """The lists say from when a silence counts, and how many signs there are."""
    assert "ends a silence: 30 days, or twice" in list_how(30)
    assert signs_how(15, 365).endswith("changed no state: 15 in the year.")
    assert signs_how(1, 0).endswith("changed no state: 1 on the day.")


@pytest.mark.parametrize(
    ("rows", "words", "role"),
    [
        (["2023-05-01,,open"], "1 May 2023 established", "open"),
        (["2023-05-01,,partial"], "1 May 2023 established → partial", "partial"),
        (
            ["2020-01-01,,severed", "2023-05,,partial"],
            "May 2023 reopened → partial, after 1,216–1,246 d",
            "partial",
        ),
        (["2023-04-01,,open", "2023-05-01,,severed"], "1 May 2023 severed, after 30 d", "severed"),
        (
            ["2023-04-01,,open", "2023-05-01,,partial"],
            "1 May 2023 narrowed → partial, after 30 d",
            "partial",
        ),
        (["2023-04-01,,open", "2023-05-01,ended,"], "1 May 2023 ended, after 30 d", "ended"),
    ],
)
def test_a_move_is_told_with_its_new_state(
    seen: Callable[..., Evidence], rows: list[str], words: str, role: str
) -> None:
    """The change, the state that it led to and what it ended stand in one line."""
    row = openings(seen(*[f"Talks,A; B,,,{row}" for row in rows])).iloc[0]
    text = move_words(row)
    assert plain(text) == words
    assert text[1].role == role


def test_the_parties_are_named_where_there_are_several(seen: Callable[..., Evidence]) -> None:
    """A name alone is enough where all channels are of the same parties."""
    row = openings(seen("Talks,A; B,,,2023-05-01,,open")).iloc[0]
    assert plain(move_name(row, with_parties=True)) == "A–B, Talks"
    assert plain(move_name(row, with_parties=False)) == "Talks"
