"""Encodings: the likeliest one is told by the letters that it makes."""

from functools import partial

import pytest

from openline.record.encodings import ENCODINGS, encoding_name, guess_encoding, show_encoding
from tests.budget import budget
from tests.steps import lines_run

_LOGS = {
    "cp1251": "Линия связи\nГорячая линия между Россией и Украиной\nВстреча прошла в Москве",
    "cp1250": "Łączność wojskowa\nSpotkanie odbyło się w Warszawie\nPołączenie przerwane",
    "cp1252": "Téléphone rouge\nRéunion à Alger, accès coupé à la frontière\nLigne fermée",
    "gb18030": "中美军事热线\n国防部直通电话\n双方举行会晤",
    "cp949": "서해지구 군 통신선\n남북 직통전화\n북한이 응답하지 않음",
    "cp932": "日中ホットライン\n海空連絡メカニズム\n防衛省が発表した",
    "big5hkscs": "兩岸熱線已經中斷\n國防部表示沒有回應\n雙方在臺北舉行會議",
    "cp1253": "Γραμμή επικοινωνίας\nΕλλάδα και Τουρκία\nΗ γραμμή έκλεισε",
    "cp1254": "Türkiye ile doğrudan hat\nGörüşme İstanbul'da yapıldı\nHat kapatıldı",
    "cp1255": "קו חם בין ישראל למצרים\nהקו נסגר\nפגישה התקיימה בקהיר",
    "cp1256": "خط ساخن بين السودان ومصر\nتم إغلاق الخط\nعقد اجتماع في القاهرة",
}


def _file(log: str, encoding: str) -> bytes:
    rows = (f'"{line}",2020-01-01,open' for line in log.split("\n"))
    return "\r\n".join(["channel,date,state", *rows, ""]).encode(encoding)


@pytest.mark.parametrize("encoding", _LOGS)
def test_a_log_of_three_lines_tells_its_encoding(encoding: str) -> None:
    """Three lines of a language are enough to read the file as it was written."""
    assert guess_encoding(_file(_LOGS[encoding], encoding)) == encoding


@pytest.mark.parametrize(
    ("word", "encoding"),
    [
        ("서해선", "cp949"),
        ("동해선", "cp949"),
        ("Линия", "cp1251"),
        ("Россия", "cp1251"),
        ("Горячая линия", "cp1251"),
        ("热线", "gb18030"),
        ("中国", "gb18030"),
        ("日本", "cp932"),
        ("防衛省", "cp932"),
        ("Łódź", "cp1250"),
        ("Česko", "cp1250"),
        ("Śląsk", "cp1250"),
        ("Müller-Linie", "cp1252"),
        ("São Paulo", "cp1252"),
        ("Año nuevo", "cp1252"),
        ("l’été – “A”", "cp1252"),
        ("Île", "cp1252"),
        ("МОСКВА", "cp1251"),
        ("ГОРЯЧАЯ ЛИНИЯ", "cp1251"),
        ("Горячая линия", "koi8-r"),
        ("МОСКВА", "koi8-r"),
        ("Россия", "cp866"),
        ("КИЕВ", "cp866"),
        ("Réunion à Alger", "mac-roman"),
        ("línea", "cp850"),
    ],
)
def test_one_word_tells_its_encoding(word: str, encoding: str) -> None:
    """A file with one word beyond ASCII is read as it was written."""
    data = _file(word, encoding)
    assert data.decode(guess_encoding(data)) == data.decode(encoding)


def test_a_word_late_in_the_file_counts() -> None:
    """What stands beyond ASCII is looked at wherever it stands in a long file."""
    rows = b"Line,2020-01-01,open\r\n" * 100_000
    data = rows + "Линия,2020-01-01,open\r\n".encode("cp1251") + rows
    assert guess_encoding(data) == "cp1251"


def test_only_what_reads_all_bytes_is_taken() -> None:
    """An encoding that cannot read a byte anywhere is not guessed, likely as it else is."""
    data = _file(_LOGS["cp1252"], "cp1252") * 200 + b"\x81"
    assert guess_encoding(data) != "cp1252"
    data.decode(guess_encoding(data))


def test_text_of_equal_letters_has_the_commoner_name() -> None:
    """Of encodings that read a file alike, the commoner one is named."""
    data = _file("Café; “A” – b", "cp1250")
    assert guess_encoding(data) == "cp1252"


def test_guessing_takes_linear_time() -> None:
    """Four times the bytes take no more than eight times the steps, whatever they are."""
    for piece in (b"\xe9", b"a\xe9 ", b"a" * 50 + b"\xe9", b"\x81,\n", b"\xe9\x00"):
        few, many = (
            lines_run(partial(guess_encoding, piece * (size // len(piece))))
            for size in (budget(12_500, 50_000), budget(50_000, 200_000))
        )
        assert many < 8 * few, piece


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("UTF-8", "utf-8"),
        ("utf8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("UTF-16", "utf-16-le"),
        ("ISO-8859-1", "cp1252"),
        ("GBK", "gb18030"),
        ("euc-kr", "cp949"),
        ("Shift_JIS", "cp932"),
        ("koi8-r", "koi8-r"),
        ("no such", None),
        ("hex", None),
        ("unicode_escape", None),
        ("idna", None),
    ],
)
def test_an_encoding_has_one_name(name: str, expected: str | None) -> None:
    """The names that people give an encoding lead to one; a smaller set to the larger."""
    assert encoding_name(name) == expected


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_each_encoding_of_the_table_is_known_by_its_name(encoding: str) -> None:
    """What the table names can be set by that name, and is shown in words."""
    assert encoding_name(encoding) == encoding
    assert show_encoding(encoding) == ENCODINGS[encoding]


def test_an_encoding_beyond_the_table_is_shown_by_its_name() -> None:
    """An encoding that is only ever set is shown by its name."""
    assert show_encoding("koi8-u") == "KOI8-U"
