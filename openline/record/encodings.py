"""Encodings: their names, and the likeliest one of bytes that do not say which they have."""

import codecs
import re
import string
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Final

import chardet

ENCODINGS: Final[Mapping[str, str]] = {
    "utf-8": "UTF-8",
    "cp1252": "Windows-1252 (Western European)",
    "cp1250": "Windows-1250 (Central European)",
    "cp1251": "Windows-1251 (Cyrillic)",
    "gb18030": "GB 18030 (Chinese)",
    "big5hkscs": "Big5 (Chinese)",
    "cp949": "EUC-KR (Korean)",
    "cp932": "Shift-JIS (Japanese)",
    "euc_jis_2004": "EUC-JP (Japanese)",
    "cp1253": "Windows-1253 (Greek)",
    "cp1254": "Windows-1254 (Turkish)",
    "cp1255": "Windows-1255 (Hebrew)",
    "cp1256": "Windows-1256 (Arabic)",
    "cp1257": "Windows-1257 (Baltic)",
    "cp874": "Windows-874 (Thai)",
    "koi8-r": "KOI8-R (Cyrillic)",
    "cp866": "DOS 866 (Cyrillic)",
    "mac-roman": "Mac Roman (Western European)",
    "cp850": "DOS 850 (Western European)",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16, big-endian",
}
"""The encodings that are told apart, and how each is shown. Of those that fit equally well
the first is taken."""
_CANDIDATES: Final = tuple(name for name in ENCODINGS if not name.startswith("utf"))
_SAME: Final = {
    codecs.lookup(alias).name: name
    for name, aliases in {
        "utf-8": "utf-8 utf-8-sig",
        "utf-16-le": "utf-16 utf-16-le",
        "utf-16-be": "utf-16-be",
        "cp1252": "cp1252 latin-1 ascii",
        "cp949": "cp949 euc-kr",
        "cp932": "cp932 shift-jis",
        "gb18030": "gb18030 gbk gb2312",
        "big5hkscs": "big5hkscs big5 cp950",
        "euc_jis_2004": "euc_jis_2004 euc-jp",
    }.items()
    for alias in aliases.split()
}
"""Names that stand for one of the table, a smaller set of the same letters among them."""
_NO_TEXT: Final = frozenset(
    {
        "idna",
        "mbcs",
        "oem",
        "punycode",
        "raw-unicode-escape",
        "undefined",
        "unicode-escape",
        "utf-7",
    }
)
"""Python's encodings that no file has: some of them take quadratic time."""

_HIGH: Final = re.compile(rb"[\x80-\xff][^,;\"\t\r\n]{0,4000}")
"""A stretch from its first byte beyond ASCII to the end of the cell; no separator here can be
the second byte of a character."""
_BETWEEN: Final = re.compile(rb"[\x00-/]")
_BEFORE: Final = 20
_LETTERS: Final = string.ascii_letters.encode()
_WINDOWS: Final = 64
_LEAST_WINDOW: Final = 4_096
_PER_WINDOW: Final = 1_000
_RARER: Final = 0.96
"""How much rarer each encoding of the table is than the one before it."""
_WORD: Final = re.compile(r"[^\W\d_]+")
_STRANGE: Final = re.compile(
    r"[\x80-\x9f\ufffd\ue000-\uf8ff\uff61-\uff9f]|(?<=[^\W\d_])[^\w\s\x00-\x7f\u2010-\u201f·](?=[^\W\d_])|(?<=[^\W\d_])[¹²³]"
)
"""Marks that no word of a file has: controls, private ones, half-width letters, and symbols
inside a word."""
_COMMON: Final = {"cp949": "euc_kr", "gb18030": "gb2312", "big5hkscs": "big5"}
"""Of encodings with many letters, the smaller one with those that are common."""
_OF_JAPANESE: Final = ("HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA")


def encoding_name(name: str) -> str | None:
    """Return the encoding that somebody means, as `ENCODINGS` and Python name it; None where
    there is not one of that name.

    >>> encoding_name("Windows-1251"), encoding_name("Latin 1"), encoding_name("nonsense")
    ('cp1251', 'cp1252', None)
    """
    try:
        codec = codecs.lookup(name.strip())
    except (LookupError, ValueError):
        return None
    plain = codec.name.replace("_", "-")
    # Python says in no public way which of its codecs are no text, such as base64.
    is_text = getattr(codec, "_is_text_encoding", True)
    return _SAME.get(codec.name, codec.name) if is_text and plain not in _NO_TEXT else None


