"""Channels: how they are told apart and ordered, and what may not differ within one."""

import pandas as pd
import pytest

from openline.record.channels import describe_channels, number_channels
from tests.asking import TODAY, codes, read


def test_channels_are_numbered_by_parties_and_name() -> None:
    """A channel's number is its rank by parties, none first, then by name, by code point."""
    rows = pd.DataFrame(
        {
            "parties": pd.Series(["X; Y", None, "X; Y", "A; Z", None, "X; Y"], dtype="str"),
            "channel": pd.Series(["b", "z", "a", "é", "Z", "b"], dtype="str"),
        }
    )
    assert number_channels(rows).tolist() == [4, 1, 3, 2, 0, 4]
    assert number_channels(rows.iloc[:0]).tolist() == []


def test_a_channel_takes_its_first_values() -> None:
    """Level, kind and cadence of a channel are the first that are not empty."""
    record = read(
        "channel,date,state,level,kind,cadence_days",
        "A,2020-02-01,open,,hotline,",
        "A,2020-01-01,open,military,,365.0",
    )
    (channel,) = describe_channels(record.observations).to_dict("records")
    assert (channel["level"], channel["kind"], channel["cadence_days"]) == (
        "military",
        "hotline",
        365,
    )


def test_names_match_after_collapsing_blanks() -> None:
    """Runs of blanks in names count as one, and the order of parties does not matter."""
    record = read(
        "channel,parties,date,state",
        "Hot  line,China;United  States,2020,open",
        " Hot line ,United States ; China;,2021,severed",
    )
    assert len(record.channels) == 1
    assert record.channels["parties"].tolist() == ["China; United States"]
    assert not record.problems


@pytest.mark.parametrize(
    ("column", "one", "other", "code"),
    [
        ("level", "military", "political", "level-differs"),
        ("level", "military", "Military", "level-differs"),
        ("kind", "hotline", "talks", "kind-differs"),
        ("cadence_days", "90", "91", "cadence-differs"),
    ],
)
def test_what_is_one_a_channel_may_not_differ(column: str, one: str, other: str, code: str) -> None:
    """A second value of level, kind or cadence is an error of the later row; empty is none."""
    header = f"channel,date,state,{column}"
    assert codes(header, f"A,2020,open,{one}", "A,2021,partial,", f"A,2022,open,{other}") == [
        (code, 4)
    ]
    assert codes(header, f"A,2020,open,{one}", f"B,2022,open,{other}") == []


def test_equal_cadences_do_not_differ() -> None:
    """365 and 365.0 are one cadence."""
    assert not codes("channel,date,state,cadence_days", "A,2020,open,365", "A,2021,partial,365.0")


def test_an_actor_that_is_no_party_is_a_warning() -> None:
    """The actor is one of the parties, where parties are given."""
    header = "channel,parties,date,state,actor"
    assert codes(header, "A,X; Y,2020,open,Z") == [("actor-not-party", 2)]
    assert codes(header, "A,X; Y,2020,open,Y", "B,,2020,open,Z") == []


def test_twins_in_case_count_as_two_channels() -> None:
    """Names match exactly: spelled in another case, a channel is another."""
    record = read("channel,date,state", "Line,2020,open", "LINE,2020,severed")
    assert len(record.channels) == 2
    assert record.latest_day(TODAY).year == 2020
