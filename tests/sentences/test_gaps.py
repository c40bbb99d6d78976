"""The words of the page Gaps."""

from collections.abc import Callable
from datetime import date

import pandas as pd
import pytest

from openline.analysis.evidence import Evidence
from openline.analysis.survival import survival_summary
from openline.analysis.unusual import unusual
from openline.sentences.gaps import (
    carried_states_words,
    gap_length,
    gap_length_days,
    gaps_headline,
    gaps_second,
    history_how,
    no_gap,
    none_severed,
    none_silent,
    own_rank,
    rank,
    severed_how,
    silent_how,
)
from openline.sentences.runs import plain

Seen = Callable[..., Evidence]
DAY = date(2026, 6, 30)


def _ranks(ended: int, most: int, least: int | None = None) -> pd.Series:
    numbers = {
        "ended": ended,
        "longer_than": most,
        "longer_least": most if least is None else least,
    }
    return pd.Series(numbers | {f"own_{name}": number for name, number in numbers.items()})


@pytest.mark.parametrize(
    ("severed", "silent", "words"),
    [
        (20, 31, "20 channels are severed and 31 have gone silent."),
        (1, 1, "1 channel is severed and 1 has gone silent."),
        (2, 0, "2 channels are severed and none has gone silent."),
        (0, 3, "no channel is severed, but 3 have gone silent."),
        (0, 0, "no channel is severed and none has gone silent."),
    ],
)
def test_the_headline_counts_both_apart(severed: int, silent: int, words: str) -> None:
    """Severed and silent channels are counted beside each other and never added."""
    assert plain(gaps_headline(DAY, severed, silent)) == f"On 30 Jun 2026, {words}"


def test_the_headline_names_the_parties_of_all() -> None:
    """Where all channels are of the same parties, these are named, and severed has its role."""
    words = gaps_headline(DAY, 9, 6, "China–United States")
    assert words[1].text == "9 China–United States channels are severed"
    assert words[1].role == "severed"


def test_the_second_sentence_names_the_longest(seen: Seen) -> None:
    """The longest severance is named with its days, then how many of them reopened."""
    evidence = seen(
        "Talks,A; B,,,2023-01-01,,severed",
        "Line,A; C,,,2022-01-01,,severed",
        "Line,A; C,,,2022-02-01,,open",
    )
    words = gaps_second(unusual(evidence), survival_summary(evidence))
    assert plain(words) == (
        "Severed longest: A–B, Talks, for 365 days. "
        "Of 2 severances with a known first day, 1 has reopened."
    )
    assert [run.text for run in words if run.role == "name"] == ["A–B, Talks"]


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (("Line", "Talks", "Visit"), "A–B, Line; A–B, Talks and A–B, Visit"),
        (("Line", "Post", "Talks", "Visit"), "A–B, Line and 3 others"),
    ],
)
def test_the_second_sentence_names_all_of_a_tie(
    seen: Seen, names: tuple[str, ...], told: str
) -> None:
    """Up to three are named; of more, how many others there are is told."""
    evidence = seen(*[f"{name},A; B,,,2023-01-01,,severed" for name in names])
    words = gaps_second(unusual(evidence), pd.DataFrame())
    assert plain(words) == f"Severed longest: {told}, for 365 days. "
    linked = 3 if len(names) == 3 else 1
    assert len([run for run in words if run.role == "name"]) == linked


@pytest.mark.parametrize(
    ("summary", "words"),
    [
        ((102, 79, 467, 0), "Of 102 severances {}, half had reopened after 467 days."),
        (
            (102, 79, 467, 34),
            (
                "Of 102 severances {}, half had reopened after 467 days; 34 are of channels no "
                "longer used."
            ),
        ),
        (
            (12, 5, "not reached", 1),
            (
                "Of 12 severances {}, fewer than half have reopened; 1 is of a channel no longer "
                "used."
            ),
        ),
        ((4, 0, None, 1), "Of 4 severances {}, none has reopened."),
        ((4, 3, None, 1), "Of 4 severances {}, 3 have reopened."),
        ((1, 1, None, 1), "The one severance {} has reopened."),
        ((1, 0, None, 1), "The one severance {} has not reopened."),
    ],
)
def test_the_second_sentence_says_how_soon_half_reopened(
    summary: tuple[object, ...], words: str
) -> None:
    """Under five reopenings they are counted, and no median is claimed."""
    frame = pd.DataFrame([summary], columns=["n", "events", "median", "unused"])
    told = words.format("with a known first day")
    assert plain(gaps_second(pd.DataFrame(), frame)) == told