def show_encoding(encoding: str) -> str:
    """Return an encoding as it is shown: `Windows-1251 (Cyrillic)`."""
    return ENCODINGS.get(encoding, encoding.upper())


def guess_encoding(data: bytes) -> str:
    """Return the likeliest encoding of bytes that are neither UTF-8 nor UTF-16.

    Only those that can read all of the bytes are weighed, where there are any, by the letters
    that they make of a sample: up to 1,000 bytes from each of 64 parts of the file.
    """
    fitting = [name for name in _CANDIDATES if _reads(name, data)] or [*_CANDIDATES]
    sample = b"\n".join(_sample(data))
    texts = {name: sample.decode(name, "replace") for name in fitting}
    likely = _likelihoods(sample, fitting)
    for name in fitting:
        if _is_capital(texts[name]):
            small = texts[name].lower().encode(name, "ignore")
            likely[name] = max(likely.get(name, 0.0), _likelihoods(small, fitting).get(name, 0.0))
    scores = {
        name: likely.get(name, 0.001) * _coherence(texts[name], name) * _RARER**place
        for place, name in enumerate(_CANDIDATES)
        if name in texts
    }
    best = max(scores, key=scores.__getitem__)
    return next(name for name in fitting if texts[name] == texts[best])


def _likelihoods(sample: bytes, fitting: Sequence[str]) -> dict[str, float]:
    guesses = chardet.detect_all(
        sample,
        ignore_threshold=True,
        max_bytes=max(1, len(sample)),
        compat_names=False,
        include_encodings=fitting,
        no_match_encoding=fitting[0],
    )
    return {
        encoding_name(str(item["encoding"])) or "": item["confidence"] + 0.001 for item in guesses
    }


def _coherence(text: str, encoding: str) -> float:
    """Return how far a text looks like one of words: the share of those with letters beyond
    ASCII that keep to one script and do not change to capitals, made steep."""
    strange = len(_STRANGE.findall(text))
    if encoding in _COMMON:
        written = text.encode(_COMMON[encoding], "ignore")
        common = written.decode(_COMMON[encoding], "ignore")  # not all that it writes can be read
        strange += len(text) - len(common)
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    sound = sum(map(_is_coherent, words))
    return float(((sound + 0.1) / (len(words) + strange + 0.1)) ** 4)


def _is_capital(text: str) -> bool:
    """Tell whether a text's words beyond ASCII are in capitals: they are weighed as small
    letters, for whoever counted how often letters follow each other counted those."""
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    return len(words) < 2 * sum(len(word) > 1 and word.isupper() for word in words)


def _is_coherent(word: str) -> bool:
    scripts = {_script(mark) for mark in word} - {""}
    rest = word[1:]
    return len(scripts) == 1 and (rest == rest.lower() or word == word.upper())


@cache
def _script(mark: str) -> str:
    script = unicodedata.name(mark, "").partition(" ")[0]
    return "CJK" if script in _OF_JAPANESE else script if mark.isalpha() else ""


def _reads(encoding: str, data: bytes) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _sample(data: bytes) -> Iterator[bytes]:
    """Yield stretches of bytes beyond ASCII, with the letters before each, from all parts."""
    step = max(_LEAST_WINDOW, -(-len(data) // _WINDOWS))
    begins = [0, *(_boundary(data, start, start + step) for start in range(step, len(data), step))]
    for begin, end in pairwise([*begins, len(data)]):
        at, taken = begin, 0
        for match in _HIGH.finditer(data, begin, end):
            before = data[max(at, match.start() - _BEFORE) : match.start()]
            yield before[len(before.rstrip(_LETTERS)) :] + match[0]
            at = match.end()
            taken += len(match[0])
            if taken > _PER_WINDOW:
                break


def _boundary(data: bytes, start: int, end: int) -> int:
    """Return where no character is cut, from a place on: after a mark that is not part of one."""
    match = _BETWEEN.search(data, start, end)
    return match.end() if match else start
