"""What a record may be called, and what is kept of a saver's words."""

import pytest

from openline.store.names import (
    MOST_NAME,
    MOST_NOTE,
    RESERVED_NAMES,
    check_file_name,
    check_name,
    check_new_name,
    check_note,
    check_saver,
    name_key,
)
from openline.store.problems import StoreError
from openline.view.parameters import BUNDLED


@pytest.mark.parametrize("name", ["Gulf lines", "a", "2024", "v1.2_b-c", "中文", "नदी", "É"])
def test_plain_names_are_good(name: str) -> None:
    """Letters of any script, digits, spaces, hyphens, underscores and dots make a name."""
    assert check_name(name) == name


def test_a_name_has_one_spelling() -> None:
    """Blanks are collapsed, accents composed, and characters that control left out."""
    assert check_name("  Gulf \t lines\u200b ") == "Gulf lines"
    assert check_name("E\u0301tat") == "État"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("", "A record needs a name."),
        (" \u202e ", "A record needs a name."),
        ("x" * (MOST_NAME + 1), "The name has 61 characters."),
        ("a@2", "A name may not have the character “@”."),
        ("a/b", "A name may not have the character “/”."),
        ("<b>", "A name may not have the character “<”."),
        (".hidden", "A name may not begin with “.”."),
        ("Bundled", "“Bundled” is reserved for the record that comes with the board."),
    ],
)
def test_other_names_are_refused_with_the_reason(name: str, words: str) -> None:
    """The message says what is wrong with a name, the suggestion what a name may be."""
    with pytest.raises(StoreError) as error:
        check_name(name)
    assert error.value.problem.code == "record-name"
    assert error.value.problem.message == words
    assert "letters, digits, spaces" in error.value.problem.suggestion


def test_the_name_of_the_bundled_record_is_reserved() -> None:
    """The word by which an address means the bundled record is no saved record's name."""
    assert name_key(BUNDLED) in RESERVED_NAMES


def test_case_makes_no_other_name() -> None:
    """Names that differ in case, blanks or the spelling of accents alone are one."""
    assert name_key("GULF  LÍNES") == name_key("gulf l\u00ednes") == name_key("Gulf li\u0301nes")


def test_somebody_saves() -> None:
    """Who saves is named, in few words."""
    assert check_saver(" Ann\nB ") == "Ann B"
    for wrong, code in ((" \x00", "saver-missing"), ("x" * 61, "text-too-long")):
        with pytest.raises(StoreError) as error:
            check_saver(wrong)
        assert error.value.problem.code == code


def test_a_note_is_one_line_of_limited_length() -> None:
    """A note may be empty; one that is too long is refused, not cut."""
    assert check_note(" a \r\n b ") == "a b"
    assert check_note("") == ""
    with pytest.raises(StoreError, match=r"The note has 1,001 characters\. Use up to 1,000"):
        check_note("x" * (MOST_NOTE + 1))


def test_a_file_keeps_its_name_without_folders() -> None:
    """Of a path the last part stays, on one line, and of a long name its end."""
    assert check_file_name("/srv/a b\x00\n.csv") == "a b .csv"
    assert check_file_name("x" * 300 + ".xlsx").endswith("x.xlsx")
    assert len(check_file_name("x" * 300 + ".xlsx")) == 200


@pytest.mark.parametrize(
    "name",
    [
        "Gulf lines 2",
        "Линия 1",
        "中国 US ライン",
        "서해선 A",
        "Γραμμή",
        "Hawaiʻi",
        "1ª línea",
        "Ａ line",
        "ﾗｲﾝ A",
    ],
)
def test_a_new_name_is_of_one_script_or_of_those_written_together(name: str) -> None:
    """Latin letters stand beside Chinese, Japanese and Korean ones."""
    check_new_name(name, ["Other"])


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Gulf linеs", "The name mixes letters that look alike: Cyrillic and Latin."),
        ("Αthens", "The name mixes letters that look alike: Greek and Latin."),
        ("Сор", "The name looks like that of another record, “Cop”."),
        ("Ｇｕｌｆ", "The name looks like that of another record, “Gulf”."),
    ],
)
def test_a_new_name_that_could_be_taken_for_another_is_refused(name: str, words: str) -> None:
    """Letters of two scripts that look alike, and a whole name that looks like one there is."""
    with pytest.raises(StoreError) as error:
        check_new_name(name, ["Gulf", "Cop"])
    assert error.value.problem.message == words


def test_a_name_is_no_look_alike_of_itself() -> None:
    """Another spelling of the same name is the same record."""
    check_new_name("gulf LINES", ["Gulf lines"])
