"""Answers that are kept."""

import gzip

from openline.web.kept_answers import Answer, KeptAnswers, is_known, packed


def _answer(mark: str, size: int = 0) -> Answer:
    return Answer(mark, "text/plain", body=b"x" * size)


def test_what_was_not_asked_for_longest_makes_room() -> None:
    """Of three answers there is room for two: the one that was asked for stays."""
    answers = KeptAnswers(most=2_000 * 2)
    answers.keep(_answer("a", 1_000))
    answers.keep(_answer("b", 1_000))
    assert answers.get("a") is not None
    answers.keep(_answer("c", 1_000))
    assert answers.get("a") is not None
    assert answers.get("b") is None
    assert answers.get("c") is not None


def test_an_answer_that_is_larger_than_the_room_is_not_kept() -> None:
    """Nor does it drive out others."""
    answers = KeptAnswers(most=4_000)
    answers.keep(_answer("a"))
    answers.keep(_answer("b", 4_000))
    assert answers.get("a") is not None
    assert answers.get("b") is None


def test_an_address_leads_to_its_answer() -> None:
    """Several may lead to one; one that leads nowhere is not known."""
    answers = KeptAnswers()
    answers.keep(_answer("a"))
    answers.led("/one", "a")
    answers.led("/two", "a")
    answers.led("/three", "gone")
    assert answers.at("/one") is answers.at("/two") is answers.get("a")
    assert answers.at("/three") is answers.at("/four") is None


def test_a_short_body_is_not_packed() -> None:
    """A packed one is the same when it is unpacked."""
    assert packed(b"x" * 499) is None
    assert gzip.decompress(packed(b"x" * 500) or b"") == b"x" * 500


def test_an_answer_is_known_by_its_own_mark_only() -> None:
    """Packed or not, weak or strong, among others or by a star; not by one that only contains it,
    as that of a server on the way which packed it otherwise. Without a mark nothing is known."""
    for known in ['"m"', 'W/"m-gzip"', '"x", "m"', "*"]:
        assert is_known("m", known)
    for other in ['"m-br"', '"xm"', "", ",".join(['"n"'] * 5_000)]:
        assert not is_known("m", other)
    assert not is_known("", '""')
