"""Names of channels that look alike: whether they are one is chosen once for all rows."""

from typing import Final

from openline.intake.alike_names import AlikeName, alike_names
from openline.intake.choices import Choices
from openline.intake.column_texts import column_texts
from openline.intake.source import Source
from openline.record.columns import CHANNEL
from openline.sentences.runs import count
from openline.ui.records_choice import Asked, draw_apply, draw_asked, draw_more, is_left, question
from openline.ui.records_draft import Draft
from openline.ui.records_memory import remembered

__all__ = ["draw_names"]

_MOST: Final = 40


def draw_names(draft: Draft, source: Source) -> None:
    """Draw the choice of which names are another spelling of one that the file has too."""
    if is_left(draft, "names"):
        return
    given = draft.text, draft.choices, draft.edits
    names = remembered("alike_names", given, lambda: _alike(draft, source))
    if not names:
        return
    how = "Each counts as a channel of its own until you say that it is another spelling."
    with question("Names that look alike", how):
        asked = {f"name_{draft.turn}_{place}": name for place, name in enumerate(names[:_MOST])}
        answers = draw_asked([_asked(key, name) for key, name in asked.items()], "names")
        draw_more(len(names) - _MOST, "further name", "can be chosen after these")
        chosen = {asked[key].name: own for key, own in answers.chosen.items()}
        more = Choices(words={CHANNEL: chosen})
        draw_apply(draft, lambda known: known.joined(more), "names", not chosen, answers.propose)


def _alike(draft: Draft, source: Source) -> tuple[AlikeName, ...]:
    texts = column_texts(source, draft.choices, draft.edits, (CHANNEL,)).get(CHANNEL, {})
    return alike_names(texts, draft.choices.words.get(CHANNEL, {}))


def _asked(key: str, name: AlikeName) -> Asked:
    return Asked(
        name.name,
        f"in {count(name.rows, 'row')}",
        name.others,
        key,
        f"Name {int(key.rpartition('_')[2]) + 1} is read as",
        name.most,
    )
