"""What rows of a channel say of each other."""

from tests.asking import codes

_HEADER = "channel,date,state,event"


def _found(*rows: str) -> list[tuple[str, int | None]]:
    return codes(_HEADER, *rows)


def test_a_check_of_another_state_is_an_error() -> None:
    """A check may not say another state than the one that holds."""
    assert _found("C,2020-01-01,open,", "C,2020-02-01,severed,check") == [("check-contradicted", 3)]


def test_a_check_holds_on_any_day_of_its_date() -> None:
    """A check of a month is right where its state is set within the month."""
    rows = ("C,2020-01-01,open,", "C,2020-02,severed,check", "C,2020-02-20,severed,")
    assert "check-contradicted" not in dict(_found(*rows))
    later = ("C,2020-01-01,open,", "C,2020-02,severed,check", "C,2020-03-01,severed,")
    assert ("check-contradicted", 3) in _found(*later)


def test_a_repeated_change_is_a_warning() -> None:
    """A change to the state that holds is named, in files with events."""
    assert _found("C,2020,open,", "C,2021,open,") == [("change-repeats-state", 3)]
    assert codes("channel,date,state", "C,2020,open", "C,2021,open") == []


def test_a_change_back_on_the_same_day_repeats_nothing() -> None:
    """A change is compared with the state when its turn comes, and with that of the day before."""
    rows = ("C,2020-01-01,open,", "C,2020-02-01,severed,", "C,2020-02-01,open,")
    assert _found(*rows) == [("states-same-day", 4)]
    rows = ("C,2020-01-01,open,", "C,2020-02-01,open,", "C,2020-02-01,severed,")
    assert _found(*rows) == [("change-repeats-state", 3), ("states-same-day", 4)]
    rows = ("C,2020-01-01,open,", "C,2020-02-01,severed,change", "C,2020-02-01,severed,")
    assert _found(*rows) == []


def test_a_change_told_twice_on_its_day_repeats_nothing() -> None:
    """Two rows that tell one change are no repeat: before that day the state was another."""
    rows = ("C,2020-01-01,open,", "C,2020-02-01,severed,", "C,2020-02-01,severed,change")
    assert _found(*rows, "C,2020-03-01,severed,") == [("change-repeats-state", 5)]
    assert _found("C,2020-02-01,severed,check", "C,2020-02-01,severed,") == []


def test_two_states_on_a_day_are_a_warning() -> None:
    """The later of two states of a day is named."""
    assert _found("C,2020-01-01,open,", "C,2020-01-01,severed,") == [("states-same-day", 3)]


def test_a_range_that_holds_another_row_is_assumed_first() -> None:
    """A month in which another row falls is named, and a day is not."""
    assert _found("C,2020-01,open,", "C,2020-01-05,severed,") == [("order-assumed", 2)]
    assert _found("C,2020-01,open,", "C,2020-02-01,severed,") == []


def test_a_contact_in_a_severed_channel_asks_for_a_state() -> None:
    """A contact without a state is named where the channel is severed or ended."""
    assert _found("C,2020,severed,", "C,2021,,contact") == [("contact-without-state", 3)]
    assert _found("C,2020,open,", "C,2021,,ended", "C,2022,,contact") == [
        ("contact-without-state", 4)
    ]
    assert _found("C,2020,partial,", "C,2021,,contact") == []


def test_a_first_row_without_a_state_is_a_warning() -> None:
    """A channel begins with a state; its first row without one is named."""
    assert _found("C,2020,,contact", "C,2021,open,") == [("first-without-state", 2)]


def test_channels_do_not_speak_of_each_other() -> None:
    """States of one day in two channels are no tie."""
    assert _found("C,2020-01-01,open,", "D,2020-01-01,severed,") == []
