"""Columns that a file lacks: made from others, or with one value for all rows."""

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import partial, reduce
from typing import Final

import streamlit as st

from openline.intake.arranging import Arrangement
from openline.intake.choices import Choices, Join
from openline.intake.column_content import can_be
from openline.intake.column_texts import Texts
from openline.intake.date_parts import find_date_parts, find_pair
from openline.intake.joining import are_long_spans, joined_text
from openline.intake.source import Source
from openline.record.columns import (
    CHANNEL,
    COLUMNS,
    DATE,
    END,
    KNOWN_NAMES,
    PARTIES,
    START,
    STATE,
    STATE_WORDS,
)
from openline.record.delimited import normal_name
from openline.record.vocabulary import show_list
from openline.ui.data.remembered import remembered
from openline.ui.records.bar import Stage, Way, offer
from openline.ui.records.choice import (
    LEAVE,
    SHOW,
    Choice,
    choice_row,
    clipped,
    draw_apply,
    draw_asked,
    question,
)
from openline.ui.records.draft import Draft
from openline.ui.records.surveyed import surveyed

_MAKE: Final = "make it"
_OWN: Final = "the column “{}”"
_ONE: Final = "one value for all rows"
_JOINED: Final = "other columns, joined"
_PARTS: Final = "year, month and day"
_DATES: Final = (DATE, START, END)
_BETWEEN: Final = {PARTIES: "; ", CHANNEL: ", "}
_SHOWN: Final = 3


@dataclass(frozen=True)
class Proposal:
    """A column that others seem to make: its name, the columns that make it, and a few values."""

    name: str
    join: Join
    examples: tuple[str, ...]


def draw_made(draft: Draft, source: Source, chosen: Set[str]) -> None:
    """Draw the choice of how to make the columns that a file lacks; `chosen` are the columns of
    the format now chosen for its own."""
    columns = Arrangement.of(source, draft.choices)
    present = {*map(normal_name, columns.names), *chosen} - {""}
    given = draft.text, draft.choices, draft.edits
    possible = remembered("made", given, lambda: proposals(draft, source))
    missing = [item for item in possible if item.name not in present]
    wanted = wanted_columns(present, [item.name for item in missing])
    if not wanted and not missing:
        return
    how = (
        "A missing column can be one of the file's other columns, be made from several, or have "
        "one value for all rows. Next: say which."
    )
    with question("Missing columns", how):
        answers = draw_asked([_asked(draft, item) for item in missing], "made")
        more = reduce(Choices.joined, answers.chosen.values(), Choices())
        for name in wanted:
            find = partial(_fitting, draft, source, name)
            fits = remembered(f"fitting_{name}", given, find)
            free = [pair for pair in fits if pair[0] not in more.names]
            more = more.joined(_draw_wanted(draft, name, columns, free))
        disabled = more == Choices()
        draw_apply(draft, lambda before: before.joined(more), "made", disabled, answers)
    needed = [name for name in wanted if name != PARTIES]
    if disabled and needed:
        words = f"There is no column of {show_list(needed)}: choose what to use instead."
        offer(Way(Stage.CHOOSE, words, SHOW, place="records_choice_made", asks="the columns"))


def wanted_columns(present: set[str], proposed: Sequence[str]) -> list[str]:
    """Return the needed or usual columns that the file lacks, without those already `proposed`;
    none unless a needed one is missing."""
    dated = not present.isdisjoint({DATE, START})
    lacking = [CHANNEL, *([] if dated else [DATE]), STATE]
    needed = [name for name in lacking if name not in present]
    if not needed:
        return []
    more = [PARTIES] if PARTIES not in present else []
    if DATE in needed and {START, DATE} & {*proposed}:
        needed.remove(DATE)
    return [name for name in (*needed, *more) if name not in proposed]


def proposals(draft: Draft, source: Source) -> tuple[Proposal, ...]:
    """Return the columns that others in a file seem to make together: dates from their parts, and
    from two columns of sides the parties and a name of the channel."""
    columns = Arrangement.of(source, draft.choices)
    own = dict(zip(columns.labels[: columns.own], columns.names, strict=False))
    present = {normal_name(name) for name in columns.names}
    texts = surveyed(draft).first
    joins = (find_date_parts(own, texts) or _of_spans(own, texts)) | find_pair(own, texts)
    return tuple(
        Proposal(name, join, _examples(source, columns, join))
        for name, join in joins.items()
        if name not in present and not (name in _DATES[:2] and present & {DATE, START})
    )


