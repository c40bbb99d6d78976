"""The picture of the rooms, drawn from the imports: `python -m tests.architecture`."""

import ast
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from graphlib import TopologicalSorter
from html import escape
from textwrap import wrap
from typing import Final

from tests.imports import MODULES, ROOT, imported, room_of

__all__ = ["PICTURE", "rooms_picture"]

PICTURE: Final = ROOT / "docs" / "pictures" / "architecture.svg"
_BOX: Final = (190, 74)
_GAP: Final = (24, 58)
_EDGE: Final = 20
_LETTERS: Final = 28
_STYLE: Final = (
    "text { font: 13px/1 'Source Sans', 'Helvetica Neue', Arial, sans-serif; fill: #1d1d1b; }"
    " .name { font-weight: 700; font-size: 15px; } rect { fill: #fff; stroke: #6b6b66; }"
    " path { fill: none; stroke: #9a9a94; marker-end: url(#to); } .ground { fill: #faf9f6;"
    " stroke: none; }"
)

_HEAD_OF_ARROWS: Final = (
    '<defs><marker id="to" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8"'
    ' markerHeight="8" orient="auto"><path d="M0 0 8 4 0 8z"'
    ' style="fill:#9a9a94;stroke:none;marker-end:none"/></marker></defs>'
)

_Graph = Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class _Box:
    """A room in the picture: its name, its purpose and its position."""

    name: str
    meaning: str
    x: int
    y: int


def main() -> None:
    """Write the picture."""
    PICTURE.write_text(rooms_picture(), encoding="utf-8")


def rooms_picture() -> str:
    """Return the rooms as an SVG, each above those that it imports from; arrows that follow from
    others are left out."""
    graph = _graph()
    rows = _rows(graph)
    boxes = _boxes(rows, graph)
    width = max(box.x for box in boxes.values()) + _BOX[0] + _EDGE
    height = max(box.y for box in boxes.values()) + _BOX[1] + _EDGE
    arrows = [
        _arrow(boxes[upper], boxes[lower])
        for upper in boxes
        for lower in sorted(_nearest(graph, upper))
    ]
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img"'
        ' aria-label="The rooms of the code and what each imports">'
    )
    parts = [
        head,
        f"<style>{_STYLE}</style>",
        _HEAD_OF_ARROWS,
        f'<rect class="ground" width="{width}" height="{height}"/>',
        *arrows,
        *map(_drawn, boxes.values()),
        "</svg>\n",
    ]
    return "\n".join(parts)


def _graph() -> _Graph:
    """Return each room with the rooms that it imports from."""
    found: dict[str, set[str]] = {}
    for name, path in MODULES.items():
        room = room_of(name)
        if room and room != "__main__":
            others = {room_of(other) for other in imported(path) if other in MODULES}
            found.setdefault(room, set()).update(others - {room, ""})
    return {room: frozenset(others) for room, others in found.items()}


def _rows(graph: _Graph) -> list[list[str]]:
    """Return the rooms in rows, from the top; each is as low as its imports allow."""
    height: dict[str, int] = {}
    for room in TopologicalSorter(graph).static_order():
        height[room] = 1 + max((height[other] for other in graph[room]), default=-1)
    most = max(height.values())
    return [sorted(room for room in graph if height[room] == most - i) for i in range(most + 1)]


def _boxes(rows: Sequence[Sequence[str]], graph: _Graph) -> dict[str, _Box]:
    widest = max(map(len, rows))
    step = _BOX[0] + _GAP[0]
    found: dict[str, _Box] = {}
    for i, row in enumerate(rows):
        left = _EDGE + (widest - len(row)) * step // 2
        for j, room in enumerate(sorted(row, key=lambda room: (_above(room, found, graph), room))):
            y = _EDGE + i * (_BOX[1] + _GAP[1])
            found[room] = _Box(room, _meaning(room), left + j * step, y)
    return found


def _above(room: str, found: Mapping[str, _Box], graph: _Graph) -> float:
    """Return the average position, from the left, of the rooms that import a room, which goes below
    them."""
    places = [box.x for name, box in found.items() if room in _nearest(graph, name)]
    return sum(places) / len(places) if places else 0.0


def _meaning(room: str) -> str:
    """Return the first paragraph of a room's docstring."""
    name = room if room in ("dashboard", "pages") else f"openline.{room}"
    path = MODULES.get(name)
    text = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) if path else None
    return " ".join((text or "A thin script for each page.").split("\n\n")[0].split())


def _nearest(graph: _Graph, room: str) -> set[str]:
    """Return the rooms that a room imports and that none of its other imports leads to."""
    beyond = {far for other in graph[room] for far in _reached(graph, other)}
    return set(graph[room]) - beyond


def _reached(graph: _Graph, room: str) -> set[str]:
    return set(graph[room]).union(*(_reached(graph, other) for other in graph[room]))


def _arrow(upper: _Box, lower: _Box) -> str:
    x1, y1 = upper.x + _BOX[0] // 2, upper.y + _BOX[1]
    x2, y2 = lower.x + _BOX[0] // 2, lower.y - 2
    bend = (y2 - y1) // 2
    return f'<path d="M{x1} {y1}C{x1} {y1 + bend} {x2} {y2 - bend} {x2} {y2}"/>'


def _drawn(box: _Box) -> str:
    lines = wrap(box.meaning, _LETTERS, max_lines=3, placeholder=" …")
    words = "".join(
        f'<text x="{box.x + 10}" y="{box.y + 38 + 14 * i}">{escape(line)}</text>'
        for i, line in enumerate(lines)
    )
    return (
        f'<rect x="{box.x}" y="{box.y}" width="{_BOX[0]}" height="{_BOX[1] + 6}" rx="3"/>'
        f'<text class="name" x="{box.x + 10}" y="{box.y + 20}">{box.name}</text>{words}'
    )


if __name__ == "__main__":
    main()
