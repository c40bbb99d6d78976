"""Questions about a file's rows, cells and words: what is left out, filled, or means another word.

Each answer gives the choices that it makes; names of channels and parties, columns and dates have
modules of their own.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from openline.intake.arranging import Arrangement, free_name
from openline.intake.choices import Choices, DateReading, LeftOut
from openline.intake.column_content import fitting_share, says_state, share_of
from openline.intake.column_texts import Texts
from openline.intake.interval_columns import Says, find_interval_columns
from openline.intake.survey import EndDays, Gaps, LeftOutRows
from openline.intake.words import UnknownWord, unknown_words
from openline.intake.written_rows import Row
from openline.record.columns import CAUSE, END, EVENT, STATE, SUMMARY
from openline.record.dates import show_date
from openline.record.delimited import normal_name
from openline.record.vocabulary import VOCABULARIES
from openline.sentences.runs import count
from openline.ui.records.choice import Choice, clipped, draw_question, is_left, shown
from openline.ui.records.draft import Draft, came_of
from openline.ui.records.surveyed import surveyed

_INTERVALS: Final[Mapping[Says, tuple[str, str]]] = {
    "until": ("the end of an interval", "{date} is where it starts"),
    "length": ("the length of an interval", "{date} is where it starts"),
    "spans": ("an interval, with its start and its end", "most are months or years long"),
}
"""The roles that a column can have in an interval, and what is said about each."""
KIND_WORDS: Final[Mapping[LeftOut, str]] = {
    "headers": "The header again",
    "totals": "Totals",
    "notes": "Notes",
    "sections": "Headings between rows",
}
"""Kinds of rows that are not observations, in words."""
_OUT: Final = "leave it out", "leave them out"
"""The choice for one row, and for several."""
_FILL: Final = "fill with the value above"
_LEAVE_WORD: Final = "leave it; fix it by hand"
_LAST: Final = "the last day of the interval"
_AFTER: Final = "leave it: the first day after"
_EMPTY: Final = "an empty cell"
_MISSING: Final = frozenset(
    ["null", "na", "n/a", "nan", "none", "nil", "#n/a", "-", "--", "–", "?", "."]
)
"""What programs and people write in a cell when nothing is known."""
_OTHER: Final = "a column of another name"
_FEW: Final = 0.25
_MOST_WORDS: Final = 6
_LONGEST: Final = 4
_MOST: Final = 0.6
_SENTENCE: Final = 2
"""Texts with fewer words than this each are not summaries: grades, names, numbers."""


def draw_left_out(draft: Draft) -> None:
    """Draw the choice to leave out rows that do not look like observations."""
    how = "Some rows do not look like observations. Next: say which to leave out."
    asked = [
        _kind(kind, rows, f"left_out_{draft.turn}_{kind}")
        for kind, rows in surveyed(draft).left_out.items()
        if kind not in draft.choices.left_out
    ]
    draw_question(draft, "left_out", ("Rows that are not observations", how), asked)


def _kind(kind: LeftOut, rows: LeftOutRows, key: str) -> Choice[Choices]:
    lines = ", ".join(f"line {row.line:,}: {_said(row)}" for row in rows.first)
    about = f"{count(rows.count, 'row')}; {lines}"
    out = _OUT[rows.count > 1]
    options = {out: Choices(left_out=(kind,))}
    return Choice(KIND_WORDS[kind], about, options, key, KIND_WORDS[kind], out)


def _said(row: Row) -> str:
    return clipped(" · ".join(cell.strip() for cell in row.cells if cell.strip()))


def draw_intervals(draft: Draft) -> None:
    """Draw the choice to read rows as intervals, where a column says until when, or how long."""
    source = came_of(draft)
    if source is None:
        return
    columns = Arrangement.of(source, draft.choices)
    labels = dict(zip(columns.labels[: columns.own], columns.names, strict=False))
    found = find_interval_columns(labels, surveyed(draft).first)
    if found is None or END in map(normal_name, columns.names):
        return
    how = (
        "A row seems to say until when its state held. Read as it is, the state holds until "
        "the channel's next row. Next: say whether each row is an interval."
    )
    (option, words), key = _INTERVALS[found.says], f"spans_{draft.turn}"
    texts = surveyed(draft).first.get(normal_name(labels[found.column]), {})
    about = f"{shown(list(texts))}; {words.format(date=clipped(found.date))}"
    proposal = None if found.says == "spans" else option
    label = f"{found.column} is read as"
    asked = Choice(found.column, about, {option: found.choices}, key, label, proposal)
    draw_question(draft, "spans", ("Until when a state held", how), [asked])


def draw_filled(draft: Draft) -> None:
    """Draw the choice to fill the empty cells of a column from above."""
    how = (
        "A column has empty cells below filled ones, as merged cells leave behind. "
        "Next: say whether the value above applies to them."
    )
    columns = enumerate(surveyed(draft).gaps)
    asked = [_gaps(gaps, f"filled_{draft.turn}_{place}") for place, gaps in columns]
    draw_question(draft, "filled", ("Empty cells below others", how), asked)


def _gaps(gaps: Gaps, key: str) -> Choice[Choices]:
    examples = ", ".join(f"line {line:,}: {clipped(text)}" for line, text in gaps.examples)
    about = f"{count(gaps.cells, 'empty cell')}; {examples}"
    options = {_FILL: Choices(filled=(gaps.label,))}
    return Choice(gaps.name, about, options, key, f"Empty cells of {gaps.name}", _FILL)


def draw_misfits(draft: Draft) -> None:
    """Draw the choice of what a column is that has a name of the format but hardly any of its
    words."""
    unfitting, source = misfits(draft, surveyed(draft).meant), came_of(draft)
    if not unfitting or source is None:
        return
    how = "A column has a name from the format but hardly any of its words. Next: say what it is."
    columns = Arrangement.of(source, draft.choices)
    asked = [
        _misfit(name, texts, columns, f"misfit_{draft.turn}_{name}")
        for name, texts in unfitting.items()
    ]
    draw_question(draft, "misfits", ("A column that holds something else", how), asked)


def misfits(draft: Draft, texts: Mapping[str, Texts]) -> dict[str, Texts]:
    """Return the columns with a closed vocabulary that hardly have a word of it, and their
    contents; without those that were left or that were chosen to be such a column."""
    if is_left(draft, "misfits"):
        return {}
    chosen = {*draft.choices.names.values()}
    return {
        name: texts[name]
        for name in VOCABULARIES
        if name not in chosen
        and len(_said_ones(texts.get(name, {}))) > 1
        and fitting_share(name, _as_chosen(draft, name, _said_ones(texts[name]))) < _FEW
        and not (name == STATE and _are_words(texts[name]))
    } | {name: texts[name] for name in (EVENT,) if name not in chosen and _are_states(texts)}


def _are_states(texts: Mapping[str, Texts]) -> bool:
    """Tell whether the column of events holds states, and the file has no column of states."""
    return STATE not in texts and share_of(texts.get(EVENT, {}), says_state) >= _MOST


def _said_ones(texts: Texts) -> Texts:
    """Return the texts that say something: programs write `NULL` or `NA` where nothing is known."""
    return {text: rows for text, rows in texts.items() if text.casefold() not in _MISSING}


def _are_words(texts: Texts) -> bool:
    """Tell whether texts are few and short enough to be somebody's own words for states."""
    return len(texts) <= _MOST_WORDS and all(len(text.split()) <= _LONGEST for text in texts)


