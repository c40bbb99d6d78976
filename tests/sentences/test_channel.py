"""The words of the page Channel."""

from collections.abc import Callable

import pandas as pd
import pytest

from openline.analysis.causes import caused
from openline.analysis.evidence import Evidence
from openline.analysis.spans import spans
from openline.analysis.status import status
from openline.analysis.time_in_state import shares
from openline.sentences.channel import (
    channel_eyebrow,
    channel_headline,
    channel_sentence,
    how_unusual,
    other_words,
    reopening,
    silences_how,
    span_dates,
)
from openline.sentences.runs import plain

Seen = Callable[..., Evidence]


def _sentence(evidence: Evidence) -> str:
    row, share = status(evidence).iloc[0], shares(evidence).iloc[0]
    return plain(channel_sentence(evidence.as_of.date(), row, spans(evidence), share))


def test_a_channel_is_introduced(seen: Seen) -> None:
    """Parties, level and kind stand above the name, its state and since when."""
    row = status(seen("Talks,A; B,military,talks,2023-08,,open")).iloc[0]
    assert plain(channel_eyebrow(row)) == "A–B · military · talks"
    assert plain(channel_headline(row)) == "Talks open since Aug 2023"
    bare = status(seen("Talks,,,,2023-08-01,,open")).iloc[0]
    assert plain(channel_eyebrow(bare)) == ""


@pytest.mark.parametrize(
    ("cuts", "words"),
    [
        (0, "Never severed since 2020."),
        (1, "Severed once since 2020, for 10 of 1,461 days."),
        (2, "Severed twice since 2020, for 20 of 1,461 days."),
        (3, "Severed 3 times since 2020, for 30 of 1,461 days."),
    ],
)
def test_severances_are_counted(seen: Seen, cuts: int, words: str) -> None:
    """How often and for how many days stands beside the days on record."""
    rows = ["Talks,A; B,,,2020-01-01,,open"]
    for month in range(1, cuts + 1):
        rows += [f"Talks,A; B,,,2021-0{month}-01,,severed", f"Talks,A; B,,,2021-0{month}-11,,open"]
    assert _sentence(seen(*rows)).endswith(f"No contact is on record. {words}")


def test_the_last_contact_is_told(seen: Seen) -> None:
    """Days and date of the last contact stand in the second part."""
    rows = ("Talks,A; B,,,2020-01-01,,open", "Talks,A; B,,,2023-12-02,contact,")
    assert "The last recorded contact was 30 days earlier, on 2 Dec 2023." in _sentence(seen(*rows))


def test_an_ended_channel_has_ended(seen: Seen) -> None:
    """A channel that has ended is told so, in headline and sentence."""
    evidence = seen("Talks,A; B,,,2020-01-01,,open", "Talks,A; B,,,2023-01-01,ended,")
    assert plain(channel_headline(status(evidence).iloc[0])) == "Talks ended 1 Jan 2023"
    assert _sentence(evidence).startswith("Ended 365 days earlier.")


def test_a_severance_says_what_it_took_to_reopen(seen: Seen) -> None:
    """First contact and full reopening are told apart."""
    evidence = seen(
        "Talks,A; B,,,2020-01-01,,severed",
        "Talks,A; B,,,2020-03-01,contact,partial",
        "Talks,A; B,,,2020-06,,open",
        "Talks,A; B,,,2021-01-01,,severed",
        "Talks,A; B,,,2021-02-01,,partial",
        "Talks,A; B,,,2022-01-01,,severed",
    )
    rows = [row for _, row in caused(evidence).iloc[::-1].iterrows()]
    assert [reopening(row) for row in rows] == [
        "first contact 1 Mar 2020, open Jun 2020",
        "severed again first",
        "still severed",
    ]
    assert plain(span_dates(rows[0])) == "1 Jan 2020 – 1 Mar 2020"
    assert plain(span_dates(rows[2])) == "since 1 Jan 2022"


def _gap(**columns: object) -> pd.DataFrame:
    row = {
        "gap": "silence",
        "days_min": 241.0,
        "days_max": 241.0,
        "onset_known": None,
        "ended": 172,
        "longer_than": 95,
        "longer_least": 95,
        "own_ended": 14,
        "own_longer_than": 2,
        "own_longer_least": 2,
    }
    return pd.DataFrame([row | columns])


def test_a_gap_that_goes_on_is_ranked() -> None:
    """Among all channels and among its own, where there are both."""
    assert plain(how_unusual(_gap())) == (
        "The silence of 241 days so far is longer than 95 of 172 ended across all channels; in its "
        "channel, longer than 2 of 14 before. Silences count from 180 days, or twice the "
        "expected interval."
    )
    alone = plain(how_unusual(_gap(own_ended=0)))
    assert "longer than 95 of 172 ended across all channels. Silences count from" in alone
    one = plain(how_unusual(_gap(ended=14, longer_than=2, longer_least=2)))
    assert one.startswith("The silence of 241 days so far is longer than 2 of 14 ended. ")
    assert plain(how_unusual(_gap(ended=0))) == ""
    cut = plain(how_unusual(_gap(gap="severance", onset_known=False, days_min=200.0)))
    assert cut.startswith("The severance of at least 200–241 days so far is longer")
    assert "Silences" not in cut


def test_the_silences_that_are_listed_are_told() -> None:
    """A channel's own interval says from when on its silences count, else the usual days."""
    assert silences_how(float("nan")) == (
        "Stretches of 180 days or more, without a recorded contact; they overlap with severances."
    )
    assert silences_how(365.0).startswith("Stretches of 730 days or more, twice the expected ")


def test_what_stands_in_no_place_of_its_own_is_told_with_its_name() -> None:
    """Of the format's columns those with a text and no place; then the record's own."""
    row = pd.Series({"summary": "Cut.", "actor": "A", "cause": None})
    extra = pd.Series({"desk": "Two", "score": 3})
    assert other_words(row, extra) == ["Actor: A", "desk: Two"]
