"""What a site is of."""

from openline.analysis.status import status
from openline.site.groups import NO_PARTIES
from openline.site.site import Sliced
from tests.site.built import site_of


def test_parties_have_their_channels_in_order() -> None:
    """A channel without parties is among those of no name."""
    parts = site_of("Line,,2021-01-01,change,open,,,,,").parts
    assert [(part.name, len(part.channels)) for part in parts] == [
        (NO_PARTIES, 1),
        ("A–B", 2),
        ("A–C", 1),
    ]


def test_rows_of_channels_are_taken_in_the_order_of_the_table() -> None:
    """A channel without rows adds none."""
    frame = status(site_of().brief.evidence)
    taken = Sliced(frame.iloc[::-1]).of(0, 2, 99)
    assert taken["channel_id"].tolist() == [2, 0]
    assert len(Sliced(frame).of(99)) == len(Sliced(frame).of(98, 99)) == 0
    assert Sliced(frame.iloc[::-1]).places(0, 2, 99).tolist() == [0, len(frame) - 1]
    assert len(Sliced(frame.head(0)).of(0)) == len(Sliced(frame.head(0)).of(0, 1)) == 0


def test_the_evidence_of_parties_is_that_of_a_filter() -> None:
    """Its tables are those of the board's view of these parties."""
    site = site_of()
    part = site.parts[0]
    wanted = status(site_of(parties=("A; B",)).brief.evidence)
    assert status(site.seen(part)).equals(wanted)


def test_a_page_of_a_channel_is_named_after_its_parties_and_itself() -> None:
    """The name does not depend on other channels."""
    assert site_of().page_of(2) == site_of("Other,A; A2,2020-01-01,change,open,,,,,").page_of(3)
    assert site_of().page_of(2).startswith("channels/a-c-link-")
