"""The encodings in which a file can be read."""

from openline.intake.encoding_readings import encoding_readings

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
