"""The style of the page Records."""

import re

from openline.ui.records_styles import RECORDS


def test_no_colour_is_named_here() -> None:
    """Colours come from the theme's own tokens."""
    assert not re.search(r"#[0-9a-f]{3,6}\b(?![^{]*\{)|rgb", RECORDS)


def test_braces_are_paired() -> None:
    """A rule that is not closed would swallow those after it."""
    assert RECORDS.count("{") == RECORDS.count("}")
