"""How openness changed between two days, with its bounds."""

from collections.abc import Sequence


def openness_words(then: Sequence[float], now: Sequence[float]) -> str:
    """Say how openness changed: `Openness rose from 60 to 66 % (low 52 to 56, high 68 to 77).`

    Each is openness with its low and its high reading, as shares; "" where one has none.
    """
    if not then or not now or any(share != share for share in (*then, *now)):
        return ""
    middle, low, high = (round(100 * share) for share in then)
    middle_now, low_now, high_now = (round(100 * share) for share in now)
    bounds = f" (low {low} to {low_now}, high {high} to {high_now})"
    if (low, low_now) == (high, high_now):
        bounds = ""
    if middle == middle_now:
        return f"Openness is {middle} % on both days{bounds}."
    word = "rose" if middle_now > middle else "fell"
    return f"Openness {word} from {middle} to {middle_now} %{bounds}."
