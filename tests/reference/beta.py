"""Quantiles of a beta distribution, and of a product of beta distributions by its moments."""

from functools import cache
from math import exp, lgamma, log

__all__ = ["product_quantile", "quantile"]

TINY = 1e-300
PRECISE = 1e-13
HALVINGS = 40
Shape = tuple[float, float]


def product_quantile(shapes: list[Shape], share: float) -> float:
    """The quantile of the beta distribution with the first two moments of the product."""
    if not shapes:
        return 1.0
    if len(shapes) == 1:
        return quantile(*shapes[0], share)
    mean = square = 1.0
    for a, b in shapes:
        mean *= a / (a + b)
        square *= a * (a + 1) / ((a + b) * (a + b + 1))
    scale = (mean - square) / (square - mean * mean)
    return quantile(mean * scale, (1 - mean) * scale, share)


@cache
def quantile(a: float, b: float, share: float) -> float:
    """By halving: the value below which the share lies."""
    low, high = 0.0, 1.0
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        if _below(a, b, middle) < share:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _below(a: float, b: float, x: float) -> float:
    """The regularised incomplete beta function."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log(1 - x))
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(a, b, x) / a
    return 1 - front * _fraction(b, a, 1 - x) / b


def _fraction(a: float, b: float, x: float) -> float:
    """The continued fraction of the incomplete beta function, by Lentz's method."""
    c, d = 1.0, _inverse(1 - (a + b) * x / (a + 1))
    found = d
    for m in range(1, 1000):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for step in (even, odd):
            d = _inverse(1 + step * d)
            c = _away(1 + step / c)
            found *= d * c
        if abs(d * c - 1) < PRECISE:
            break
    return found


def _away(value: float) -> float:
    return value if abs(value) > TINY else TINY


def _inverse(value: float) -> float:
    return 1 / _away(value)
