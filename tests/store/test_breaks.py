"""What can be wrong with what a store keeps."""

from openline.store.breaks import BREAKS, Break


def test_each_kind_is_a_sentence() -> None:
    """Every break says what is wrong in one sentence of its own."""
    assert all(meaning.endswith(".") for meaning in BREAKS.values())
    assert len(set(BREAKS.values())) == len(BREAKS)


def test_a_break_says_what_it_means() -> None:
    """The meaning of a break is that of its kind."""
    assert Break("Gulf", 2, "revision-gone", "", "revision 2").meaning == BREAKS["revision-gone"]
