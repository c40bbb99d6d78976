"""The rows of the dumbbell."""

from collections.abc import Callable

import pandas as pd

from openline.figures.compare.rows import ROOMS, dumbbell_pages, dumbbell_rows, place_ends
from openline.figures.theme import WIDE

ComparedOf = Callable[..., pd.DataFrame]


def test_rows_stand_by_change_then_by_state_then_by_name(compared_of: ComparedOf) -> None:
    """Opened comes before closed; within them the lowest state first; the unchanged have no row."""
    frame = compared_of(
        ("Calm", "open", "open", "unchanged"),
        ("Fallen", "open", "partial", "closed"),
        ("Zebra", "severed", "partial", "opened"),
        ("Apple", "severed", "partial", "opened"),
        ("Raised", "partial", "open", "opened"),
        ("Whole", "severed", "open", "opened"),
    )
    found = dumbbell_rows(frame)["channel"].tolist()
    assert found == ["Apple", "Zebra", "Whole", "Raised", "Fallen"]


def test_pages_hold_forty_rows(compared_of: ComparedOf) -> None:
    """A page past the last is the last one; without a change there is one page without rows."""
    frame = compared_of(*((f"Line {i:03}", "open", "severed", "closed") for i in range(41)))
    assert dumbbell_pages(frame) == 2
    assert dumbbell_rows(frame, 9)["channel"].tolist() == ["Line 040"]
    calm = compared_of(("Calm", "open", "open", "unchanged"))
    assert dumbbell_pages(calm) == 1
    assert not len(dumbbell_rows(calm))
    assert place_ends(calm).bottom == 0


def test_groups_stand_one_under_another(all_changes: pd.DataFrame) -> None:
    """Each group begins where the one before ended, its rows below its head."""
    ends = place_ends(all_changes, WIDE)
    assert ends.groups["change"].tolist() == ["opened", "closed", "new", "ended", "unclear"]
    assert ends.groups["number"].tolist() == [1] * 5
    step = 36 + ROOMS[WIDE].row
    assert ends.groups["top"].tolist() == [0, step, 2 * step, 3 * step, 4 * step]
    assert ends.bottom == 5 * step


def test_what_is_on_no_scale_stands_left(
    all_changes: pd.DataFrame, compared_of: ComparedOf
) -> None:
    """Ended and unknown share a place left of severed, where a channel has them."""
    states = place_ends(all_changes, WIDE).states
    assert states["ended"] == states["unknown"] < states["severed"] < states["partial"]
    assert states["open"] == ROOMS[WIDE].plot - 27
    plain = place_ends(compared_of(("Line", "open", "severed", "closed")), WIDE).states
    assert list(plain) == ["severed", "partial", "open"]
