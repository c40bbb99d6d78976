"""What follows from the severances: causes, and how unusual a running gap is."""

from statistics import median

from .gaps import Gap, gap_row, gaps_of, severances_of
from .judging import ENDED, UNKNOWN
from .options import Options
from .viewing import channels, key

__all__ = ["causes_table", "unusual_table"]


def causes_table(text: str, options: Options) -> list[dict[str, object]]:
    """Per cause of the rows that began severances; those without a cause are one line, the last.

    Silent: all severances count, whatever is known of their onset; most severances first, of
    equally many the cause of the latest one.
    """
    gaps = [gap for one in channels(text, options) for gap in severances_of(one)]
    causes = {gap.cause for gap in gaps}
    groups = [(cause, [gap for gap in gaps if gap.cause == cause]) for cause in causes]
    groups.sort(key=lambda pair: pair[0] or "")
    groups.sort(key=lambda pair: max(gap.start.first for gap in pair[1]), reverse=True)
    groups.sort(key=lambda pair: (pair[0] is None, -len(pair[1])))
    return [_cause_row(cause, own) for cause, own in groups]


def _cause_row(cause: str | None, gaps: list[Gap]) -> dict[str, object]:
    days = [gap.lengths[0] for gap in gaps]
    return {
        "cause": cause,
        "severances": len(gaps),
        "start_days": len({gap.start.first for gap in gaps}),
        "median_days": float(median(days)),
        "shortest_days": min(days),
        "longest_days": max(days),
        "least_days": min(gap.lengths[1] for gap in gaps),
        "greatest_days": max(gap.lengths[2] for gap in gaps),
        "ongoing": sum(gap.end is None for gap in gaps),
        "unhealed": sum(_unhealed(gap) for gap in gaps),
    }


def _unhealed(gap: Gap) -> bool:
    """Whether it goes on, or was only raised to partial, or its channel ended before it opened."""
    for move in gap.channel.moves:
        if move.day > gap.start.first and move.state != "partial":
            return move.state == ENDED
    return True


def unusual_table(text: str, options: Options) -> list[dict[str, object]]:
    """The running gaps, longest first; of one length by parties, channel, start, severance first.

    A gap is compared with those of its kind that have ended and whose length is wholly known: not
    with a severance of unknown onset, nor with one that became unknown. Of equal lengths none is
    longer. Silent: "at least" is of the running gap's own start; what ended has the length that
    day arithmetic gives it, by its earliest days.
    """
    gaps = [gap for one in channels(text, options) for gap in gaps_of(one, options.min_days)]
    running = [gap for gap in gaps if gap.end is None]
    running.sort(key=lambda gap: (*key(gap.channel), gap.start.first, gap.kind))
    running.sort(key=lambda gap: gap.lengths[0], reverse=True)
    return [_unusual_row(gap, gaps) for gap in running]


def _unusual_row(gap: Gap, gaps: list[Gap]) -> dict[str, object]:
    ended = [other for other in gaps if other.kind == gap.kind and _whole(other)]
    own = [other for other in ended if other.channel == gap.channel]
    return {
        **gap_row(gap),
        "ended": len(ended),
        "longer_than": _longer(gap, ended),
        "longer_least": _at_least(gap, ended),
        "own_ended": len(own),
        "own_longer_than": _longer(gap, own),
        "own_longer_least": _at_least(gap, own),
    }


def _whole(gap: Gap) -> bool:
    if gap.end is None:
        return False
    became = gap.span.end.state if gap.span and gap.span.end else None
    return gap.kind == "silence" or (gap.onset_known is True and became != UNKNOWN)


def _longer(gap: Gap, others: list[Gap]) -> int:
    return sum(gap.lengths[0] > other.lengths[0] for other in others)


def _at_least(gap: Gap, others: list[Gap]) -> int:
    return sum(gap.lengths[1] > other.lengths[0] for other in others)
