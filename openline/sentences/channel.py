"""The words at the head of a channel's page, and of its lists."""

from datetime import date

import pandas as pd

from openline.analysis.gaps import MIN_DAYS, SILENCE
from openline.record.columns import (
    CHANNEL,
    COLUMNS,
    CONFIDENCE,
    DATE,
    ENDED,
    EVENT,
    KIND,
    LEVEL,
    PARTIES,
    SEVERED,
    SOURCE,
    SOURCE_URL,
    STATE,
    SUMMARY,
)
from openline.record.dates import show_date, show_day
from openline.sentences.causes import STOPS
from openline.sentences.gaps import gap_days, own_rank, rank
from openline.sentences.pictures import range_words
from openline.sentences.runs import (
    MUTED,
    Run,
    Text,
    count,
    count_days,
    count_days_range,
    day_of,
    show_sides,
    show_stretch,
)
from openline.sentences.second import contact_words, no_contact

_PLACED = frozenset({CHANNEL, PARTIES, DATE, EVENT, STATE, SUMMARY, SOURCE, SOURCE_URL, CONFIDENCE})
"""The columns with a place of their own in an observation; what is one per channel is in its
head."""
_LABELLED = {
    column.name: column.name.replace("_", " ").capitalize()
    for column in COLUMNS
    if column.name not in _PLACED and not column.one_per_channel
}
"""The other columns of the format, and what each is called before its value."""


def channel_eyebrow(row: pd.Series) -> Text:
    """Say between whom, at what level and of what kind a channel is."""
    parts = [show_sides(row[PARTIES])]
    parts += [row[name] for name in (LEVEL, KIND) if isinstance(row[name], str)]
    return (Run(" · ".join(filter(None, parts)), MUTED),)


def channel_headline(row: pd.Series) -> Text:
    """Say a channel's state and since when, from its row of the status table."""
    since = show_date(row["since_text"])
    state = str(row["state"])
    link = " " if state == ENDED else " since "
    return (Run(f"{row[CHANNEL]} "), Run(state, state), Run(f"{link}{since}"))


def channel_sentence(
    as_of: date,
    row: pd.Series,
    spans: pd.DataFrame,
    share: pd.Series,
    logs_contacts: bool = True,
) -> Text:
    """Say how long, when the last contact was, and how often the channel was severed.

    `row` is its row of the status table, `spans` its spans, `share` its row of time in state;
    `logs_contacts`: see `openline.record.record.Record`.
    """
    parts = [_how_long(row)]
    if pd.notna(row["last_contact"]):
        parts.append(f"The last recorded contact was {contact_words(as_of, row)}.")
    else:
        parts.append(no_contact(logs_contacts))
    if pd.notna(row["overdue"]) and bool(row["overdue"]):
        parts.append(_overdue(row))
    elif pd.notna(row["expected"]):
        parts.append(f"The next is expected by {show_day(day_of(row['expected']))}.")
    parts.append(_severed(spans, share))
    return (Run(" ".join(parts)),)


def band_title(days: tuple[date, date] | None) -> str:
    """Return the heading of a channel's band; `days`, from which day to which it goes, None where
    it leaves out none."""
    return f"This channel, {range_words(*days)}" if days else "The whole record of this channel"


def observations_left(shown: int, of: int) -> str:
    """Say how many observations are of the days shown, where others are not; else ""."""
    if shown == of:
        return ""
    verb = "fall" if shown > 1 else "falls"
    number = f"{shown:,}" if shown else "None"
    return (
        f"{number} of {'' if shown else 'the '}{count(of, 'observation')} {verb} in the days shown."
    )


def how_unusual(gaps: pd.DataFrame) -> Text:
    """Say how unusual the ongoing gaps of a channel are, a sentence each.

    `gaps`: its rows of `openline.analysis.unusual`, ranked among all channels. Where a silence
    is among them it is told which silences count.
    """
    ranked = gaps[gaps["ended"] > 0]
    sentences = [_unusual(gap) for _, gap in ranked.iterrows()]
    if (ranked["gap"] == SILENCE).any():
        sentences.append(
            f"Silences count from {count_days(MIN_DAYS)}, or twice the expected interval."
        )
    return (Run(" ".join(sentences)),)


def silences_how(cadence: float) -> str:
    """Say which silences of a channel are listed, by its `cadence` in days, if it has one."""
    least = count_days(MIN_DAYS if pd.isna(cadence) else 2 * cadence)
    why = "" if pd.isna(cadence) else ", twice the expected interval"
    listed = f"Stretches of {least} or more{why}, without a recorded contact"
    return f"{listed}; they overlap with severances."


def _unusual(gap: pd.Series) -> str:
    """The rank among all channels, and among the channel's own where these are others."""
    own, ended = int(gap["own_ended"]), int(gap["ended"])
    beside = f"; {own_rank(gap)}" if 0 < own < ended else ""
    where = " across all channels" if own < ended else ""
    return f"The {gap['gap']} of {gap_days(gap)} so far is {rank(gap)}{where}{beside}."


def reopening(gap: pd.Series) -> str:
    """Say how a severance was healed: the day of its first contact and the day on which the
    channel was fully open. `gap`: its row of `openline.analysis.causes.caused`."""
    contact = gap["first_contact_text"]
    words = f"first contact {show_date(contact)}, " if isinstance(contact, str) else ""
    restored = gap["restored_text"]
    if isinstance(restored, str):
        return f"{words}open {show_date(restored)}"
    return f"{words}{_unhealed(gap)}"


def _unhealed(gap: pd.Series) -> str:
    """What a severance came to that was never followed by an open channel."""
    if bool(gap["ongoing"]):
        return "still severed"
    return STOPS.get(str(gap["stopped"]), "not fully open yet")


def span_dates(row: pd.Series) -> Text:
    """Say from when to when a row with `start` and `end` runs; an ongoing one has no end."""
    return (Run(show_stretch(row["start_text"], None if row["ongoing"] else row["end_text"])),)


def _overdue(row: pd.Series) -> str:
    """By how many days contact is overdue, and when it was expected."""
    cadence, late = count_days(row["cadence_days"]), count_days(row["days_overdue"])
    expected = f"The next was expected by {show_day(day_of(row['expected']))}"
    return f"{expected}, {late} earlier; contact is overdue: one is expected every {cadence}."


def _how_long(row: pd.Series) -> str:
    days = count_days_range(row["days_in_state_min"], row["days_in_state_max"])
    if row["state"] == ENDED:
        return f"Ended {days} earlier."
    if not row["days_in_state_max"]:
        return f"{str(row['state']).capitalize()} since that day."
    return f"{str(row['state']).capitalize()} for {days}."


def _severed(spans: pd.DataFrame, share: pd.Series) -> str:
    year = day_of(spans["start"].min()).year
    times = int((spans["state"] == SEVERED).sum())
    if not times:
        return f"Never severed since {year}."
    often = {1: "once", 2: "twice"}.get(times, f"{times} times")
    total = share["known_days"] + share["unknown_days"]
    severed = f"{int(share['severed_days']):,} of {count_days(total)}"
    return f"Severed {often} since {year}, for {severed}."


def other_words(row: pd.Series, extra: pd.Series) -> list[str]:
    """Say what an observation has in columns without a place of their own, each with its name;
    `extra` holds the record's other columns of the row."""
    pairs = [*((label, row[name]) for name, label in _LABELLED.items()), *extra.items()]
    return [f"{name}: {value}" for name, value in pairs if isinstance(value, str) and value]
