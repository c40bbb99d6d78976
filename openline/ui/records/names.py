"""Names of channels that look alike: whether they are one is chosen once for all rows."""

from functools import partial
from typing import Final

import streamlit as st

from openline.intake.alike_names import AlikeName, alike_names, near_names, turned_name
from openline.intake.choices import Choices
from openline.intake.column_texts import Texts
from openline.record.columns import CHANNEL
from openline.record.hidden import visible
from openline.sentences.runs import count
from openline.ui.data.remembered import remembered
from openline.ui.records.choice import Choice, draw_choices, is_left, question
from openline.ui.records.draft import Draft
from openline.ui.records.surveyed import surveyed

_MOST_NAMES: Final = 1_000
_ALL_KEY: Final = "records_names_all"
_HOW: Final = "Each counts as a separate channel until you say that it is another spelling."


def draw_names(draft: Draft) -> None:
    """Draw the choice of which names are another spelling of one that the file has too: of
    those that look alike, and of any two on demand."""
    given = draft.text, draft.choices, draft.edits
    texts = surveyed(draft).channels
    names = remembered("alike_names", given, lambda: _alike(draft, texts))
    asked = [_asked(draft, place, name) for place, name in enumerate(names)]
    draw_pair = partial(_draw_pair, draft, texts)
    if names and not is_left(draft, "names"):
        with question("Names that look alike", _HOW):
            draw_choices(draft, "names", asked, draw_pair, noun="further name")
    elif len(texts) > 1 and st.toggle("Two names are one channel", key=_ALL_KEY):
        draw_choices(draft, "names", (), draw_pair)


def _draw_pair(draft: Draft, texts: Texts, more: Choices) -> Choices:
    """Draw the choice of one more name that is another one's spelling; return it with what is
    chosen beside it. What became that name, now or before, follows it."""
    before, chosen = (item.words.get(CHANNEL, {}) for item in (draft.choices, more))
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
        return more
    follow = {name: other for name, own in {**before, **chosen}.items() if own == one}
    return more.joined(Choices(words={CHANNEL: {**follow, one: other}}))


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


def _asked(draft: Draft, place: int, name: AlikeName) -> Choice[Choices]:
    about, label = f"in {count(name.rows, 'row')}", f"Name {place + 1} is read as"
    options = {own: Choices(words={CHANNEL: {name.name: own}}) for own in name.others}
    return Choice(name.name, about, options, f"name_{draft.turn}_{place}", label, name.most)