def _of_spans(own: Mapping[str, str], texts: Mapping[str, Texts]) -> dict[str, Join]:
    """Return the begins and ends of a column that says from when to when something held."""
    for label, name in own.items():
        normal = normal_name(name)
        if normal and normal not in KNOWN_NAMES and are_long_spans(texts.get(normal, {})):
            return {START: Join((label,), half="begin"), END: Join((label,), half="end")}
    return {}


def _examples(source: Source, columns: Arrangement, join: Join) -> tuple[str, ...]:
    places = [columns.labels.index(label) for label in join.columns]
    examples: dict[str, None] = {}
    for row in source.rows:
        if row.line > source.header.line and len(row.cells) > max(places):
            text = joined_text(join, [row.cells[place] for place in places])
            examples |= {text: None} if text else {}
        if len(examples) == _SHOWN:
            break
    return tuple(examples)


def _asked(draft: Draft, item: Proposal) -> Choice[Choices]:
    of = ", ".join(item.join.columns)
    examples = ", ".join(f"“{clipped(text)}”" for text in item.examples)
    about = f"of {of}; such as {examples}"
    if item.join.unknown:
        about += f"; {', '.join(item.join.unknown)} is not known"
    options = {_MAKE: Choices(joins={item.name: item.join})}
    key = f"made_{draft.turn}_{item.name}"
    return Choice(item.name, about, options, key, f"{item.name} is made", _MAKE)


def _draw_wanted(
    draft: Draft,
    name: str,
    columns: Arrangement,
    free: Sequence[tuple[str, str]],
) -> Choices:
    """Draw the choice of what one column is, or is made from; return it. The column can be one of
    the `free` ones, given by label and name."""
    needed = any(column.name == name and column.needed for column in COLUMNS)
    about = "needed" if needed else "not needed"
    own = choosable_columns(free)
    ways = [LEAVE, *own, _ONE, _JOINED, *([_PARTS] if name in _DATES else [])]
    key = f"made_way_{draft.turn}_{name}"
    way = choice_row(name, about, ways, key, f"{name} is made of")
    if way in own:
        return Choices(names={own[way]: name})
    if way == _ONE:
        value = _draw_value(draft, name)
        return Choices(constants={name: value} if value else {})
    join = _draw_join(draft, name, columns, way) if way != LEAVE else None
    return Choices(joins={name: join} if join else {})


def choosable_columns(pairs: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Return the labels of columns by the words that offer them. Names that look the same, or do
    so once cut, are numbered."""
    many = Counter(clipped(name) for _, name in pairs)
    words = (_OWN.format(clipped(name)) for _, name in pairs)
    return {
        text if many[clipped(name)] == 1 else f"{text} ({number})": label
        for number, (text, (label, name)) in enumerate(zip(words, pairs, strict=True), start=1)
    }


def _fitting(draft: Draft, source: Source, name: str) -> list[tuple[str, str]]:
    """Return the columns of a file, by label and name, that are not the format's and whose content
    suits a given column."""
    columns, texts = Arrangement.of(source, draft.choices), surveyed(draft).first
    own = zip(columns.labels[: columns.own], columns.names, strict=False)
    others = [(label, normal_name(other), other) for label, other in own]
    return [
        (label, other)
        for label, normal, other in others
        if normal and normal not in KNOWN_NAMES and can_be(name, texts.get(normal, {}))
    ]


def _draw_join(draft: Draft, name: str, columns: Arrangement, way: str) -> Join | None:
    labels = st.multiselect(
        f"Columns that make {name}, in their order",
        list(columns.labels[: columns.own]),
        key=f"records_made_of_{draft.turn}_{name}",
    )
    if not labels or way == _PARTS:
        return Join(tuple(labels)) if labels else None
    between = st.text_input(
        "What comes between them",
        _BETWEEN.get(name, " "),
        key=f"records_made_between_{draft.turn}_{name}",
    )
    return Join(tuple(labels), between or "")


def _draw_value(draft: Draft, name: str) -> str:
    label, key = f"The value of {name} in all rows", f"records_made_value_{draft.turn}_{name}"
    if name == STATE:
        return st.selectbox(label, STATE_WORDS, index=None, key=key) or ""
    return (st.text_input(label, key=key) or "").strip()
