"""Which column is which: names in a header are changed by choosing; the best guess is proposed."""

from collections.abc import Mapping, Sequence, Set
from typing import Final

import streamlit as st

from openline.intake.arranging import Arrangement, free_name
from openline.intake.choices import NO_CHOICES, Choices
from openline.intake.column_content import can_be, column_by_content, holds_several
from openline.intake.column_texts import Texts
from openline.intake.joining import are_long_spans
from openline.intake.source import Source
from openline.markup.text import tag
from openline.record.columns import (
    ACTOR,
    CHANNEL,
    DATE,
    END,
    FORMAT_NAMES,
    HELD_BACK,
    PARTIES,
    SOURCE_URL,
    START,
    STATE,
)
from openline.record.delimited import normal_name
from openline.record.header_names import Guesses, guess_columns, is_of_another_day
from openline.ui.data.remembered import remembered
from openline.ui.markup.headings import section
from openline.ui.markup.text import draw
from openline.ui.records.check import Checked
from openline.ui.records.choice import Choice, clipped, draw_apply, draw_asked, draw_rest, shown
from openline.ui.records.draft import Draft
from openline.ui.records.surveyed import surveyed

KEEP: Final = "keep it as another column"
"""The choice for a column that is not one of the format's."""
LEAVE_NAMELESS: Final = "leave it without a name"
"""The choice for a column that has no name in the header."""
_STAYS: Final = "{} (as it is)"
_OTHER: Final = "another column"
_NAMES: Final = (*FORMAT_NAMES, START, END)
_MOST_COLUMNS: Final = 40
_BY_CONTENT: Final = {PARTIES: (), DATE: (START,), STATE: (), SOURCE_URL: ()}
"""The columns guessed from content if the file lacks both them and what can replace them."""
_AS_SURE: Final = 0.6
_ALL_KEY: Final = "records_columns_all"


def draw_columns(draft: Draft, checked: Checked, source: Source) -> frozenset[str]:
    """Draw the choice of what each column is: for those with other names if that is needed, and
    for all of them on demand. Return the columns of the format that are chosen."""
    names = column_names(source, draft.choices)
    header = tuple(names.values())
    given = draft.text, draft.choices, draft.edits
    made = {*draft.choices.joins, *draft.choices.constants}
    survey = surveyed(draft)
    guesses = remembered("guesses", given, lambda: likely_columns(header, survey.first, made))
    # A column that was renamed by choice is not asked about again.
    chosen = {*draft.choices.names.values()}
    guesses = {column: guess for column, guess in guesses.items() if guess[0] not in chosen}
    columns = columns_of(survey.samples, names)
    foreign = {label for label in columns if normal_name(names[label]) not in _NAMES}
    is_unnamed = any(not names[label] for label in columns)
    needed = draft.is_guessed or (bool(foreign) and (bool(guesses) or is_unnamed))
    if needed:
        title = "Columns without a header" if draft.is_guessed else "Columns that have other names"
        draw(section(title, _how(checked, draft, is_unnamed)))
    if not columns:
        return frozenset()
    if draft.is_guessed or foreign == columns.keys():
        return _draw_choices(draft, names, guesses, columns)
    words = "Change the other columns too" if needed else "Change which column is which"
    every = st.toggle(words, key=_ALL_KEY, persist_state="session")
    if needed or every:
        asked = {label: columns[label] for label in columns if every or label in foreign}
        return _draw_choices(draft, names, guesses, asked)
    return frozenset()


def likely_columns(
    header: Sequence[str], texts: Mapping[str, Texts], made: Set[str] = frozenset()
) -> Guesses:
    """Return guesses for columns: by their names, if their content fits; and by content, if no
    column has the name, for parties, a date, a state and an address. The columns `made` of others
    are not guessed."""
    likely = {
        column: guess
        for column, guess in guess_columns(header).items()
        if column not in made and can_be(column, texts.get(normal_name(guess[0]), {}))
    }
    if DATE in likely and are_long_spans(texts.get(normal_name(likely[DATE][0]), {})):
        del likely[DATE]  # intervals, not days
    normal = {normal_name(name): name for name in header if name.strip()}
    who = normal_name(likely[ACTOR][0]) if ACTOR in likely else ""
    if who and _names_sides(who, texts.get(who, {})):
        guess = likely.pop(ACTOR)  # two sides are never one actor
        if PARTIES not in {*likely, *normal, *made}:
            likely[PARTIES] = guess
    for column, others in _BY_CONTENT.items():
        if {column, *others} & {*likely, *normal, *made}:
            continue
        taken = {normal_name(name) for name, _ in likely.values()} | {*_NAMES} | HELD_BACK
        taken |= {*filter(is_of_another_day, normal)} if column == DATE else set()
        free = {name: texts.get(name, {}) for name in normal if name not in taken}
        if column == DATE:
            free = {name: held for name, held in free.items() if not are_long_spans(held)}
        if (name := column_by_content(column, free)) is not None:
            likely[column] = (normal[name], _AS_SURE)
    return likely


