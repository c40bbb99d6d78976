"""How slow the other side may be."""

from openline.web.pace import Pace


def test_an_answer_that_is_not_taken_on_is_too_slow() -> None:
    """After the seconds that are set, counted from when no more could be sent; what was taken
    meanwhile begins them anew."""
    pace = Pace(10)
    pace.filled("a", 0)
    pace.filled("b", 0)
    pace.filled("a", 5)
    pace.taken("b")
    pace.filled("b", 5)
    assert pace.slow(9) == []
    assert pace.slow(10) == ["a"]
    pace.ended("a")
    assert pace.slow(15) == ["b"]


def test_a_body_that_trickles_is_too_slow() -> None:
    """Each so many bytes begin the time anew; one that is whole is not judged."""
    pace = Pace(10, least=100)
    for who, count, now in [("a", 99, 0), ("b", 99, 0), ("c", 1, 0), ("b", 1, 9), ("a", 0, 9)]:
        pace.came(who, count, now)
    pace.whole("c")
    assert pace.slow(9) == []
    assert pace.slow(10) == ["a"]
    assert pace.slow(19) == ["a", "b"]
    pace.ended("a")
    pace.ended("b")
    assert pace.slow(100) == []
