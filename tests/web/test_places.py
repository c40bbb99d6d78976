"""Places of addresses."""

from openline.web.places import Places, address_of


def test_an_address_that_has_none_gets_a_spare_place() -> None:
    """One address can have all that are for anybody, and none of the spare ones; the spare ones
    end too, and a place that is given back is there for others."""
    places = Places(2, 2)
    assert [places.take("a") for _ in range(3)] == [True, True, False]
    assert [places.take(who) for who in "bbcd"] == [True, False, True, False]
    places.leave("a")
    assert [places.take(who) for who in "abd"] == [False, False, True]


def test_places_are_there_for_as_many_as_ever_once_given_back() -> None:
    """Whoever takes and leaves again and again leaves nothing behind."""
    places = Places(1, 0)
    for who in "abab":
        assert places.take(who)
        places.leave(who)


def test_a_request_without_an_address_counts_as_from_nowhere() -> None:
    """As on a socket of the system."""
    assert address_of({"client": None}) == address_of({}) == ""
    assert address_of({"client": ("10.0.0.1", 2)}) == "10.0.0.1"
