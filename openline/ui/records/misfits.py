"""Columns of the format that hold something else: hardly any of their words fits."""

from collections import Counter
from collections.abc import Mapping
from typing import Final

from openline.intake.arranging import Arrangement
from openline.intake.choices import Choices
from openline.intake.column_content import fitting_share
from openline.intake.column_texts import Texts
from openline.record.columns import CAUSE, SUMMARY
from openline.record.delimited import normal_name
from openline.record.vocabulary import VOCABULARIES
from openline.sentences.runs import count
from openline.ui.records.choice import Choice, draw_apply, draw_asked, is_left, question, shown
from openline.ui.records.draft import Draft, came_of
from openline.ui.records.header import free_name
from openline.ui.records.surveyed import surveyed

_FEW: Final = 0.25
_SENTENCE: Final = 2
"""Texts of fewer words each are no summaries: grades, names, numbers."""
_OTHER: Final = "a column of another name"


def draw_misfits(draft: Draft) -> None:
    """Draw the choice of what a column of the format is that hardly has a word of it."""
    unfitting, source = misfits(draft, surveyed(draft).meant), came_of(draft)
    if not unfitting or source is None:
        return
    how = "A column has a name of the format but hardly any of its words. Next: say what it is."
    with question("A column that holds something else", how):
        columns = Arrangement.of(source, draft.choices)
        normal = [normal_name(name) for name in columns.names]
        free = [name for name in (SUMMARY, CAUSE) if name not in normal]
        asked = {f"misfit_{draft.turn}_{name}": name for name in unfitting}
        answers = draw_asked(
            [_asked(key, name, unfitting[name], free) for key, name in asked.items()], "misfits"
        )
        names = {}
        for key, answer in answers.chosen.items():
            place = normal.index(asked[key])
            other = free_name(asked[key], place + 1, normal)
            names[columns.labels[place]] = other if answer == _OTHER else answer
        more = Choices(names=names)
        draw_apply(draft, lambda known: known.joined(more), "misfits", not names, answers)


def misfits(draft: Draft, texts: Mapping[str, Texts]) -> dict[str, Texts]:
    """Return the columns with a closed vocabulary that hardly have a word of it, and what
    stands in them; none that were left as they are, or were chosen to be that."""
    if is_left(draft, "misfits"):
        return {}
    chosen = {*draft.choices.names.values()}
    return {
        name: texts[name]
        for name in VOCABULARIES
        if name not in chosen
        and len(texts.get(name, {})) > 1
        and fitting_share(name, _left(draft, name, texts[name])) < _FEW
    }


def _left(draft: Draft, name: str, texts: Texts) -> Texts:
    """Return the texts of a column, those whose meaning was chosen as the word they mean."""
    decided = {word.casefold(): own for word, own in draft.choices.words.get(name, {}).items()}
    left = Counter[str]()
    for text, rows in texts.items():
        left[decided.get(text.casefold(), text)] += rows
    return left


def _asked(key: str, name: str, texts: Texts, free: list[str]) -> Choice:
    about = f"{count(len(texts), 'distinct text')}, {shown(list(texts))}"
    words = sum(len(text.split()) for text in texts)
    proposal = free[0] if free and words >= _SENTENCE * len(texts) else _OTHER
    return Choice(name, about, (*free, _OTHER), key, f"{name} is read as", proposal)
