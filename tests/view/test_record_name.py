"""How an address names a saved record."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openline.view.record_name import RecordName, edition_name, edition_of, is_bundled

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


def test_an_edition_is_named_by_its_hash() -> None:
    """At least seven digits of it, in whatever case; a revision of a saved record is none."""
    digest = "9a72e61" + "0" * 57
    assert edition_of(edition_name(digest)) == "9a72e6100000"
    assert edition_of("Bundled@9A72E61") == "9a72e61"
    assert edition_of(f"bundled@{digest}") == digest
    for text in ("bundled", "bundled@3", "bundled@9a72e6", "Gulf lines@9a72e61", "bundled@xyzxyzx"):
        assert edition_of(text) is None
