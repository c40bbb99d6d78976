"""Names that are written from right to left keep their place."""

import pytest

from openline.record.direction import apart, from_right, marked, parted

ALEF, BET, GIMEL = "\u05d0\u05dc\u05e3", "\u05d1\u05d9\u05ea", "\u05d2\u05d9\u05de"
ARABIC = "\u062e\u0637"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (f"{ALEF}–{BET}", [ALEF, BET]),
        (f"{ALEF}–{BET} {GIMEL}–{ARABIC}", [ALEF, f"{BET} {GIMEL}", ARABIC]),
        (f"On 5 Oct, 3 of 4 {ALEF}–{BET} channels", [ALEF, BET]),
        (f"by {ALEF}, {BET} {GIMEL} · 1 of 4", [ALEF, f"{BET} {GIMEL}"]),
        (f"France–{ARABIC}", [ARABIC]),
        (f"1 · {ALEF}–{BET}", [ALEF, BET]),
    ],
)
def test_each_name_is_set_apart(text: str, names: list[str]) -> None:
    """The sides of parties, and each name in a sentence that begins from the left."""
    pieces = parted(text)
    assert pieces[1::2] == names
    assert "".join(pieces) == text


@pytest.mark.parametrize("text", ["France–Iran", "", "7–9", f"{ALEF}, {BET} – {GIMEL} 5"])
def test_other_texts_are_whole(text: str) -> None:
    """Those without such a name, and whole sentences from the right, which have their order."""
    assert parted(text) == [text]
    assert apart(text) == text


def test_marks_stand_around_names_alone() -> None:
    """A dash between two of them stands in neither."""
    assert apart(f"{ALEF}–{BET}") == f"\u2068{ALEF}\u2069–\u2068{BET}\u2069"
    assert marked(f"{ALEF} 7") == f"\u2068{ALEF} 7\u2069"
    assert marked("Line 7") == "Line 7"
    assert from_right(ARABIC)
    assert not from_right("Çanakkale")
