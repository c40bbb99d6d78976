"""Which row an address means by the name of an observation."""

from datetime import date

from openline.record.observation_names import observation_names
from openline.record.reading import read_record
from openline.ui.data.observations import row_named
from openline.view.view import View


def test_a_name_is_found_in_its_own_record() -> None:
    """Another record, whose bytes are others, has other names."""
    first, second = (
        read_record(f"channel,date,state\n{name},2020-01-01,open\n".encode(), date(2026, 1, 1))
        for name in ("A", "B")
    )
    name = observation_names(first, first.observations.index).iloc[0]
    assert row_named(View(observation=name), first) == 0
    assert row_named(View(observation=name), second) is None
    assert row_named(View(), first) is None
