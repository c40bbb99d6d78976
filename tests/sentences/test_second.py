"""The second sentence of Status."""

from collections.abc import Callable
from datetime import date

import pandas as pd
import pytest

from openline.analysis.evidence import Evidence, gather
from openline.analysis.status import status
from openline.record.reading import read_record
from openline.sentences.runs import plain
from openline.sentences.second import contact_words, second_sentence, severed_by

Seen = Callable[..., Evidence]
DAY = date(2024, 1, 1)


def _say(evidence: Evidence) -> str:
    return plain(second_sentence(evidence.as_of.date(), status(evidence)))


def test_one_set_of_parties_tells_its_last_contacts(seen: Seen) -> None:
    """The political counterparts come first, then the latest contact of all."""
    evidence = seen(
        "Defence ministers,A; B,political,counterpart,2020-01-01,,open",
        "Defence ministers,A; B,political,counterpart,2022-11-22,contact,",
        "Hotline,A; B,operational,hotline,2020-01-01,,open",
        "Hotline,A; B,operational,hotline,2023-12-31,contact,",
    )
    assert _say(evidence) == (
        "The defence ministers' last recorded contact was 405 days earlier, on 22 Nov 2022. "
        "The last recorded contact on any of them was 1 day earlier, on 31 Dec 2023 (Hotline)."
    )


def test_the_same_contact_is_told_once(seen: Seen) -> None:
    """Where the political counterparts had the latest contact, one sentence says both."""
    evidence = seen(
        "Defence ministers,A; B,political,counterpart,2020-01-01,,open",
        "Defence ministers,A; B,political,counterpart,2024-01-01,contact,",
        "Hotline,A; B,operational,hotline,2020-01-01,,open",
    )
    assert _say(evidence) == (
        "The last recorded contact on any of them was on that day (Defence ministers)."
    )


def test_without_a_contact_it_says_so(seen: Seen) -> None:
    """No contact is said, not passed over; where the record has no room for one, that is said."""
    evidence = seen("Hotline,A; B,,,2020-01-01,,open")
    assert _say(evidence) == "No contact is on record."
    table = status(evidence)
    unlogged = second_sentence(DAY, table, logs_contacts=False)
    assert plain(unlogged) == "This record does not log contacts."


def test_one_channel_has_no_others(seen: Seen) -> None:
    """The sentence of one channel does not speak of several."""
    evidence = seen("Hotline,A; B,,,2020-01-01,,open", "Hotline,A; B,,,2022-08,contact,")
    assert _say(evidence) == "The last recorded contact was 488–518 days earlier, in Aug 2022."


def _severed_by(*rows: str) -> str:
    """What severed channels of the rows, each a channel, parties, date, state and cause."""
    text = "channel,parties,date,state,cause\n" + "\n".join(rows).replace(", ", ",") + "\n"
    record = read_record(text.encode(), date(2026, 1, 1))
    assert not record.has_errors
    return severed_by(status(gather(record, DAY)))


def test_what_severed_the_channels_of_one_set_of_parties_is_told() -> None:
    """Each cause with its channels and its day, the first of several; the others are counted."""
    rows = (
        "Line, A; B, 2020-06-09, severed, Leaflets",
        "Talks, A; B, 2020-06-09, severed, Leaflets",
        "Hotline, A; B, 2020, severed, Drill",
        "Office, A; B, 2021-06-09, severed, Drill",
        "Visits, A; B, 2022-08, severed, Visit",
    )
    told = "Drill (2 channels from 2020 on), Leaflets (2 on 9 Jun 2020) and Visit (1 in Aug 2022)"
    assert _severed_by(*rows) == f"What severed them: {told}."
    more = ("Mail, A; B, 2023-01-01, severed, Zeal", "Rail, A; B, 2023-01-01, severed,")
    told = told.replace(" and", ",") + " and 1 other cause (1)"
    assert _severed_by(*rows, *more) == (f"What severed them: {told}; no cause is given for 1.")
    one = _severed_by(rows[0], "Visits, A; B, 2022-08-02, open, Peace")
    assert one == "What severed it: Leaflets, on 9 Jun 2020."


@pytest.mark.parametrize(
    "rows",
    [
        ("Line, A; B, 2020-06-09, open, Leaflets",),
        ("Line, A; B, 2020-06-09, severed,",),
        ("Line, A; B, 2020-06-09, severed, Leaflets", "Line, A; C, 2020-06-09, open,"),
    ],
)
def test_nothing_is_said_of_causes_where_there_is_none(rows: tuple[str, ...]) -> None:
    """Of open channels, without a cause, and where several sets of parties are shown."""
    assert _severed_by(*rows) == ""


def test_several_parties_tell_what_is_severed_longest(seen: Seen) -> None:
    """The longest severance stands for all."""
    evidence = seen(
        "Talks,A; B,,,2016-05-20,,severed",
        "Talks,A; C,,,2023-06-01,,severed",
    )
    assert _say(evidence) == "Severed longest: A–B, Talks, since 20 May 2016."


def test_all_of_a_tie_are_named_or_counted(seen: Seen) -> None:
    """Up to three channels that were severed on the same day are named, of more the first."""
    rows = [f"{name},A; {name},,,2016-05-20,,severed" for name in "BCDE"]
    assert _say(seen(*rows[:3])) == (
        "Severed longest: A–B, B; A–C, C and A–D, D, since 20 May 2016."
    )
    assert _say(seen(*rows)) == "Severed longest: A–B, B and 3 others, since 20 May 2016."


def test_nothing_severed_needs_no_sentence(seen: Seen) -> None:
    """What is new stands elsewhere; there is nothing else to say."""
    evidence = seen("Talks,A; B,,,2016-05-20,,open", "Talks,A; C,,,2016-06-01,,open")
    assert _say(evidence) == ""


def test_a_name_that_is_no_plural_is_told_otherwise(seen: Seen) -> None:
    """Only a plural in small letters takes the possessive."""
    evidence = seen(
        "MAC–TAO talk,A; B,political,counterpart,2020-01-01,,open",
        "MAC–TAO talk,A; B,political,counterpart,2023-12-01,contact,",
        "Hotline,A; B,,,2020-01-01,,open",
        "Hotline,A; B,,,2023-12-31,contact,",
    )
    assert _say(evidence).startswith("The last recorded contact of MAC–TAO talk was 31 days")


def test_frames_are_not_changed(seen: Seen) -> None:
    """A sentence reads its tables and leaves them as they are."""
    evidence = seen("Hotline,A; B,,,2020-01-01,,open")
    table = status(evidence)
    before = table.copy()
    second_sentence(DAY, table)
    pd.testing.assert_frame_equal(table, before)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2023-08-14", "52 days earlier, on 14 Aug 2023"),
        ("2023-08-14/2023-08-16", "50–52 days earlier, on 14–16 Aug 2023"),
        ("2023-10", "0–4 days earlier, in Oct 2023"),
        ("2023-10-05", "on that day"),
    ],
)
def test_how_long_ago_a_contact_was_is_said_where_no_silence_counts(text: str, words: str) -> None:
    """Days silent are missing for routine lines; the contact's own date says how long ago."""
    earliest = text[:10] if len(text) > 7 else f"{text}-01"
    row = pd.Series(
        {
            "last_contact": pd.Timestamp(earliest),
            "last_contact_text": text,
            "days_silent_min": float("nan"),
            "days_silent_max": float("nan"),
        }
    )
    assert contact_words(date(2023, 10, 5), row) == words
