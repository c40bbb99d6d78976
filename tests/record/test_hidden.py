"""Characters that are no part of a text."""

import pytest

from openline.record.hidden import hidden_names, visible, without_hidden


@pytest.mark.parametrize(
    ("mark", "name"),
    [
        ("\u202e", "right-to-left override (U+202E)"),
        ("\u200b", "zero width space (U+200B)"),
        ("\u200f", "right-to-left mark (U+200F)"),
        ("\u2066", "left-to-right isolate (U+2066)"),
        ("\u00ad", "soft hyphen (U+00AD)"),
        ("\ufeff", "zero width no-break space (U+FEFF)"),
        ("\u3164", "hangul filler (U+3164)"),
        ("\u2028", "line separator (U+2028)"),
        ("\uffff", "control character (U+FFFF)"),
        ("\ufffd", "replacement character (U+FFFD)"),
        ("\x1b", "escape (U+001B)"),
        ("\x02", "control character (U+0002)"),
        ("\x85", "control character (U+0085)"),
        ("\U000e0041", "tag latin capital letter a (U+E0041)"),
    ],
)
def test_a_hidden_character_has_a_name(mark: str, name: str) -> None:
    """Controls, marks of direction and characters without a shape are named, and taken out."""
    assert hidden_names(f"a{mark}b{mark}") == (name,)
    assert without_hidden(f"a{mark}b") == "ab"
    assert visible(f"a{mark}b{mark}") == "a\ufffdb\ufffd"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "plain",
        "tab\tand\r\nlines",
        "é–“ü”…",
        "서해선",
        "خط ساخن",
        "می\u200cخواهم",
        "👩\u200d🚀",
        "a\u00a0b",
    ],
)
def test_text_of_any_script_hides_nothing(text: str) -> None:
    """Letters, line ends, a tab, blanks, and joiners where a script needs them are text."""
    assert hidden_names(text) == ()
    assert visible(text) == text


def test_a_joiner_between_latin_letters_is_hidden() -> None:
    """A mark that joins nothing can only tell two names apart that look the same."""
    assert hidden_names("Hot\u200dline") == ("zero width joiner (U+200D)",)


def test_no_file_poses_as_a_picture() -> None:
    """A mark that turns text round is shown in its place, and so is a NUL."""
    assert visible("\u202egnp.exe\x00") == "\ufffdgnp.exe\ufffd"
