"""Causes of severances."""

import pandas as pd

from openline.analysis.causes import CAUSES, caused, causes
from tests.analysis.records import evidence

_VISIT = """channel,date,event,state,cause
Line,2022-08-05,,severed,Visit
Line,2022-11-13,,partial,
Line,2023-02-04,,severed,Balloon
Line,2023-11-15,,open,
Talks,2022-08-05,,severed,Visit
Talks,2023-08-05,,open,
Forum,2022-08-05,,severed,Visit
Forum,2023-01-01,,partial,
Old,2022-09-01,,severed,Visit
Old,2022-10-01,ended,,
Deaf,2022-10-01,,severed,
"""


def test_each_cause_is_one_row() -> None:
    """A cause has its severances, their days, their lengths, and what is unhealed."""
    found = causes(evidence(_VISIT, "2024-08-04"))
    assert list(found.columns[: len(CAUSES)]) == list(CAUSES)
    assert list(found["cause"][:2]) == ["Visit", "Balloon"]
    visit = found.iloc[0]
    assert (visit["severances"], visit["start_days"]) == (4, 2)
    assert (visit["shortest_days"], visit["median_days"], visit["longest_days"]) == (30, 124.5, 365)
    assert (visit["ongoing"], visit["unhealed"]) == (0, 2)


def test_severances_without_a_cause_are_counted_last() -> None:
    """No cause is a row of its own, at the end, whatever its number."""
    found = causes(evidence(_VISIT, "2024-08-04")).iloc[-1]
    assert pd.isna(found["cause"])
    assert (found["severances"], found["ongoing"], found["unhealed"]) == (1, 1, 1)
    assert found["longest_days"] == 673


def test_what_stops_a_healing_is_told() -> None:
    """A severance that another one overtook is no longer unhealed; an ended channel stays so."""
    found = caused(evidence(_VISIT, "2024-08-04")).set_index(["channel", "start"])
    stopped = {name: value for (name, _), value in found["stopped"].items() if pd.notna(value)}
    assert stopped == {"Line": "severed", "Old": "ended"}
    unhealed = [name for (name, _), value in found["unhealed"].items() if value]
    assert sorted(unhealed) == ["Deaf", "Forum", "Old"]


def test_unknown_stops_a_healing() -> None:
    """Of a channel that became unknown nothing is claimed."""
    text = "channel,date,state\nLine,2020-01-01,severed\nLine,2020-02-01,unknown\n"
    found = caused(evidence(text, "2024-01-01")).iloc[0]
    assert (found["stopped"], bool(found["unhealed"])) == ("unknown", False)


def test_severances_come_newest_first() -> None:
    """The rows of a cause begin with its newest severance."""
    found = caused(evidence(_VISIT, "2024-08-04"))
    assert list(found["channel"]) == ["Line", "Deaf", "Old", "Forum", "Line", "Talks"]


def test_nothing_severed_gives_no_cause() -> None:
    """A record without severances has no causes."""
    assert causes(evidence("channel,date,state\nLine,2020-01-01,open\n", "2024-01-01")).empty


def test_severances_of_channels_no_longer_used_are_counted() -> None:
    """Ended is no longer used at once; severed, from the 731st day after the latest row."""
    assert causes(evidence(_VISIT, "2024-09-30")).set_index("cause")["unused"].tolist() == [1, 0, 0]
    later = causes(evidence(_VISIT, "2024-10-01")).iloc[-1]
    assert (later["severances"], later["unused"]) == (1, 1)
