"""Which rows a timeline has: orders, pages and places."""

import pandas as pd
import pytest

from openline.figures.frames import Frames
from openline.figures.sizes import LAYOUTS
from openline.figures.theme import NARROW, WIDE
from openline.figures.timeline.rows import is_overview, ordered, page_count, place_rows
from openline.view.parameters import SORTS

DAYS = ("channel", "parties", "state", "days_in_state")


def _status(*rows: tuple[str, str | None, str, float]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=list(DAYS))
    frame["since"] = pd.Timestamp("2024-01-01") - pd.to_timedelta(frame["days_in_state"], "D")
    return frame.assign(channel_id=range(len(frame)))


MIXED = _status(
    ("a", "P; Q", "open", 900),
    ("b", "P; Q", "severed", 10),
    ("c", "M; N", "severed", 30),
    ("d", "M; N", "ended", 5),
    ("e", "M; N", "severed", 400),
    ("f", "K; L", "partial", 50),
    ("g", None, "unknown", 70),
    ("h", "A; B", "severed", 20),
    ("i", "A; B", "partial", 20),
)


def _names(frame: pd.DataFrame) -> str:
    return "".join(frame["channel"])


def test_severity_puts_the_parties_with_most_severed_first() -> None:
    """Parties rank by severed, partial and open channels, then name; within them severed and
    the longest come first, ended last."""
    assert _names(ordered(MIXED)) == "ecdhibafg"


def test_length_puts_the_longest_state_first() -> None:
    """By length the parties of the longest state come first, ended channels last."""
    assert _names(ordered(MIXED, "length")) == "abecdgfhi"


def test_name_goes_by_parties_and_channel() -> None:
    """By name the parties are in order of their names, those without any first."""
    assert _names(ordered(MIXED, "name")) == "ghifcdeab"


def test_changed_puts_the_latest_change_first() -> None:
    """By change the channels that changed last come first, within the same parties."""
    assert _names(ordered(MIXED, "changed")) == "dcebahifg"


@pytest.mark.parametrize("sort", SORTS)
def test_orders_keep_parties_together_unless_told(sort: str) -> None:
    """Every order has each channel once; the parties stand together, or not at all if told."""
    together = ordered(MIXED, sort)
    assert sorted(together["channel"]) == sorted(MIXED["channel"])
    runs = together["parties"].fillna("")
    assert (runs != runs.shift()).sum() == runs.nunique()
    flat = ordered(MIXED, sort, by_parties=False)
    assert sorted(flat["channel"]) == sorted(MIXED["channel"])


def test_flat_severity_is_the_boards() -> None:
    """Without parties, severed channels lead by length, whoever they belong to."""
    assert _names(ordered(MIXED, by_parties=False)) == "echbfiagd"


def test_over_forty_channels_of_several_parties_are_an_overview(many: Frames) -> None:
    """40 channels have rows, 41 are an overview, unless all have the same parties."""
    status = many.status
    assert not is_overview(status.head(40))
    assert is_overview(status.head(41))
    assert not is_overview(status.head(41).assign(parties="A; B"))


def test_overview_pages_keep_parties_whole(many: Frames) -> None:
    """An overview has at most 120 channels a page and never splits parties."""
    pages = [place_rows(many.status, LAYOUTS[WIDE], page=page) for page in (1, 2, 3)]
    assert page_count(many.status) == 3
    assert [len(page.rows) for page in pages] == [120, 120, 60]
    parties = [set(page.groups["parties"]) for page in pages]
    assert not parties[0] & parties[1]


def test_rows_are_forty_a_page(many: Frames) -> None:
    """Channels of one set of parties stay rows and come forty a page."""
    status = many.status.head(101).assign(parties="A; B")
    assert page_count(status) == 3
    assert len(place_rows(status, LAYOUTS[WIDE], page=3).rows) == 21


def test_a_page_beyond_is_the_last(many: Frames) -> None:
    """A page that does not exist is the nearest one."""
    layout = LAYOUTS[WIDE]
    last = place_rows(many.status, layout, page=3).rows["channel_id"].tolist()
    assert place_rows(many.status, layout, page=99).rows["channel_id"].tolist() == last
    assert len(place_rows(many.status, layout, page=-1).rows) == 120


def test_rows_stand_28_apart_under_openness(few: Frames) -> None:
    """Rows begin 102 pixels below the axis, 28 each, the bar two below their middle."""
    plan = place_rows(few.status, LAYOUTS[WIDE])
    assert plan.rows["y"].tolist() == [118, 146, 174, 202]
    assert plan.bottom == 102 + 4 * 28


def test_narrow_rows_stand_50_apart(few: Frames) -> None:
    """On a phone rows begin at 126, 50 each, the bar 41 below their top."""
    plan = place_rows(few.status, LAYOUTS[NARROW])
    assert plan.rows["y"].tolist() == [167, 217, 267, 317]


def test_few_channels_have_no_openness() -> None:
    """Under three channels the rows begin at the top."""
    assert place_rows(MIXED.head(2), LAYOUTS[WIDE]).top < 10


def test_groups_have_heads_of_their_own() -> None:
    """Rows of several parties have 10 pixels of space and 26 of head above each group."""
    plan = place_rows(MIXED, LAYOUTS[WIDE])
    assert plan.heads
    assert plan.groups["height"].tolist() == [36 + 28 * size for size in plan.groups["size"]]
    assert plan.rows["y"].iloc[0] == 102 + 36 + 16


def test_overview_groups_have_a_least_height() -> None:
    """A group of lines is 8 higher than its lines, rounded down, and at least 19."""
    lines = [(f"a{i}", "A; B", "open", 5) for i in range(40)]
    status = _status(*lines, ("b", "C; D", "open", 5), ("c", "E; F", "open", 5))
    heights = place_rows(status, LAYOUTS[WIDE]).groups.set_index("parties")["height"]
    assert heights["C; D"] == 19
    assert heights["A; B"] == int(40 * 6.5 - 1.5 + 8)
    narrow = place_rows(status, LAYOUTS[NARROW]).groups.set_index("parties")["height"]
    assert narrow["C; D"] == 20 + 5 + 9


def test_no_channel_has_no_row() -> None:
    """An empty status table is placed without rows."""
    plan = place_rows(MIXED.head(0), LAYOUTS[WIDE])
    assert len(plan.rows) == len(plan.groups) == 0
    assert page_count(MIXED.head(0)) == 1
