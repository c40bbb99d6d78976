"""The hover text of bars, marks and openness."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from openline.analysis.compare import COUNTED_BETWEEN
from openline.figures.markup import bold, coloured, lines, wrapped
from openline.figures.theme import Theme
from openline.record.dates import show_date, show_day
from openline.sentences.channel import span_dates
from openline.sentences.gaps import gap_length_days, own_rank, rank
from openline.sentences.lengths import show_days_range
from openline.sentences.runs import count, on_date, plain, show_sides, show_stretch

_STORY = ("cause", "actor", "summary", "source")
_STATE = ("state", "start_text", "end_text", "days", "days_min", "days_max")


def hovers_of(texts: Iterable[str]) -> np.ndarray:
    """Return texts as the array that figures take."""
    return np.array(list(texts), dtype=object)


def brief_hovers(spans: pd.DataFrame, theme: Theme) -> np.ndarray:
    """Return two lines per span: channel and parties; state, dates and length."""
    names = zip(spans["channel"].tolist(), spans["parties"].tolist(), strict=True)
    heads = [_brief_head(*pair, theme) for pair in names]
    states = _state_lines(spans, theme)
    return hovers_of(lines(*pair) for pair in zip(heads, states, strict=True))


def span_hovers(spans: pd.DataFrame, theme: Theme) -> np.ndarray:
    """Return the full text of each span: channel; state, dates and length; cause, summary and
    source."""
    columns = (spans[name].tolist() for name in ("channel", *_STORY))
    rows = zip(_state_lines(spans, theme), *columns, strict=True)
    return hovers_of(
        lines(bold(wrapped(channel)), state, *_story(cause, actor, summary, source, theme))
        for state, channel, cause, actor, summary, source in rows
    )


def with_seen(hovers: np.ndarray, dates: np.ndarray, theme: Theme) -> np.ndarray:
    """Return hover texts with an added line: the date of the latest observation."""
    pairs = zip(hovers.tolist(), dates.tolist(), strict=True)
    return hovers_of(
        lines(text, coloured(f"last observed {show_date(d)}", theme.muted)) for text, d in pairs
    )


def mark_hovers(marks: pd.DataFrame, theme: Theme) -> np.ndarray:
    """Return the text of each mark. Where several observations share a mark: their number and
    dates, then the newest.

    `marks`: the columns of the newest observation, `count`, and `first_text`, the date of the
    oldest.
    """
    columns = ("channel", "actor", "summary", "source", "event", "date", "count", "first_text")
    rows = zip(*(marks[name].tolist() for name in columns), strict=True)
    return hovers_of(
        lines(
            bold(wrapped(channel)),
            _mark_head(*head),
            *_story(None, actor, summary, source, theme),
        )
        for channel, actor, summary, source, *head in rows
    )


def gap_hovers(gaps: pd.DataFrame, theme: Theme) -> np.ndarray:
    """Return the text of each gap: channel and parties; dates and length; what began it."""
    return hovers_of(lines(*_gap(row, theme)) for _, row in gaps.iterrows())


def ranked_hovers(gaps: pd.DataFrame, theme: Theme) -> np.ndarray:
    """Return the text of each ongoing gap, and how unusual the gap is."""
    return hovers_of(
        lines(*_gap(row, theme), _capital(rank(row)), own_rank(row)) for _, row in gaps.iterrows()
    )


def openness_hovers(openness: pd.DataFrame) -> np.ndarray:
    """Return, for each row of an openness table, openness, its bounds and since when it holds."""
    columns = (openness[name].tolist() for name in ("date", "openness", "low", "high"))
    return hovers_of(_openness_hover(*row) for row in zip(*columns, strict=True))


def comparison_hovers(
    rows: pd.DataFrame, days: tuple[pd.Timestamp, pd.Timestamp], theme: Theme
) -> np.ndarray:
    """Return the text of each row of a comparison: channel and parties; the state on each day; the
    newest move between the days with its cause, summary and source; what else happened."""
    heads = zip(rows["channel"].tolist(), rows["parties"].tolist(), strict=True)
    states = zip(rows["from_state"].tolist(), rows["to_state"].tolist(), strict=True)
    columns = ("moved_text", *_STORY, *COUNTED_BETWEEN)
    more = zip(*(rows[name].tolist() for name in columns), strict=True)
    return hovers_of(
        lines(
            _brief_head(*head, theme),
            *(_state_on(*pair, theme) for pair in zip(both, days, strict=True)),
            f"newest change {on_date(moved)}" if isinstance(moved, str) else "",
            *_story(cause, actor, summary, source, theme),
            _also(numbers),
        )
        for head, both, (moved, cause, actor, summary, source, *numbers) in zip(
            heads, states, more, strict=True
        )
    )


def _gap(row: pd.Series, theme: Theme) -> tuple[str, ...]:
    role = theme.severed_word if row["gap"] == "severance" else theme.text
    so_far = " so far" if bool(row["ongoing"]) else ""
    dates = f"{plain(span_dates(row))} · {gap_length_days(row)}{so_far}"
    return (
        _brief_head(row["channel"], row["parties"], theme),
        f"{bold(coloured(row['gap'], role))} · {dates}",
        *_story(row["cause"], None, row.get("summary"), row.get("source"), theme),
    )


def _capital(sentence: str) -> str:
    return sentence[0].upper() + sentence[1:]


def _state_on(state: object, day: pd.Timestamp, theme: Theme) -> str:
    if not isinstance(state, str):
        return f"not on record on {show_day(day)}"
    return f"{bold(coloured(state, theme.word(state)))} on {show_day(day)}"


def _also(numbers: list[float]) -> str:
    """Return what else is on record between two days: `2 contacts, 1 overture in between`."""
    pairs = zip(numbers, COUNTED_BETWEEN, strict=True)
    counts = [count(int(number), name.removesuffix("s")) for number, name in pairs if number]
    return f"{', '.join(counts)} in between" if counts else ""


def _state_lines(spans: pd.DataFrame, theme: Theme) -> list[str]:
    words = {state: bold(coloured(state, theme.word(state))) for state in spans["state"].unique()}
    rows = zip(*(spans[name].tolist() for name in _STATE), strict=True)
    return [
        f"{words[state]} · {show_stretch(start, end)} · {show_days_range(*lengths)}"
        for state, start, end, *lengths in rows
    ]


def _brief_head(channel: str, parties: object, theme: Theme) -> str:
    return lines(bold(wrapped(channel)), coloured(wrapped(show_sides(parties)), theme.muted))


def _story(
    cause: object, actor: object, summary: object, source: object, theme: Theme
) -> tuple[str, ...]:
    because = wrapped(f"Cause: {cause}") if isinstance(cause, str) else ""
    who = wrapped(f"by {actor}") if isinstance(actor, str) and actor else ""
    return because, who, wrapped(summary), coloured(wrapped(source), theme.muted)


def _mark_head(event: str, date: str, count: int, first: str) -> str:
    if count == 1:
        return f"{bold(event)} · {show_date(date)}"
    when = show_date(f"{first.partition('/')[0]}/{date.rpartition('/')[2]}")
    return f"{bold(f'{count:,} {event}s')}, {when}"


def _openness_hover(date: pd.Timestamp, openness: float, low: float, high: float) -> str:
    head = f"{bold(f'Openness {100 * openness:.0f} %')} from {show_day(date)}"
    bounds = f"{100 * low:.0f} % low, {100 * high:.0f} % high"
    return lines(head, bounds if low != high else "")
