"""Names of channels that look alike: whether they are one is chosen once for all rows."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from openline.intake.alike_names import AlikeName, alike_names, near_names, turned_name
from openline.intake.choices import Choices
from openline.intake.column_texts import Texts
from openline.record.columns import CHANNEL
from openline.record.hidden import visible
from openline.sentences.runs import count
from openline.ui.data.remembered import remembered
from openline.ui.records.choice import Choice, draw_apply, draw_asked, draw_rest, is_left, question
from openline.ui.records.draft import Draft
from openline.ui.records.surveyed import surveyed

_MOST: Final = 40
_MOST_NAMES: Final = 1_000
_ALL_KEY: Final = "records_names_all"
_HOW: Final = "Each counts as a separate channel until you say that it is another spelling."


def draw_names(draft: Draft) -> None:
    """Draw the choice of which names are another spelling of one that the file has too: of
    those that look alike, and of any two on demand."""
    given = draft.text, draft.choices, draft.edits
    texts = surveyed(draft).channels
    names = remembered("alike_names", given, lambda: _alike(draft, texts))
    if names and not is_left(draft, "names"):
        with question("Names that look alike", _HOW):
            _draw_choices(draft, names, texts)
    elif len(texts) > 1 and st.toggle("Two names are one channel", key=_ALL_KEY):
        _draw_choices(draft, (), texts)


def _draw_choices(draft: Draft, names: Sequence[AlikeName], texts: Texts) -> None:
    asked = {f"name_{draft.turn}_{place}": name for place, name in enumerate(names[:_MOST])}
    answers = draw_asked([_asked(key, name) for key, name in asked.items()], "names")
    draw_rest(len(names) - _MOST, "further name", "can be chosen after these")
    chosen = {asked[key].name: own for key, own in answers.chosen.items()}
    more = Choices(words={CHANNEL: _draw_pair(draft, chosen, texts)})
    disabled = not more.words[CHANNEL]
    draw_apply(draft, lambda known: known.joined(more), "names", disabled, answers)


def _draw_pair(draft: Draft, chosen: dict[str, str], texts: Texts) -> dict[str, str]:
    """Draw the choice of one more name that is another one's spelling; return it with what is
    `chosen` beside it. What became that name, now or before, follows it."""
    before = draft.choices.words.get(CHANNEL, {})
    meanings = {name.casefold(): own for name, own in before.items()}
    names = sorted({meanings.get(text.casefold(), text) for text in texts})[:_MOST_NAMES]
    with st.container(key="records_names_pair", horizontal=True):
        one, other = (
            st.selectbox(
                label,
                names,
                index=None,
                format_func=visible,
                key=f"records_pair_{draft.turn}_{label}",
                placeholder="Choose a name",
            )
            for label in ("This name as well", "is another spelling of")
        )
    if not one or not other or one == other:
        return chosen
    follow = {name: other for name, own in {**before, **chosen}.items() if own == one}
    return {**chosen, **follow, one: other}


def _alike(draft: Draft, texts: Texts) -> tuple[AlikeName, ...]:
    meanings = draft.choices.words.get(CHANNEL, {})
    found: dict[str, AlikeName] = {}
    for item in (
        *alike_names(texts, meanings),
        *near_names(texts, meanings),
        *alike_names(texts, meanings, turned_name),
    ):
        found.setdefault(item.name, item)
    return tuple(found.values())


def _asked(key: str, name: AlikeName) -> Choice:
    return Choice(
        name.name,
        f"in {count(name.rows, 'row')}",
        name.others,
        key,
        f"Name {int(key.rpartition('_')[2]) + 1} is read as",
        name.most,
    )
