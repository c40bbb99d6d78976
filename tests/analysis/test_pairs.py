"""Which parties share channels; expected rows by hand."""

import pytest

from openline.analysis.pairs import MOST_SIDES, PAIRS, Paired, hubs, pairs
from openline.analysis.status import status
from tests.analysis.records import evidence

HEADER = "channel,parties,date,event,state\n"


def _paired(*rows: str, **options: object) -> Paired:
    text = HEADER + "\n".join(rows) + "\n"
    return pairs(status(evidence(text, "2024-01-01", **options)))


def _rows(found: Paired) -> list[tuple[object, ...]]:
    names = [name for name in PAIRS if name != "sets"]
    return list(found.table[names].itertuples(index=False, name=None))


def test_a_pair_has_its_channels_and_the_worst_of_their_states() -> None:
    """Severed is worse than partial, that than open, and each of them than unknown."""
    found = _paired(
        "Line,A; B,2020,change,open",
        "Talks,B; A,2020,change,partial",
        "Post,A; B,2020,change,unknown",
        "Line,B; C,2020,change,unknown",
        "Line,A; D,2020,change,severed",
        "Talks,A; D,2020,change,severed",
    )
    assert _rows(found) == [
        ("A", "B", 3, "partial", 1, 0, 0),
        ("A", "D", 2, "severed", 2, 0, 0),
        ("B", "C", 1, "unknown", 1, 0, 0),
    ]
    assert found.table["sets"].tolist() == [("A; B",), ("A; D",), ("B; C",)]


def test_a_channel_of_three_counts_in_each_pair_of_them() -> None:
    """It is told how many channels have further parties, and which sets a pair is part of."""
    found = _paired("Line,A; B,2020,change,open", "Round,A; B; C,2020,change,severed")
    assert _rows(found) == [
        ("A", "B", 2, "severed", 1, 0, 1),
        ("A", "C", 1, "severed", 1, 0, 1),
        ("B", "C", 1, "severed", 1, 0, 1),
    ]
    assert found.table["sets"][0] == ("A; B", "A; B; C")


def test_ended_channels_count_where_nothing_else_is_left() -> None:
    """Beside others they are only counted as ended."""
    found = _paired(
        "Line,A; B,2020,change,severed",
        "Line,A; B,2021,ended,",
        "Talks,A; B,2020,change,open",
        "Line,A; C,2020,change,open",
        "Line,A; C,2021,ended,",
    )
    assert _rows(found) == [("A", "B", 1, "open", 1, 1, 0), ("A", "C", 1, "ended", 1, 1, 0)]


def test_what_is_in_no_pair_is_counted() -> None:
    """Channels of one party, without parties, and of very many parties."""
    crowd = "; ".join(f"S{number:02}" for number in range(MOST_SIDES + 1))
    found = _paired(
        "Line,A,2020,change,open",
        "Line,,2020,change,open",
        "Post,,2020,change,open",
        f"Forum,{crowd},2020,change,open",
    )
    assert (found.alone, found.unnamed, found.large) == (1, 2, 1)
    assert len(found.table) == 0
    assert tuple(found.table) == PAIRS


@pytest.mark.parametrize(("most", "expected"), [(1, ["B"]), (2, ["B", "D"]), (9, ["B", "D"])])
def test_hubs_are_in_as_many_pairs_as_can_be(most: int, expected: list[str]) -> None:
    """B is in three pairs; of D–E, which is left, D comes first, for it is in two of all."""
    found = _paired(*(f"Line,{ends},2020,change,open" for ends in ("A; B", "B; C", "B; D", "D; E")))
    assert hubs(found.table, most) == expected


def test_more_pairs_than_are_worked_out_are_only_counted() -> None:
    """Channels of twelve parties have 66 pairs each: of 400 of them none is worked out."""
    sides = "; ".join(f"{{0}}-{side}" for side in range(MOST_SIDES))
    rows = [f"Line,{sides.format(number)},2020,change,open" for number in range(400)]
    found = _paired(*rows)
    assert (found.beyond, len(found.table), found.large) == (400 * 66, 0, 0)
    found = _paired(*rows[:300])
    assert (found.beyond, len(found.table)) == (0, 300 * 66)
