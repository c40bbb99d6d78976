"""Names of channels that look alike, and names of parties: choices for all rows of which names
mean the same."""

from collections import Counter
from collections.abc import Sequence
from functools import partial
from typing import Final

import streamlit as st

from openline.intake.alike_names import AlikeName, alike_names, near_names, turned_name
from openline.intake.choices import Choices
from openline.intake.column_texts import Texts
from openline.intake.sides import SideMark, Sides, find_aliases, find_marks, mark_words, side_key
from openline.record.columns import ACTOR, CHANNEL, PARTIES
from openline.record.hidden import visible
from openline.sentences.runs import count
from openline.ui.data.remembered import remembered
from openline.ui.records.choice import (
    Choice,
    clipped,
    draw_choices,
    draw_question,
    is_left,
    question,
)
from openline.ui.records.draft import Draft
from openline.ui.records.surveyed import surveyed

_MOST_NAMES: Final = 1_000
_ALL_KEY: Final = "records_names_all"
_HOW: Final = "Each counts as a separate channel until you say that it is another spelling."
_SPLIT: Final = "split there"
_MOST_ALIASES: Final = 40
_MOST_WHOLE: Final = 300


def draw_names(draft: Draft) -> None:
    """Draw the choice of which names are other spellings of a name in the file: for those that
    look alike, and for any two on demand."""
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
    """Draw the choice of one more name that is a spelling of another; return it together with the
    other choices. Names that became the first one, now or earlier, become the second one too."""
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


def draw_sides(draft: Draft) -> None:
    """Draw the choice of how the sides in a cell are separated, and of what parties are called."""
    texts = surveyed(draft).meant
    parties, actors = texts.get(PARTIES, {}), texts.get(ACTOR, {})
    given = draft.text, draft.choices, draft.edits
    settled = Sides(draft.choices.split, draft.choices.whole)
    marks = remembered("side_marks", given, lambda: find_marks(parties, settled))
    names = remembered("aliases", given, lambda: _aliases(draft.choices, marks, parties, actors))
    how = "Next: say where a cell names two sides, and which names mean the same party."
    asked = [
        *(_of_mark(f"side_{draft.turn}_{place}", mark) for place, mark in enumerate(marks)),
        *(
            _of_name(f"alias_{draft.turn}_{place}", alias, *names[alias])
            for place, alias in enumerate([*names][:_MOST_ALIASES])
        ),
    ]
    draw_more = partial(_draw_own, draft, parties)
    draw_question(draft, "sides", ("Names of parties", how), asked, draw_more)


def aliases_written(text: str) -> dict[str, str]:
    """Return other names of parties as entered, one per line: `DPRK = North Korea`."""
    pairs = (line.partition("=") for line in text.splitlines())
    return {
        " ".join(alias.split()): " ".join(name.split())
        for alias, mark, name in pairs
        if mark and alias.strip() and name.strip()
    }


def _aliases(
    choices: Choices, marks: Sequence[SideMark], parties: Texts, actors: Texts
) -> dict[str, tuple[str, int]]:
    """Return other names of parties in a file: the usual name of each, and how many rows have it.
    Sides that the marks would separate are counted too."""
    apart = Sides((*choices.split, *(mark.mark for mark in marks)), choices.whole)
    rows: Counter[str] = Counter()
    for text, count_ in parties.items():
        rows.update(dict.fromkeys(apart.split(text), count_))
    rows.update(actors)
    keys = {side_key(alias) for alias in choices.aliases}
    return {
        alias: (name, rows[alias])
        for alias, name in find_aliases(rows).items()
        if side_key(alias) not in keys
    }


def _of_mark(key: str, mark: SideMark) -> Choice[Choices]:
    examples = ", ".join(f"{clipped(text)} → {'; '.join(sides)}" for text, sides in mark.examples)
    name, about = f"Two sides at {mark_words(mark.mark)}", f"{count(mark.rows, 'row')}; {examples}"
    return Choice(name, about, {_SPLIT: Choices(split=(mark.mark,))}, key, name, _SPLIT)


def _of_name(key: str, alias: str, name: str, rows: int) -> Choice[Choices]:
    about, options = f"in {count(rows, 'row')}", {name: Choices(aliases={alias: name})}
    return Choice(alias, about, options, key, f"{alias} is called", name)


def _draw_own(draft: Draft, parties: Texts, more: Choices) -> Choices:
    """Draw the choice of names that stay whole, if some are split, and a field for other names
    that this list lacks; return them together with the choices above."""
    whole = _draw_whole(draft, more.split, parties) if more.split else ()
    written = st.text_area(
        "Other names, one per line: the name in the file = the party. Example: ROK = South Korea",
        key=f"records_aliases_{draft.turn}",
        height=80,
    )
    return more.joined(Choices(whole=whole, aliases=aliases_written(written or "")))


def _draw_whole(draft: Draft, split: tuple[str, ...], parties: Texts) -> tuple[str, ...]:
    """Draw the choice of names that stay whole, among those that would be split."""
    sides = Sides(split, draft.choices.whole)
    wholes = [text for text in parties if ";" not in text and len(sides.split(text)) > 1]
    whole = st.multiselect(
        "Names that stay whole",
        wholes[:_MOST_WHOLE],
        key=f"records_whole_{draft.turn}",
        placeholder="None: all of them are split",
    )
    return tuple(whole)
