"""What is computed once for all who look at the same."""

from openline.ui.data.shared import made_once, shared


def test_what_was_computed_is_kept_by_its_arguments() -> None:
    """The same arguments give what is there; those that begin with `_` do not count."""
    computed: list[int] = []

    @shared
    def double(number: int, _note: str) -> list[int]:
        computed.append(number)
        return [2 * number]

    first = double(1, "a")
    assert double(1, "b") is first
    assert double(2, "a") == [4]
    assert computed == [1, 2]


def test_the_oldest_of_many_goes() -> None:
    """No more than 64 results are kept: one asked for long ago is computed anew."""
    computed: list[int] = []

    @shared
    def same(number: int) -> int:
        computed.append(number)
        return number

    for number in (*range(65), 64, 0):
        same(number)
    assert computed == [*range(65), 0]


def test_a_part_is_made_once_for_what_it_is_of() -> None:
    """What it is made of tells it from every other one, and so does which part it is."""
    made: list[str] = []

    def make() -> list[str]:
        made.append("made")
        return made

    first = made_once("list", 1, make=make)
    assert made_once("list", 1, make=make) is first
    made_once("list", 2, make=make)
    made_once("figure", 1, make=make)
    assert len(made) == 3
