"""How unusual a gap is: its rank among those that have ended."""

from openline.analysis.unusual import RANKS, unusual
from tests.analysis.records import evidence

_HEADER = "channel,date,event,state\n"
_CUTS = """A,2020-01-01,change,severed
A,2020-01-11,change,open
A,2020-02-01,change,severed
A,2020-03-02,change,open
A,2020-06-01,change,severed
B,2020-01-01,change,severed
B,2020-01-31,change,open
"""


def _ranks(
    rows: str, day: str, gap: str = "severance", min_days: int = 180
) -> list[tuple[int, ...]]:
    found = unusual(evidence(_HEADER + rows, day), min_days)
    found = found[found["gap"] == gap]
    return list(found[list(RANKS)].itertuples(index=False, name=None))


def test_a_gap_is_ranked_among_all_and_among_its_own() -> None:
    """Ended gaps of 10, 30 and 30 days: one of 30 days is longer than 1 of 3, and than 1 of 2."""
    assert _ranks(_CUTS, "2020-07-01") == [(3, 1, 1, 2, 1, 1)]
    assert _ranks(_CUTS, "2020-07-02") == [(3, 3, 3, 2, 2, 2)]
    assert _ranks(_CUTS, "2020-06-02") == [(3, 0, 0, 2, 0, 0)]


def test_nothing_has_ended_yet() -> None:
    """The first gap of all has nothing to be compared with."""
    assert _ranks("A,2020-01-01,change,severed\n", "2020-07-01") == [(0, 0, 0, 0, 0, 0)]
    assert _ranks("A,2020-01-01,change,open\n", "2020-07-01") == []


def test_a_coarse_start_has_two_ranks() -> None:
    """A start known to the month ranks by its longest and by its shortest length."""
    rows = _CUTS.replace("A,2020-06-01", "A,2020-06")
    assert _ranks(rows, "2020-07-02") == [(3, 3, 0, 2, 2, 0)]


def test_a_length_that_is_not_known_is_no_measure() -> None:
    """A severance begun by a check, or that became unknown, is not compared with."""
    checked = "C,2020-01-01,check,severed\nC,2020-01-02,change,open\n"
    lost = "D,2020-01-01,change,severed\nD,2020-01-03,change,unknown\n"
    assert _ranks(_CUTS + checked + lost, "2020-07-02") == [(3, 3, 3, 2, 2, 2)]


def test_a_channel_that_ended_ended_its_severance() -> None:
    """The end of a channel makes the length of its severance final."""
    rows = _CUTS + "C,2020-01-01,change,severed\nC,2020-01-03,ended,\n"
    assert _ranks(rows, "2020-07-02") == [(4, 4, 4, 2, 2, 2)]


def test_silences_are_compared_with_silences() -> None:
    """The two kinds are never mixed, and the least length of a silence counts."""
    calls = "A,2020-01-01,change,open\nA,2020-01-01,contact,\nA,2020-01-21,contact,\n"
    rows = calls + "B,2020-01-01,change,severed\nB,2020-03-01,change,open\n"
    assert _ranks(rows, "2020-02-20", "silence", 10) == [(1, 1, 1, 1, 1, 1)]
    assert _ranks(rows, "2020-02-20", "silence", 25) == [(0, 0, 0, 0, 0, 0)]


def test_the_longest_come_first() -> None:
    """Gaps that go on stand in order of their length."""
    rows = "A,2020-05-01,change,severed\nB,2020-01-01,change,severed\n"
    found = unusual(evidence(_HEADER + rows, "2020-06-01"))
    assert list(found["channel"]) == ["B", "A"]


def test_a_silence_cites_the_contact_that_it_follows() -> None:
    """The summary of a silence that goes on is that of the last contact."""
    header = "channel,date,event,state,summary\n"
    rows = "A,2020-01-01,change,open,Begun.\nA,2020-02-01,contact,,A call.\n"
    rows += "B,2020-03-01,change,severed,Cut.\n"
    found = unusual(evidence(header + rows, "2020-12-31"))
    assert dict(zip(found["gap"], found["summary"], strict=True)) == {
        "silence": "A call.",
        "severance": "Cut.",
    }


def test_a_record_without_a_severance_has_its_silences() -> None:
    """Silences alone are ranked and cited as well."""
    rows = "A,2020-01-01,change,open\nA,2020-01-01,contact,\n"
    assert _ranks(rows, "2020-12-31", "silence") == [(0, 0, 0, 0, 0, 0)]
