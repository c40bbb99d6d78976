"""Words that explain themselves."""

import re

import pytest

from openline.ui.markup.terms import term, with_terms


def test_a_word_is_told_by_its_meaning() -> None:
    """The button is described by the meaning beside it."""
    html = term("severances", "gaps")
    found = re.search(r'aria-describedby="([^"]+)"', html)
    assert found is not None
    assert f'role="tooltip" id="{found[1]}">A span in the state severed.' in html
    assert ">severances</button>" in html


def test_places_keep_their_meanings_apart() -> None:
    """A word may stand twice on a page, under two names."""
    assert 'id="ol-tip-a-gap"' in term("gap", "a")
    assert 'id="ol-tip-b-gap"' in term("gap", "b")
    assert 'id="ol-tip-a-as-of-day"' in term("as-of day", "a")


def test_the_first_of_each_wanted_word_is_explained() -> None:
    """The rest of a sentence stays as it is, and is shown as text."""
    html = with_terms("A state, a <b>, a state and a contact.", "x", "state", "contact")
    assert html.startswith('A <span class="ol-explained"><button')
    assert "a &lt;b&gt;, a state and a " in html
    assert html.count("<button") == 2
    assert "\x00" not in html


def test_a_wanted_word_has_to_stand_there() -> None:
    """A sentence that was changed does not lose its explanations unnoticed."""
    with pytest.raises(ValueError, match="overture"):
        with_terms("A state.", "x", "overture")
