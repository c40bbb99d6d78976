"""Names of files for names in a record."""

import re

import pytest

from openline.site.names import hashed_name
from tests.site.built import hostile_texts


@pytest.mark.parametrize("text", [*hostile_texts, "", ".", "CON", "a/b", "\x00", "\ud800"])
def test_a_name_is_safe_on_every_system(text: str) -> None:
    """Small letters, digits and hyphens, never only a reserved word, and not too long."""
    name = hashed_name(text)
    assert re.fullmatch(r"(?:[a-z0-9][a-z0-9-]*-)?[0-9a-f]{12}", name)
    assert len(name) <= 73


def test_names_that_look_alike_have_files_of_their_own() -> None:
    """Also where only case, accents or the place of the cut differ, on any file system."""
    pairs = [
        ("A; B", "C"),
        ("a; b", "c"),
        ("A", "B; C"),
        ("Ä; B", "C"),
        ("A; B C", ""),
        ("A; B", "C!"),
    ]
    assert len({hashed_name(*pair).casefold() for pair in pairs}) == len(pairs)


def test_a_name_stays_whatever_else_there_is() -> None:
    """A link to a page keeps leading there."""
    assert hashed_name("China; United States") == "china-united-states-d78609df50c3"
