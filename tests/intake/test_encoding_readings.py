"""The encodings in which a file can be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openline.intake.encoding_readings import encoding_readings, once_encoded, words_encoded_twice
from tests.steps import lines_run

CYRILLIC = "channel,date,state\nЛиния,2019-03-01,open\n".encode("cp1251")


def test_each_encoding_is_told_by_its_first_words() -> None:
    """The one that is taken comes first; no two read alike, and each reads every byte."""
    found = encoding_readings(CYRILLIC)
    assert found[0] == ("cp1251", ("Линия",))
    assert ("cp1252", ("Ëèíèÿ",)) in found
    assert len({item.words for item in found}) == len(found)
    assert "utf-8" not in [item.name for item in found]


def test_a_file_of_ascii_has_nothing_to_be_told_by() -> None:
    """Nor has one that is no text."""
    assert encoding_readings(b"channel,date,state\nA,2020,open\n") == ()
    assert encoding_readings(b"%PDF-1.7") == ()


@pytest.mark.parametrize(
    "text", ["Café", "Ligne côtière", "“cut”", "Łódź", "서해선", "Линия", "Ïle à côté", "🟢"]
)
def test_a_text_is_as_it_was_before(text: str) -> None:
    """Whatever its letters; those that Windows-1252 lacks came through as they were."""
    twice = "".join(
        chr(byte) if byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else bytes([byte]).decode("cp1252")
        for byte in text.encode()
    )
    assert twice != text
    assert once_encoded(f"a {twice}, b") == f"a {text}, b"
    assert words_encoded_twice(f"plain {twice}")


@pytest.mark.parametrize("text", ["Café «à côté»", "São Tomé", "Ünïcödé", "서해선", "½ · 5 °", "Ã"])
def test_other_letters_stay(text: str) -> None:
    """Those of a sound text say nothing."""
    assert once_encoded(text) == text
    assert words_encoded_twice(text) == ()


def test_a_mixed_text_is_restored_where_it_has_to_be() -> None:
    """Rows that are sound already stay; each word is told once, the first of them."""
    assert once_encoded("CafÃ©,Café") == "Café,Café"
    text = "CafÃ© CafÃ© cÃ´te Ã©tÃ© lÃ\u00a0"
    assert words_encoded_twice(text, 2) == (("CafÃ©", "Café"), ("cÃ´te", "côte"))


@given(st.text())
def test_no_text_makes_it_raise(text: str) -> None:
    """And ASCII is never changed."""
    plain = text.encode("ascii", "ignore").decode()
    assert once_encoded(plain) == plain
    once_encoded(text)


@pytest.mark.parametrize("piece", ["Ã", "Ã©", "é ", "a"])
def test_long_texts_take_time_in_proportion(piece: str) -> None:
    """Ten times the text takes about ten times the steps."""

    def steps(pieces: int) -> int:
        return lines_run(lambda: words_encoded_twice(piece * pieces))

    assert steps(10_000) < 15 * steps(1_000) + 400