def _names_sides(name: str, texts: Texts) -> bool:
    """Tell whether a column whose name suggests an actor holds the sides of a channel."""
    return holds_several(texts) or bool(column_by_content(PARTIES, {name: texts}))


def column_names(source: Source, choices: Choices = NO_CHOICES) -> dict[str, str]:
    """Return the present names of a file's columns by label, in order; "" for one without a
    name."""
    columns = Arrangement.of(source, choices)
    own = zip(columns.labels[: columns.own], columns.names, strict=False)
    return {label: name.strip() for label, name in own}


def columns_of(
    samples_of: Sequence[Sequence[str]], names: Mapping[str, str]
) -> dict[str, tuple[str, ...]]:
    """Return the columns of a file by label, each with its first values; for a repeated name, the
    first. A column without a name is included if it has content."""
    seen: set[str] = set()
    columns = {}
    for (label, name), texts in zip(names.items(), samples_of, strict=True):
        samples = tuple(dict.fromkeys(map(clipped, texts)))
        if name not in seen and (name or samples):
            columns[label] = samples
        seen |= {name} - {""}
    return columns


def column_options(name: str, header: Sequence[str]) -> list[str]:
    """Return what a column could be: first what it is now. Names that the file already has come
    last."""
    normal = normal_name(name)
    taken = {normal_name(cell) for cell in header}
    first = [KEEP] if name else [LEAVE_NAMELESS, _OTHER]
    if normal in _NAMES:
        first = [_STAYS.format(normal), _OTHER]
    rest = [column for column in _NAMES if column != normal]
    return [*first, *sorted(rest, key=lambda column: column in taken)]


def renamed(names: Mapping[str, str], meant: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """Return the columns to be renamed, by label, and the names that would then occur twice.
    `names` are the present ones, and `meant` options of `column_options`, both by label."""
    normal = [normal_name(name) for name in names.values()]
    names_now = {}
    for place, (label, name) in enumerate(names.items(), start=1):
        option = meant.get(label, KEEP)
        if option not in (KEEP, LEAVE_NAMELESS, _STAYS.format(normal_name(name))):
            is_other = option == _OTHER
            names_now[label] = free_name(name or "column", place, normal) if is_other else option
    kinds = [normal_name(names_now.get(label, name)) for label, name in names.items()]
    kinds = [kind for kind in kinds if kind in _NAMES]
    return names_now, sorted({kind for kind in kinds if kinds.count(kind) > 1})


def _draw_choices(
    draft: Draft,
    names: Mapping[str, str],
    guesses: Guesses,
    asked: Mapping[str, Sequence[str]],
) -> frozenset[str]:
    guessed = {own: column for column, (own, _) in guesses.items()}
    places = {label: place for place, label in enumerate(names)}
    order = sorted(asked, key=lambda label: names[label] not in guessed and not draft.is_guessed)
    is_whole = {CHANNEL, STATE} <= {*map(normal_name, names.values())}
    questions = {}
    for label in order[:_MOST_COLUMNS]:
        place, name = places[label], names[label]
        now, *options = column_options(name, tuple(names.values()))
        questions[label] = Choice(
            label if name else f"Column {place + 1}, without a name",
            shown(asked[label]),
            {option: option for option in options},
            f"column_{draft.turn}_{place}",
            f"Column {place + 1} is read as",
            guessed.get(name) if name or not is_whole else _OTHER,
            now,
        )
    answers = draw_asked([*questions.values()], "columns")
    meant = {
        label: answers.chosen[item.key]
        for label, item in questions.items()
        if item.key in answers.chosen
    }
    draw_rest(len(order) - _MOST_COLUMNS, "further column", "is kept as it is")
    choices, twice = renamed(names, meant)
    if twice:
        words = f"Two columns cannot both be {' or '.join(twice)}; choose one of them."
        draw(tag("p", words, "ol-note ol-warning"))
    chosen = Choices(names=choices)
    disabled = bool(twice) or not choices
    draw_apply(draft, lambda before: before.joined(chosen), "columns", disabled, answers)
    return frozenset(choices.values())


def _how(checked: Checked, draft: Draft, lacks_name: bool) -> str:
    if draft.is_guessed:
        return (
            "The rows have no header, so names were guessed from what the cells look like. "
            "Change those that are wrong."
        )
    if checked.lacks_columns:
        return "Next: say which column is which. Nothing is read differently until you do."
    if lacks_name:
        return "A column has content and no name: say what it is."
    return "The file can be read as it is; choose only if one of these is a column of the format."
