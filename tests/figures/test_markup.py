"""Text of a record is shown as it stands, in lines where it must be."""

from openline.figures.markup import bold, coloured, escaped, lines, wrapped

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


def test_two_names_from_right_to_left_do_not_change_places() -> None:
    """Each is set apart by itself, in a line of several as well."""
    assert escaped("خط–قناة") == wrapped("خط–قناة") == "\u2068خط\u2069–\u2068قناة\u2069"
    assert wrapped("the خط channel, 3 d") == "the \u2068خط\u2069 channel, 3 d"
