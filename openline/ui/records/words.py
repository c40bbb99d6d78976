"""Words of a file's own: what each means is chosen once for all rows that have it."""

from typing import Final

from openline.intake.choices import Choices
from openline.intake.words import UnknownWord, unknown_words
from openline.record.vocabulary import VOCABULARIES
from openline.sentences.runs import count
from openline.ui.records.choice import Choice, draw_apply, draw_asked, draw_rest, question
from openline.ui.records.draft import Draft
from openline.ui.records.misfits import misfits
from openline.ui.records.surveyed import surveyed

_LEAVE: Final = "leave it; fix it by hand"
_MOST_WORDS: Final = 40


def draw_words(draft: Draft) -> None:
    """Draw the choice of what each word means that is none of the format's."""
    texts = surveyed(draft).meant
    misfit = misfits(draft, texts)
    spoken = {name: column_texts for name, column_texts in texts.items() if name not in misfit}
    words = unknown_words(spoken, draft.choices.words)
    if not words:
        return
    how = "Next: choose what each word means. It is chosen once for all rows that have it."
    with question("Words to translate", how):
        asked = {
            f"word_{draft.turn}_{place}": word for place, word in enumerate(words[:_MOST_WORDS])
        }
        answers = draw_asked([_asked(key, word) for key, word in asked.items()], "words")
        draw_rest(len(words) - _MOST_WORDS, "further word", "can be chosen after these")
        meant: dict[str, dict[str, str]] = {}
        for key, own in answers.chosen.items():
            meant.setdefault(asked[key].column, {})[asked[key].word] = own
        more = Choices(words=meant)
        draw_apply(draft, lambda known: known.joined(more), "words", not meant, answers)


def _asked(key: str, word: UnknownWord) -> Choice:
    return Choice(
        word.word,
        f"{word.column}, in {count(word.count, 'row')}",
        VOCABULARIES[word.column],
        key,
        f"Word {int(key.rpartition('_')[2]) + 1} is read as",
        word.suggestion,
        _LEAVE,
    )
