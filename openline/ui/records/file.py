"""The file itself, a page of its rows at a time, with the faulty cells marked."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import streamlit as st

from openline.intake.source import Source
from openline.intake.written_rows import Row
from openline.markup.tables import heads_of, table_of
from openline.markup.text import Markup, tag
from openline.record.columns import KNOWN_NAMES
from openline.record.delimited import normal_name
from openline.record.problems import ERROR, Problem, short
from openline.sentences.runs import count
from openline.ui.controls.paging import draw_kept_pages, kept_page
from openline.ui.data.remembered import remembered
from openline.ui.markup.text import draw
from openline.ui.records.check import Checked, source_of

PAGE_ROWS: Final = 15
"""How many rows of the file are shown at a time."""
_MOST_CELLS: Final = 30
_MOST_CHARACTERS: Final = 60
_FAULTY: Final = "Rows with problems"
_ALL: Final = "All rows"
_ROWS_KEY: Final = "records_file_rows"
_PAGE_KEY: Final = "records_file_page"

Faults = Mapping[int, Mapping[str, tuple[str, str]]]
"""By line, then by column ("" for the whole row): the severity, and what is wrong."""


def draw_file(checked: Checked) -> None:
    """Draw the file's rows, those with problems or all of them."""
    source = _source(checked)
    if source is None:
        return
    faults = remembered("faults", (checked.data,), lambda: faults_of(checked.problems))
    with st.container(key="records_file_controls", horizontal=True, vertical_alignment="center"):
        wanted, has_faulty = _ALL, any(line != source.header.line for line in faults)
        if has_faulty:
            wanted = st.segmented_control(
                "Rows of the file",
                [_FAULTY, _ALL],
                default=_FAULTY,
                required=True,
                key=_ROWS_KEY,
                on_change=lambda: st.session_state.update({_PAGE_KEY: 1}),
                label_visibility="collapsed",
            )
        only = has_faulty and wanted == _FAULTY
        lines = listed_lines(source, faults, only)
        pages = max(1, -(-len(lines) // PAGE_ROWS))
        page = kept_page(_PAGE_KEY, pages)
        draw(tag("span", _which(len(lines), page, only), "ol-how"))
    rows = source.rows.on(lines[(page - 1) * PAGE_ROWS : page * PAGE_ROWS])
    draw(file_html(source, rows, faults))
    draw_kept_pages(_PAGE_KEY, pages)


def has_rows(checked: Checked) -> bool:
    """Tell whether a file has rows to show."""
    return _source(checked) is not None


def _source(checked: Checked) -> Source | None:
    source = checked.source or source_of(checked.data)
    return source if source is not None and source.rows else None


def faults_of(problems: Iterable[Problem]) -> Faults:
    """Return where a file is faulty, with the worst problem of each cell."""
    faults: dict[int, dict[str, tuple[str, str]]] = {}
    for item in problems:
        if item.line is None:
            continue
        cells = faults.setdefault(item.line, {})
        column = item.column or ""
        if column not in cells or item.severity == ERROR != cells[column][0]:
            cells[column] = item.severity, item.message
    return faults


def listed_lines(source: Source, faults: Faults, only_faulty: bool) -> Sequence[int]:
    """Return the lines of rows below the header that have content, or only of those with
    problems."""
    if not only_faulty:
        return source.rows.lines_with_content(source.header.line)
    return [
        line
        for line in sorted(faults)
        if line != source.header.line and source.rows.place(line) is not None
    ]


def file_html(source: Source, rows: Sequence[Row], faults: Faults) -> Markup:
    """Return rows as a table with their line numbers, faulty cells marked."""
    width = max([len(source.header.cells), *(len(row.cells) for row in rows)], default=0)
    width = min(width, _MOST_CELLS)
    names = [*source.header.cells, *[""] * width][:width]
    faulty = faults.get(source.header.line, {})
    heads = [_cell("th", name, faulty.get(column_name(name))) for name in names]
    body = (_row(row, names, faults.get(row.line, {})) for row in rows)
    table = table_of((heads_of(["line"], ["line"]), heads), body, "ol-cells-of")
    more = len(source.header.cells) - _MOST_CELLS
    left = f"{count(more, 'further column')} not shown." if more > 0 else ""
    scrolled = tag("div", table, "ol-file", tabindex=0, role="region", aria_label="The file")
    return scrolled + (tag("p", left, "ol-how") if left else "")


def _row(row: Row, names: Sequence[str], faulty: Mapping[str, tuple[str, str]]) -> Markup:
    cells = [*row.cells, *[""] * len(names)][: len(names)]
    whole = faulty.get("")
    line = tag("td", f"{row.line:,}", f"ol-figure {_style(whole)}".rstrip(), title=_title(whole))
    others = (
        _cell("td", cell, faulty.get(column_name(name)) if name or cell.strip() else None)
        for cell, name in zip(cells, names, strict=True)
    )
    return tag("tr", (line, others))


def _cell(name: str, text: str, fault: tuple[str, str] | None) -> Markup:
    inner = short(text.strip(), _MOST_CHARACTERS) or (
        "\u00a0" if fault is None else tag("i", "empty")
    )
    return tag(name, inner, _style(fault), title=_title(fault))


def _style(fault: tuple[str, str] | None) -> str:
    return "" if fault is None else f"ol-fault ol-fault-{fault[0]}"


def _title(fault: tuple[str, str] | None) -> str | None:
    return None if fault is None else fault[1]


def column_name(name: str) -> str:
    """Return a column's name as problems give it: in the format's form, or as written."""
    normal = normal_name(name)
    return normal if normal in KNOWN_NAMES else name.strip()


def _which(rows: int, page: int, only_faulty: bool) -> str:
    if not rows:
        return "No such row."
    first, last = (page - 1) * PAGE_ROWS + 1, min(page * PAGE_ROWS, rows)
    kind = "row with problems" if only_faulty else "row"
    many = "rows with problems" if only_faulty else "rows"
    if rows <= PAGE_ROWS:
        return count(rows, kind, many)
    return f"{first:,}–{last:,} of {count(rows, kind, many)}"
