"""The headline and the counts of Status."""

from collections.abc import Callable
from datetime import date

import pandas as pd
import pytest

from openline.sentences.runs import plain
from openline.sentences.status import cells_caption, counters, headline

Told = Callable[..., pd.DataFrame]
DAY = date(2024, 1, 1)


def _rows(*states: str, parties: str = "A; B") -> list[str]:
    return [f"C{i},{parties},,,2023-06-0{i + 1},,{state}" for i, state in enumerate(states)]


@pytest.mark.parametrize(
    ("states", "words"),
    [
        (("severed", "open", "unknown"), "1 of 3 A–B channels is severed, 1 open and 1 unknown"),
        (("partial", "partial", "open"), "2 of 3 A–B channels are partial and 1 open"),
        (("severed", "severed"), "both A–B channels are severed"),
        (("open", "open", "open"), "all 3 A–B channels are open"),
        (("partial",), "the A–B channel is partial"),
    ],
)
def test_the_headline_counts_the_states(told: Told, states: tuple[str, ...], words: str) -> None:
    """The worst state comes first, states without a channel are left out."""
    assert plain(headline(DAY, told(*_rows(*states)))) == f"On 1 Jan 2024, {words}."


def test_several_parties_are_not_named(told: Told) -> None:
    """With more than one set of parties the headline speaks of channels."""
    rows = [*_rows("open"), *_rows("severed", parties="A; C")]
    assert plain(headline(DAY, told(*rows))) == (
        "On 1 Jan 2024, 1 of 2 channels is severed and 1 open."
    )
    assert plain(headline(DAY, told(*rows), side="A")) == (
        "On 1 Jan 2024, 1 of 2 channels of A is severed and 1 open."
    )


def test_each_state_has_its_role(told: Told) -> None:
    """The words of a state carry its name, so that they can be coloured."""
    roles = [run.role for run in headline(DAY, told(*_rows("severed", "open")))]
    assert roles == ["", "severed", "", "open", ""]


def test_ended_channels_are_not_counted(told: Told) -> None:
    """What has ended is no channel of the day."""
    rows = [*_rows("open", "open"), "C1,A; B,,,2023-12-01,ended,"]
    assert plain(headline(DAY, told(*rows))) == "On 1 Jan 2024, the A–B channel is open."
    gone = [*_rows("open"), "C0,A; B,,,2023-12-01,ended,"]
    assert plain(headline(DAY, told(*gone))) == (
        "On 1 Jan 2024, no channel is left: the one there was has ended."
    )


@pytest.mark.parametrize(
    ("fresh", "stale", "words"),
    [
        (("open", "open"), ("open",), "all 3 A–B channels are open (2 of them seen SINCE)"),
        ((), ("open", "open"), "both A–B channels are open (none of them seen SINCE)"),
        ((), ("open",), "the A–B channel is open (not seen SINCE)"),
        (
            ("severed", "open"),
            ("severed", "partial", "open", "open", "unknown"),
            (
                "2 of 7 A–B channels are severed (1 of them seen SINCE), "
                "1 partial (not seen since then), 3 open (1 of them) and 1 unknown"
            ),
        ),
        (
            ("severed", "unknown"),
            ("open", "open"),
            "1 of 4 A–B channels is severed, 2 open (none of them seen SINCE) and 1 unknown",
        ),
    ],
)
def test_the_headline_counts_the_fresh(
    told: Told, fresh: tuple[str, ...], stale: tuple[str, ...], words: str
) -> None:
    """Where some of a state are stale it says how many are not, since when once; unknown is no
    state that could be."""
    rows = [f"F{i},A; B,,,2022-01-01,,{state}" for i, state in enumerate(fresh)]
    rows += [f"S{i},A; B,,,2021-12-31,,{state}" for i, state in enumerate(stale)]
    words = words.replace("SINCE", "since 1 Jan 2022")
    assert plain(headline(DAY, told(*rows))) == f"On 1 Jan 2024, {words}."


def test_the_headline_says_what_is_left_out(told: Told) -> None:
    """Where stale channels are not counted, the sentence ends with that."""
    assert plain(headline(DAY, told(*_rows("severed", "open")), fresh=True)) == (
        "On 1 Jan 2024, 1 of 2 A–B channels is severed and 1 open; states not seen since "
        "1 Jan 2022 are left out."
    )


