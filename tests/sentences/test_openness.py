"""How openness changed, in words."""

from openline.sentences.openness import openness_words


def test_a_change_of_openness_has_its_bounds() -> None:
    """Both readings stand beside it, unless they are what they were."""
    assert openness_words((0.6, 0.52, 0.68), (0.66, 0.56, 0.77)) == (
        "Openness rose from 60 to 66 % (low 52 to 56, high 68 to 77)."
    )
    assert openness_words((0.6, 0.6, 0.6), (0.5, 0.5, 0.5)) == "Openness fell from 60 to 50 %."
    assert openness_words((0.5, 0.5, 0.5), (0.5, 0.5, 0.5)) == "Openness is 50 % on both days."


def test_nothing_known_has_no_change() -> None:
    """Before any state is known there is nothing to compare with."""
    assert openness_words((), (0.5, 0.5, 0.5)) == ""
    assert openness_words((float("nan"),) * 3, (0.5, 0.5, 0.5)) == ""
