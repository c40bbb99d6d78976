"""The text of a CSV file -> its rows of cells, with the line on which each begins."""

from dataclasses import dataclass, field

__all__ = ["Sheet", "split"]

DELIMITERS = (",", ";", "\t")
NAMED_DELIMITERS = (*DELIMITERS, "|")
QUOTE = '"'


@dataclass
class Sheet:
    """Rows that are not empty, each with its line; and the errors of the text itself."""

    rows: list[tuple[int, list[str]]] = field(default_factory=list)
    errors: list[tuple[str, int]] = field(default_factory=list)


def split(text: str) -> Sheet:
    """Cells trimmed, empty rows left out; the first row is the header."""
    sheet = Sheet()
    text = "\n".join(_lines(text.removeprefix("\ufeff")))
    if not text.strip():
        sheet.errors.append(("file-empty", 1))
        return sheet
    for number, line in enumerate(_lines(text), 1):
        if "\0" in line:
            sheet.errors.append(("nul-byte", number))
            return sheet
    delimiter, skipped = _delimiter(text)
    if delimiter not in NAMED_DELIMITERS:
        sheet.errors.append(("delimiter", 1))
        return sheet
    for begun, cells in _rows(text, delimiter, sheet):
        trimmed = [cell.strip() for cell in cells]
        if begun > skipped and any(trimmed):
            sheet.rows.append((begun, trimmed))
    return sheet


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _delimiter(text: str) -> tuple[str, int]:
    """The delimiter, and the number of lines before the header that only name it."""
    lines = _lines(text)
    if lines[0].lower().startswith("sep="):
        return lines[0][4:], 1
    header = next(line for line in lines if line.strip())
    # Silent in the contract: the delimiter is the one that stands most often in the header
    # outside quotes, the comma where none stands there.
    outside = "".join(header.split(QUOTE)[::2])
    return max(DELIMITERS, key=outside.count), 0


def _rows(text: str, delimiter: str, sheet: Sheet) -> list[tuple[int, list[str]]]:
    """Letter by letter, as RFC 4180 has it."""
    rows: list[tuple[int, list[str]]] = []
    line = begun = 1
    cells: list[str] = []
    cell, quoted, was_quoted = "", False, False
    quote_line = 1
    i = 0
    while i < len(text):
        letter = text[i]
        if quoted:
            if letter == QUOTE and text[i + 1 : i + 2] == QUOTE:
                cell += QUOTE
                i += 1
            elif letter == QUOTE:
                quoted = False
            else:
                cell += letter
                line += letter == "\n"
        elif letter == QUOTE and not cell.strip() and not was_quoted:
            # Silent: blanks before an opening quote are outer blanks of the cell.
            cell, quoted, was_quoted, quote_line = "", True, True, line
        elif letter == delimiter:
            cells.append(cell)
            cell, was_quoted = "", False
        elif letter == "\n":
            rows.append((begun, [*cells, cell]))
            cells, cell, was_quoted = [], "", False
            line += 1
            begun = line
        else:
            cell += letter
        i += 1
    if quoted:
        sheet.errors.append(("quote-unterminated", quote_line))
    elif cells or cell:
        rows.append((begun, [*cells, cell]))
    return rows