def test_counters_say_how_many_are_fresh(told: Told) -> None:
    """Below each number stands how many of it were seen in two years, where not all were."""
    rows = ["C0,A; B,,,2021-12-31,,open", "C1,A; B,,,2022-01-01,,open"]
    rows += ["C2,A; B,,,2020-01-01,,partial", "C3,A; B,,,2020-01-01,,unknown"]
    found = {item.state: item.fresh for item in counters(DAY, told(*rows), told(*rows))}
    assert found == {
        "severed": "",
        "partial": "none seen since 1 Jan 2022",
        "open": "1 seen since 1 Jan 2022",
        "unknown": "",
    }


def test_counters_compare_with_a_year_before(told: Told) -> None:
    """Each counter says how many more or fewer there are than a year before."""
    rows = ["C0,A; B,,,2020-01-01,,open", "C0,A; B,,,2023-06-01,,severed"]
    found = counters(DAY, told(*rows), told(*rows, as_of="2023-01-01"))
    assert [(item.state, item.number, item.change) for item in found] == [
        ("severed", 1, "+1 on a year before"),
        ("partial", 0, "as a year before"),
        ("open", 0, "−1 on a year before"),
        ("unknown", 0, "as a year before"),
    ]


def test_counters_are_new_where_nothing_existed(told: Told) -> None:
    """Without channels a year before there is nothing to compare with."""
    rows = _rows("open")
    found = counters(DAY, told(*rows), told(*rows, as_of="2023-01-01"))
    assert {item.change for item in found} == {"new"}


@pytest.mark.parametrize(
    ("years", "words"),
    [
        ((2020, 2023, 2023), "Fainter: 1 of the 3 known states, not seen since 1 Jan 2022."),
        ((2020,), "Fainter: the known state, not seen since 1 Jan 2022."),
        ((2023, 2023), "Both known states rest on an observation of the last two years."),
        ((2023, 2023, 2023), "All 3 known states rest on an observation of the last two years."),
    ],
)
def test_the_caption_counts_old_evidence(told: Told, years: tuple[int, ...], words: str) -> None:
    """The caption says how many known states nobody has observed for two years."""
    rows = [f"C{i},A; B,,,{year}-06-01,,open" for i, year in enumerate(years)]
    assert plain(cells_caption(DAY, told(*rows))) == f"One cell is one channel. {words}"


def test_many_cells_are_not_explained(told: Told) -> None:
    """Over 150 channels no cell can be told from the next."""
    rows = [f"C{i},A; B,,,2023-06-01,,open" for i in range(151)]
    assert plain(cells_caption(DAY, told(*rows))).startswith("All 151 known states")


def test_counters_compare_with_a_day_of_choice(told: Told) -> None:
    """A named day stands there as itself."""
    rows = ["C0,A; B,,,2020-01-01,,open", "C0,A; B,,,2023-06-01,,severed"]
    then = told(*rows, as_of="2023-05-01")
    found = counters(DAY, told(*rows), then, date(2023, 5, 1))
    assert [item.change for item in found] == [
        "+1 since 1 May 2023",
        "as on 1 May 2023",
        "−1 since 1 May 2023",
        "as on 1 May 2023",
    ]


@pytest.mark.parametrize("since", [DAY, date(2999, 1, 1)])
def test_counters_compare_with_no_later_day(since: date, told: Told) -> None:
    """Of a day that is not before the one shown nothing is stated."""
    rows = told("C0,A; B,,,2020-01-01,,open")
    assert {item.change for item in counters(DAY, rows, rows, since)} == {""}


def test_after_the_record_s_end_the_headline_says_what_was_last_known(told: Told) -> None:
    """Nothing that the record does not know is said to be so on a later day."""
    words = headline(DAY, told(*_rows("open", "severed")), last_day=date(2023, 6, 2))
    assert plain(words) == ("Last known on 2 Jun 2023: 1 of 2 A–B channels is severed and 1 open.")


def test_overdue_channels_are_counted_where_contacts_are_expected(told: Told) -> None:
    """Without a cadence there is nothing to be overdue; with one the number has its change."""
    table = told(*_rows("open", "open"))
    assert len(counters(DAY, table, table)) == 4
    late = table.assign(overdue=[True, False])
    found = counters(DAY, late, table.assign(overdue=[False, False]))[-1]
    assert (found.state, found.number, found.fresh, found.change) == (
        "overdue",
        1,
        "of 2 with an expected interval",
        "+1 on a year before",
    )
    end = date(2023, 9, 1)
    assert counters(DAY, late, late, last_day=end)[-1].fresh == (
        "of 2 with an expected interval; contacts known to 1 Sep 2023"
    )
    assert counters(DAY, late, late, last_day=DAY)[-1].fresh == "of 2 with an expected interval"
