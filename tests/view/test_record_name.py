"""How an address names a saved record."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openline.view import RecordName, is_bundled

NAMES = st.text(st.characters(categories=("L", "N"), include_characters="-_."), min_size=1)


@given(NAMES, st.none() | st.integers(1, 999_999_999))
def test_what_is_written_is_read_again(name: str, revision: int | None) -> None:
    """Reading and writing are each other's inverse."""
    named = RecordName(name, revision)
    assert RecordName.read(str(named)) == named


@pytest.mark.parametrize("text", ["@", "@3", "x@", "x@0", "x@-1", "x@one", "x@1@2", "x@1.5", "x@٣"])
def test_what_names_no_revision_names_no_record(text: str) -> None:
    """After the mark stands a number from 1 on, and before it a name."""
    assert RecordName.read(text) is None


def test_blanks_around_the_mark_do_not_count() -> None:
    """A name typed with blanks is the same name."""
    assert RecordName.read("Gulf lines @ 03") == RecordName("Gulf lines", 3)


def test_the_bundled_record_is_known_in_any_case() -> None:
    """No saved record may be called so in any case."""
    assert is_bundled("Bundled")
    assert not is_bundled("bundled@1")