@pytest.mark.parametrize(
    ("full", "words"),
    [
        ((96, 61, 1018, 0), ", if only in part; half were fully open after 1,018 days."),
        ((96, 30, "not reached", 0), ", if only in part; fewer than half were fully open."),
        ((96, 4, None, 0), "after 467 days."),
    ],
)
def test_reopened_in_part_and_fully_open_are_told_apart(
    full: tuple[object, ...], words: str
) -> None:
    """How soon half were fully open stands beside how soon half had reopened at all."""
    columns = ["n", "events", "median", "unused"]
    raised, opened = (pd.DataFrame([row], columns=columns) for row in ((102, 79, 467, 0), full))
    assert plain(gaps_second(pd.DataFrame(), raised, opened)).endswith(words)


def test_days_after_the_end_of_the_record_are_told() -> None:
    """A length counts to the as-of day; how much of it the record knows nothing of is said."""
    assert carried_states_words(DAY, date(2026, 2, 1)) == (
        "The record ends on 1 Feb 2026; the 149 days since are carried forward."
    )
    assert carried_states_words(DAY, date(2026, 6, 29)).endswith(
        "the day since is carried forward."
    )
    assert carried_states_words(DAY, DAY) == carried_states_words(DAY, None) == ""


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ((84, 77), "longer than 77 of 84 ended"),
        ((84, 84), "longer than all 84 ended"),
        ((84, 76, 41), "longer than 41–76 of 84 ended"),
        ((84, 0), "longer than none of 84 ended"),
        ((1, 1), "longer than the one ended"),
        ((0, 0), "none has ended yet"),
    ],
)
def test_a_rank_is_told_in_words(numbers: tuple[int, ...], words: str) -> None:
    """A rank says than how many of all ended ones, as a range where the start is coarse."""
    assert rank(_ranks(*numbers)) == words


def test_a_rank_in_its_own_channel() -> None:
    """A channel's own gaps are counted in the same way."""
    assert own_rank(_ranks(3, 2)) == "in its channel, longer than 2 of 3 before"
    assert own_rank(_ranks(0, 0)) == "in its channel, none has ended yet"


def test_lengths_are_ranges_or_at_least(seen: Seen) -> None:
    """A coarse start gives a range, one that is not known a least length."""
    rows = ("Talks,A; B,,,2022-08,,severed", "Line,A; C,,,2020-01-01,check,severed")
    line, talks = (row for _, row in unusual(seen(*rows)).iterrows())
    assert gap_length(talks) == ("518 d", "(488–518 d)")
    assert gap_length_days(talks) == "488–518 d"
    assert gap_length(line) == ("at least 4.0 yr", "")
    assert gap_length_days(line) == "at least 1,461 d"


def test_how_severances_are_read(seen: Seen) -> None:
    """Least lengths and what is compared with are told only where there are any."""
    rows = ["Talks,A; B,,,2022-08-01,,severed"]
    assert severed_how(unusual(seen(*rows)), 1) == (
        "Length so far; thin where the first day is not known exactly."
    )
    rows += ["Line,A; C,,,2020-01-01,check,severed", "Desk,A; C,,,2020-01-01,,severed"]
    rows.append("Desk,A; C,,,2021-01-01,,open")
    words = severed_how(unusual(seen(*rows)), 1)
    assert "“At least”: already severed when first observed." in words
    assert words.endswith(
        "Compared with the one ended severance of known length. The 1 longest of 2."
    )


def test_how_silences_and_history_are_read(seen: Seen) -> None:
    """The least days stand in the words, and the two kinds are counted apart."""
    rows = ["Talks,A; B,,,2020-01-01,,open", "Talks,A; B,,,2020-01-01,contact,"]
    assert "(90 days where none is set)" in silent_how(unusual(seen(*rows)), 1, 90)
    rows += ["Talks,A; B,,,2021-01-01,contact,", "Desk,A; C,,,2020-01-01,contact,open"]
    words = silent_how(unusual(seen(*rows)), 2, 90)
    assert words.endswith("Compared with the one ended silence in the channels shown.")
    assert history_how(1, 2, before=True) == (
        "In the years shown: 1 severance as bars, thin where no observation supports them; "
        "2 silences as dotted lines between contacts. Others ended earlier."
    )


def test_nothing_is_said_in_whole_sentences() -> None:
    """A section without a gap says on which day."""
    assert plain(none_severed(DAY)) == "None on 30 Jun 2026."
    assert "or for 1 day where none is set." in plain(none_silent(DAY, 1))
    assert plain(no_gap(DAY, before=False)).endswith("is on record up to 30 Jun 2026.")
    assert plain(no_gap(DAY, before=True)).endswith("; choose more years.")
