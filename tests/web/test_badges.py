"""Badges of channels and of parties."""

from xml.etree import ElementTree as Xml

import pytest

from tests.bundled import bundled_rows, counted
from tests.web.beside import client, error_of

pytestmark = pytest.mark.usefixtures("set_today")
DAY = "2023-10-05"
PAIR = "parties=China%3B+United+States"


def _told(address: str) -> str:
    answer = client().get(f"/badges/{address}")
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "image/svg+xml; charset=utf-8"
    assert answer.headers["cross-origin-resource-policy"] == "cross-origin"
    known = {"if-none-match": answer.headers["etag"]}
    assert client().get(f"/badges/{address}", headers=known).status_code == 304
    return Xml.fromstring(answer.content).attrib["aria-label"]  # noqa: S314 - written here


def test_a_channel_s_badge_says_its_state_and_since_when() -> None:
    """On the day that the address names."""
    (row,) = bundled_rows(
        "status", DAY, channel="Defence ministers", parties="China; United States"
    )
    assert (row["state"], row["since"]) == ("severed", "2023-02-04")
    assert _told(f"channel.svg?{PAIR}&channel=Defence+ministers&asof={DAY}") == (
        "China–United States, Defence ministers: severed since 4 Feb 2023"
    )


def test_a_pair_s_badge_counts_the_states() -> None:
    """As the status table has them, the ended ones left out."""
    states = counted("status", "state", DAY, parties=("China; United States",))
    order = ("open", "partial", "severed", "unknown")
    counts = " · ".join(f"{states[state]} {state}" for state in order if states[state])
    assert _told(f"parties.svg?{PAIR}&asof={DAY}") == f"China–United States: {counts}"


@pytest.mark.parametrize(
    ("address", "status", "parameter"),
    [
        ("channel.svg", 400, "channel"),
        ("parties.svg", 400, "parties"),
        ("channel.svg?channel=Defence+ministers", 400, "parties"),
        ("channel.svg?channel=Nothing", 404, None),
        ("parties.svg?parties=Nowhere", 404, None),
        ("parties.svg?parties=China&asof=x", 400, "asof"),
        ("parties.png?parties=China", 404, None),
    ],
)
def test_what_is_no_badge_is_refused(address: str, status: int, parameter: str | None) -> None:
    """In the form in which everything is refused."""
    answer = client().get(f"/badges/{address}")
    assert answer.status_code == status
    assert [item["parameter"] for item in error_of(answer)["problems"]] == (
        [parameter] if parameter else []
    )
