"""Time in each state, as the hover of a row tells it."""

from collections.abc import Callable
from datetime import date

from openline.figures.frames import Frames
from openline.figures.sizes import LAYOUTS
from openline.figures.theme import LIGHT, WIDE
from openline.figures.timeline.rows import place_rows
from openline.figures.timeline.totals import state_totals

FramesOf = Callable[..., Frames]


def test_days_stand_beside_shares_of_the_known_days(frames_of: FramesOf) -> None:
    """Each state that a channel was in has its days; the unknown ones have no share."""
    frames = frames_of(
        "a,P; Q,2023-01-01,,open,,,",
        "a,P; Q,2023-01-31,,severed,,,",
        "a,P; Q,2023-02-10,,unknown,,,",
        day=date(2023, 2, 15),
    )
    (told,) = state_totals(place_rows(frames.status, LAYOUTS[WIDE]), frames.shares, LIGHT)
    assert told.count("<br>") == 3
    for words in ("open</span></b> 30 d · 75 %", "severed</span></b> 10 d · 25 %"):
        assert words in told
    assert told.endswith("unknown</span></b> 5 d")
    assert "partial" not in told


def test_an_overview_pools_the_channels_of_parties(many: Frames) -> None:
    """A group of lines tells the days of all its channels."""
    plan = place_rows(many.status, LAYOUTS[WIDE])
    told = state_totals(plan, many.shares, LIGHT)
    assert len(told) == len(plan.groups)
    shown = plan.rows[plan.rows["group"] == 0]["channel_id"]
    assert many.shares is not None
    days = many.shares.set_index("channel_id").loc[shown, "open_days"].sum()
    assert f"{days:,.0f} d" in told[0]


def test_without_shares_nothing_is_told(few: Frames) -> None:
    """Frames without time in state give no text."""
    assert state_totals(place_rows(few.status, LAYOUTS[WIDE]), None, LIGHT) == []
