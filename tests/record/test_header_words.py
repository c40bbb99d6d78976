"""The names that analysts give to columns."""

import pytest

from openline.record.header_words import BEGINS, CUTS, ENDS, NAMES_IN_USE, folded_name


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Date de début", "date_de_debut"),
        ("País", "pais"),
        ("Йод", "иод"),
        ("시작일", "시작일"),
        ("開始日", "開始日"),
    ],
)
def test_a_name_is_compared_without_accents(name: str, folded: str) -> None:
    """Signs on letters go; letters that are made of parts stay whole."""
    assert folded_name(name) == folded


def test_no_word_is_both_a_begin_and_an_end() -> None:
    """What cuts may be either, by what stands beside it, but none of its words begins plainly."""
    assert BEGINS.isdisjoint(ENDS)
    assert BEGINS.isdisjoint(CUTS)


def test_each_name_stands_once_in_its_column() -> None:
    """A name may be proposed for two columns, but is told once for each."""
    for words in NAMES_IN_USE.values():
        folded = [folded_name(word) for word in words.split()]
        assert len(folded) == len(set(folded))
