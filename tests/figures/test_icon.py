"""The board's mark."""

from base64 import b64decode
from xml.etree import ElementTree

from openline.figures.icon import icon, icon_address
from openline.figures.theme import DARK, LIGHT


def test_the_mark_has_a_line_for_each_living_state_in_its_colours() -> None:
    """Of open one stroke, of partial three short ones, of severed two with a gap between them; in
    the colours of the theme that the browser has."""
    drawn = ElementTree.fromstring(icon())  # noqa: S314 - made here
    lines = {path.get("class"): str(path.get("d")) for path in drawn.iterfind(".//{*}path")}
    assert {state: path.count("h") for state, path in lines.items()} == {
        "open": 1,
        "partial": 3,
        "severed": 2,
    }
    light, dark = icon().split("@media (prefers-color-scheme: dark)")
    for theme, rules in ((LIGHT, light), (DARK, dark)):
        assert f".open {{ stroke: {theme.open}; }}" in rules
        assert f".severed {{ stroke: {theme.severed}; }}" in rules


def test_the_address_of_the_mark_holds_it() -> None:
    """Nothing is asked for elsewhere."""
    kind, _, content = icon_address().partition(",")
    assert kind == "data:image/svg+xml;base64"
    assert b64decode(content).decode() == icon()
