"""Text of a record is shown as it stands, cut and wrapped where it must be."""

import pytest

from openline.figures.markup import (
    bold,
    coloured,
    cut_apart,
    escaped,
    fitted,
    lines,
    measure,
    wrapped,
)

HOSTILE = '<a href="https://x.example">go</a> %{x} & <b>$a$</b>'


def test_markup_is_shown_as_text() -> None:
    """Brackets, ampersands and dollars become entities, so that nothing of a cell is markup."""
    dressed = escaped(HOSTILE)
    assert dressed.startswith("&lt;a href=")
    assert "%{x} &amp; &lt;b&gt;&#36;a&#36;" in dressed
    assert not set("<>$") & set(dressed)


def test_missing_text_is_empty() -> None:
    """A missing cell gives no text, not a word for it."""
    assert escaped(float("nan")) == wrapped(None) == ""


def test_lines_are_at_most_58_characters() -> None:
    """Long text breaks at words, and a word longer than a line breaks in itself."""
    text = "word " * 30 + "x" * 130
    parts = wrapped(text).split("<br>")
    assert max(map(len, parts)) == 58
    assert "".join(parts).replace(" ", "") == text.replace(" ", "")


def test_wrapping_counts_characters_not_entities() -> None:
    """Entities are made after wrapping, so that a line never ends inside one."""
    parts = wrapped("&" * 100).split("<br>")
    assert [part.count("&amp;") for part in parts] == [58, 42]


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("Joint staff chiefs", 41, "Joint staff chiefs"),
        ("Crisis Communications Working Group (CCWG)", 41, "Crisis Communications Working Group…"),
        (
            "Notification and encounter rules (2014 memoranda)",
            41,
            "Notification and encounter rules (2014…",
        ),
        ("Unterwasserverständigungsabkommen", 10, "Unterwas…"),
        ("A Unterwasserverständigungsabkommen", 10, "A Unterw…"),
        ("EUCOM military-to-military channel", 22, "EUCOM military-to…"),
        ("W" * 180, 10, "WWWW…"),
        ("ilili" * 4, 10, "ilili" * 4),
        ("中国美国军事热线", 10, "中国美国…"),
    ],
)
def test_names_are_cut_at_words(text: str, limit: int, expected: str) -> None:
    """A long name ends in an ellipsis after a whole word, unless too little of it were left."""
    assert fitted(text, limit) == expected
    assert measure(fitted(text, limit)) <= limit + 1


def test_marks_over_letters_take_no_room() -> None:
    """A letter with many marks is as wide as the letter; capitals are wider than small ones."""
    assert measure("e" + "\u0301" * 50) == measure("e")
    assert measure("MWMW") > measure("mwmw") > measure("acea") > measure("ilil")


def test_empty_parts_leave_no_line() -> None:
    """Lines, bold and colour leave out what is empty."""
    assert lines("a", "", bold("b")) == "a<br><b>b</b>"
    assert coloured("", "#123456") == ""


def test_what_cannot_be_seen_stands_as_a_mark() -> None:
    """No name turns round what stands beside it, and no control breaks a picture."""
    assert escaped("\u202egnp.exe\x1b\x0c") == "�gnp.exe��"
    assert wrapped("a\u200bb") == "a�b"


def test_what_is_written_from_right_to_left_keeps_its_place() -> None:
    """A number beside an Arabic name would else move to its other side."""
    assert escaped("خط") == "\u2068خط\u2069"
    assert escaped("Line 7") == "Line 7"


def test_names_that_differ_at_their_end_are_cut_in_the_middle() -> None:
    """What would look the same keeps both ends; others are cut as ever."""
    names = [f"Joint military commission for the ceasefire, {side}" for side in ("east", "west")]
    short = cut_apart([*names, "A quite different name that is long as well", "Line"], 24)
    assert len(set(short.values())) == 4
    assert [short[name][-4:] for name in names] == ["east", "west"]
    assert all("…" in short[name] and measure(short[name]) <= 24 for name in names)
    assert short["A quite different name that is long as well"].endswith("…")
    assert short["Line"] == "Line"
