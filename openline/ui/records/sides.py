"""Names of parties: sides that stand in one cell are told apart, and each goes by one name."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

import streamlit as st

from openline.intake.choices import Choices
from openline.intake.column_texts import Texts
from openline.intake.sides import SideMark, Sides, find_aliases, find_marks, mark_words, side_key
from openline.record.columns import ACTOR, PARTIES
from openline.sentences.runs import count
from openline.ui.data.remembered import remembered
from openline.ui.records.choice import Choice, clipped, draw_apply, draw_asked, is_left, question
from openline.ui.records.draft import Draft
from openline.ui.records.surveyed import surveyed

_SPLIT: Final = "split there"
_MOST_NAMES: Final = 40
_MOST_WHOLE: Final = 300


def draw_sides(draft: Draft) -> None:
    """Draw the choice of where sides are apart in one cell, and of what parties are called."""
    texts = surveyed(draft).meant
    parties, actors = texts.get(PARTIES, {}), texts.get(ACTOR, {})
    given = draft.text, draft.choices, draft.edits
    marks = remembered("side_marks", given, lambda: _marks(draft.choices, parties))
    names = remembered("aliases", given, lambda: _names(draft.choices, marks, parties, actors))
    if is_left(draft, "sides") or not (marks or names):
        return
    how = "Next: say where a cell names two sides, and which names mean the same party."
    with question("Names of parties", how):
        of_marks = {f"side_{draft.turn}_{place}": mark for place, mark in enumerate(marks)}
        of_names = {
            f"alias_{draft.turn}_{place}": alias
            for place, alias in enumerate([*names][:_MOST_NAMES])
        }
        asked = [
            *(_of_mark(key, mark) for key, mark in of_marks.items()),
            *(_of_name(key, alias, *names[alias]) for key, alias in of_names.items()),
        ]
        answers = draw_asked(asked, "sides")
        chosen = answers.chosen
        split = tuple(mark.mark for key, mark in of_marks.items() if key in chosen)
        whole = _draw_whole(draft, split, parties) if split else ()
        called = {alias: chosen[key] for key, alias in of_names.items() if key in chosen}
        more = Choices(split=split, whole=whole, aliases={**called, **_draw_own(draft)})
        disabled = not (split or more.aliases)
        draw_apply(draft, lambda known: known.joined(more), "sides", disabled, answers)


def aliases_written(text: str) -> dict[str, str]:
    """Return other names of parties as they are written, one a line: `DPRK = North Korea`."""
    pairs = (line.partition("=") for line in text.splitlines())
    return {
        " ".join(alias.split()): " ".join(name.split())
        for alias, mark, name in pairs
        if mark and alias.strip() and name.strip()
    }


def _marks(choices: Choices, parties: Texts) -> tuple[SideMark, ...]:
    """Return the marks that seem to part sides in cells which no chosen mark parts."""
    return find_marks(parties, Sides(choices.split, choices.whole))


def _names(
    choices: Choices, marks: Sequence[SideMark], parties: Texts, actors: Texts
) -> dict[str, tuple[str, int]]:
    """Return other names of parties that stand in a file: what each is called, and in how many
    rows it stands. Sides count that the marks would part."""
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


def _of_mark(key: str, mark: SideMark) -> Choice:
    examples = ", ".join(f"{clipped(text)} → {'; '.join(sides)}" for text, sides in mark.examples)
    name = f"Two sides at {mark_words(mark.mark)}"
    return Choice(name, f"{count(mark.rows, 'row')}; {examples}", (_SPLIT,), key, name, _SPLIT)


def _of_name(key: str, alias: str, name: str, rows: int) -> Choice:
    return Choice(alias, f"in {count(rows, 'row')}", (name,), key, f"{alias} is called", name)


def _draw_whole(draft: Draft, split: Sequence[str], parties: Texts) -> tuple[str, ...]:
    """Draw the choice of names that stay whole, among those that would be split."""
    sides = Sides(tuple(split), draft.choices.whole)
    wholes = [text for text in parties if ";" not in text and len(sides.split(text)) > 1]
    whole = st.multiselect(
        "Names that stay whole",
        wholes[:_MOST_WHOLE],
        key=f"records_whole_{draft.turn}",
        placeholder="None: all of them are split",
    )
    return tuple(whole)


def _draw_own(draft: Draft) -> dict[str, str]:
    """Draw the field for other names that the list here lacks."""
    written = st.text_area(
        "Other names, one per line: the name in the file = the party. Example: ROK = South Korea",
        key=f"records_aliases_{draft.turn}",
        height=80,
    )
    return aliases_written(written or "")
