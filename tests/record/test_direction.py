"""Marks that would turn round what stands beside them."""

from openline.record.direction import without_turns


def test_marks_that_turn_text_are_left_out() -> None:
    """An override, an embedding and an isolate go; letters of any script stay."""
    assert without_turns("a\u202eb\u202ac\u2066d\u2069") == "abcd"
    assert without_turns("قناة – line") == "قناة – line"
