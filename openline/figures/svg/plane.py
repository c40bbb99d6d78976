"""Positions: the plots of a figure, their axes, and days or shares as pixels."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

FigurePart = Mapping[str, Any]
"""A part of a figure in Plotly's own terms, as its JSON has it."""


@dataclass(frozen=True, slots=True)
class Scale:
    """A linear axis: the values at its two ends, and the pixels of these ends."""

    first: float
    last: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Return the position of a value, in pixels."""
        share = (float(value) - self.first) / (self.last - self.first)
        return self.start + share * (self.end - self.start)

    @property
    def unit(self) -> float:
        """The pixels of one unit; negative where values grow to the left or upward."""
        return (self.end - self.start) / (self.last - self.first)


@dataclass(frozen=True, slots=True)
class Plane:
    """The place of a figure's plots: its sides in pixels, and its axes by Plotly's names."""

    left: float
    right: float
    top: float
    bottom: float
    axes: Mapping[str, Scale]

    @classmethod
    def of(cls, layout: FigurePart, width: float) -> Self:
        """Return the plane of a layout, drawn at a width in pixels."""
        margin = layout["margin"]
        left, right = float(margin["l"]), float(width - margin["r"])
        top, bottom = float(margin["t"]), float(layout["height"] - margin["b"])
        axes = {}
        for name, axis in layout.items():
            if name.startswith("xaxis"):
                axes[f"x{name[5:]}"] = _scale(axis, left, right)
            if name.startswith("yaxis"):
                axes[f"y{name[5:]}"] = _scale(axis, bottom, top)
        return cls(left, right, top, bottom, axes)

    def scale(self, reference: str) -> Scale:
        """Return the scale that a reference names: `x2`, `y`, `paper`, `x3 domain`."""
        name, _, domain = reference.partition(" ")
        if name not in self.axes:
            raise ValueError(f"“{reference}” names no axis of this figure.")
        axis = self.axes[name]
        return Scale(0, 1, axis.start, axis.end) if domain else axis

    def across(self, reference: str) -> Scale:
        """Return the horizontal scale of a reference; `paper` runs from side to side."""
        return Scale(0, 1, self.left, self.right) if reference == "paper" else self.scale(reference)

    def down(self, reference: str) -> Scale:
        """Return the vertical scale of a reference; `paper` runs from the bottom upward."""
        return Scale(0, 1, self.bottom, self.top) if reference == "paper" else self.scale(reference)


def _scale(axis: FigurePart, start: float, end: float) -> Scale:
    low, high = axis.get("domain", (0, 1))
    first, last = (float(value) for value in axis["range"])
    length = end - start
    return Scale(first, last, start + low * length, start + high * length)
