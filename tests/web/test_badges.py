"""Badges of channels and of parties."""

from xml.etree import ElementTree as Xml

import pytest

from openline.figures.theme import DARK, LIGHT
from openline.record.columns import OPEN, PARTIAL, SEVERED, UNKNOWN
from openline.web.badges import badge
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


def _read(text: str) -> Xml.Element:
    return Xml.fromstring(text)  # noqa: S314 - it was written here


def test_a_badge_says_in_words_what_it_shows() -> None:
    """To those who see it and to those who hear it, with its colour in light and in dark."""
    root = _read(badge("A–B, Hotline", "severed since 1 Mar 2020", SEVERED))
    told = "A–B, Hotline: severed since 1 Mar 2020"
    assert (root.attrib["role"], root.attrib["aria-label"]) == ("img", told)
    texts = [child.text or "" for child in root if child.text]
    assert [texts[0], *texts[2:]] == [told, "A–B, Hotline", "severed since 1 Mar 2020"]
    assert LIGHT.severed_word in texts[1]
    assert DARK.severed_word in texts[1].partition("prefers-color-scheme:dark")[2]


@pytest.mark.parametrize("state", [OPEN, PARTIAL, SEVERED, UNKNOWN, ""])
def test_words_stand_within_the_badge(state: str) -> None:
    """Each after the other, in any script."""
    root = _read(badge("線" * 80, "open", state))
    label, said = (child for child in root if child.tag.endswith("}text"))
    end = float(label.attrib["x"]) + float(label.attrib["textLength"])
    assert end < float(said.attrib["x"])
    right = float(said.attrib["x"]) + float(said.attrib["textLength"])
    assert right < float(root.attrib["width"])
    assert (label.text or "").endswith("線…")


def test_text_stays_text() -> None:
    """Marks of XML, and what cannot be seen."""
    text = badge("<script>&\x07\u202e", '"]]>', "")
    assert "<script>" not in text
    assert _read(text).attrib["aria-label"] == '<script>&\ufffd\ufffd: "]]>'
