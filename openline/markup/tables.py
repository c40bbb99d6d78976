"""Tables."""

from collections.abc import Container, Iterable

from openline.markup.text import Child, Markup, joined, tag


def table_of(heads: Child, rows: Child, style_class: str = "") -> Markup:
    """Return a table of heads and rows."""
    parts = (tag("thead", tag("tr", heads)), tag("tbody", rows))
    return tag("table", parts, f"ol-table {style_class}".rstrip())


def heads_of(names: Iterable[str], figures: Container[str] = ()) -> Markup:
    """Return the heads of columns; those in `figures` are above numbers."""
    return joined(tag("th", name, "ol-figure" if name in figures else "") for name in names)


def cells_of(*cells: Child) -> Markup:
    """Return the cells of a row."""
    return joined(tag("td", cell) for cell in cells)
