"""How the text of a file is written."""

import pytest

from tests.records import bring, press
from tests.screen import markup

pytestmark = pytest.mark.usefixtures("set_today")
TEXT = "channel,date,state\n{},2019-03-01,open\n"


@pytest.mark.parametrize(
    ("word", "encoding", "shown"),
    [
        ("Линия", "cp1251", "Windows-1251 (Cyrillic)"),
        ("서해선", "cp949", "EUC-KR (Korean)"),
        ("Linie Łódź", "cp1250", "Windows-1250 (Central European)"),
        ("北部热线", "gb18030", "GB 18030 (Chinese)"),
    ],
)
def test_an_encoding_that_was_guessed_is_chosen_by_its_words(
    word: str, encoding: str, shown: str
) -> None:
    """What each one reads stands beside it; chosen, it is a warning no more."""
    at = bring(TEXT.format(word).encode(encoding))
    page = markup(at)
    assert "Are these words right?" in page
    assert word.rsplit(maxsplit=1)[-1] in page
    box = next(box for box in at.selectbox if box.label == "The text is read as")
    assert str(box.value).startswith("keep ")
    box.set_value(shown).run()
    press(at, "records_apply_encoding")
    draft = at.session_state["records_draft"]
    assert draft.data.decode("utf-8-sig") == TEXT.format(word)
    assert draft.choices.encoding == encoding
    assert "Are these words right?" not in markup(at)
    assert "has no errors; it can be saved" in markup(at)


def test_a_file_that_says_its_encoding_is_not_asked_about() -> None:
    """UTF-8 is told by its bytes."""
    assert "Are these words right?" not in markup(bring(TEXT.format("Линия")))