def _as_chosen(draft: Draft, name: str, texts: Texts) -> Texts:
    """Return the texts of a column, with the chosen meaning in place of the word."""
    decided = {word.casefold(): own for word, own in draft.choices.words.get(name, {}).items()}
    left = Counter[str]()
    for text, rows in texts.items():
        left[decided.get(text.casefold(), text)] += rows
    return left


def _misfit(name: str, texts: Texts, columns: Arrangement, key: str) -> Choice[Choices]:
    normal = [normal_name(own) for own in columns.names]
    is_of_states = name == EVENT and _are_states({name: texts})
    wanted = (STATE, SUMMARY, CAUSE) if is_of_states else (SUMMARY, CAUSE)
    free = [own for own in wanted if own not in normal]
    place = normal.index(name)
    names = {own: own for own in free} | {_OTHER: free_name(name, place + 1, normal)}
    options = {own: Choices(names={columns.labels[place]: to}) for own, to in names.items()}
    about = f"{count(len(texts), 'distinct text')}, {shown(list(texts))}"
    words = sum(len(text.split()) for text in texts)
    is_first = STATE in free or words >= _SENTENCE * len(texts)
    proposal = free[0] if free and is_first else _OTHER
    return Choice(name, about, options, key, f"{name} is read as", proposal)


def draw_words(draft: Draft) -> None:
    """Draw the choice of what each word outside the vocabularies means."""
    texts = surveyed(draft).meant
    misfit = misfits(draft, texts)
    spoken = {name: column_texts for name, column_texts in texts.items() if name not in misfit}
    words = enumerate(unknown_words(spoken, draft.choices.words))
    how = "Next: choose what each word means. It is chosen once for all rows that have it."
    asked = [_word(word, place, f"word_{draft.turn}_{place}") for place, word in words]
    draw_question(draft, "words", ("Words to translate", how), asked, noun="further word")


def _word(word: UnknownWord, place: int, key: str) -> Choice[Choices]:
    about = f"{word.column}, in {count(word.count, 'row')}"
    options = {
        own: Choices(words={word.column: {word.word: own}}) for own in VOCABULARIES[word.column]
    }
    label = f"Word {place + 1} is read as"
    proposal = word.suggestion if word.suggestion in options else None
    if word.column != STATE:
        options[_EMPTY] = Choices(words={word.column: {word.word: ""}})
        proposal = _EMPTY if word.word.casefold() in _MISSING else proposal
    return Choice(word.word, about, options, key, label, proposal, _LEAVE_WORD)


def draw_ends(draft: Draft) -> None:
    """Draw the choice of what the end of an interval means, in a file that has any."""
    reading, ends = draft.choices.dates.get(END, DateReading()), surveyed(draft).ends
    how = "In this format an interval ends on the first day after it; many logs give its last day."
    if ends.examples and not reading.last_day:
        about = f"such as {', '.join(map(show_date, ends.examples))}{reasons(ends)}"
        options = {_LAST: Choices(dates={END: replace(reading, last_day=True)})}
        proposal = _LAST if ends.last > ends.after else None
        asked = Choice(END, about, options, f"ends_{draft.turn}", "The end is", proposal, _AFTER)
        draw_question(draft, "ends", ("What the end of an interval is", how), [asked])


def reasons(ends: EndDays) -> str:
    """Return what the rows support, as the end of a sentence."""
    said = []
    if ends.last:
        said.append(f"{count(ends.last, 'row')} can only give the last day")
    if ends.after:
        said.append(f"{count(ends.after, 'row')} the first day after")
    return f"; {', '.join(said)}" if said else ""
