"""Words of a drawing."""

from openline.figures.markup import bold, coloured, escaped
from openline.figures.svg.words import words_at

_FONT = (10, "#111111")


def test_weight_and_colour_are_kept() -> None:
    """Plotly's marks become spans of a text."""
    made = words_at(coloured(bold("severed") + " 5 d", "#720a19"), (3, 4), _FONT, ("left", "line"))
    assert '<tspan font-weight="700" fill="#720a19">severed</tspan>' in made
    assert '<tspan fill="#720a19"> 5 d</tspan>' in made
    assert made.startswith('<text x="3" y="4" font-size="10" fill="#111111">')


def test_a_hostile_name_stays_a_name() -> None:
    """What a record says is text, also where it looks like Plotly's own marks."""
    made = words_at(escaped("<b>A</b><script>&amp;"), (0, 0), _FONT)
    assert "&lt;b&gt;A&lt;/b&gt;&lt;script&gt;&amp;amp;" in made
    assert "<script" not in made


def test_lines_stand_below_each_other() -> None:
    """Two lines around their middle are 1.3 sizes apart."""
    made = words_at("one<br>two", (0, 100), _FONT, ("right", "middle"))
    assert made.count("<tspan") == 2
    assert 'y="97.06"' in made
    assert 'y="110.06"' in made
    assert 'text-anchor="end"' in made
