"""The sentence under the headline of Status: what severed channels and their last contact, or what
is severed longest."""

from datetime import date
from typing import Final

import pandas as pd

from openline.record.columns import CAUSE, CHANNEL, KIND, LEVEL, SEVERED
from openline.record.dates import DateRange, parse_date, show_date
from openline.sentences.runs import (
    Run,
    Text,
    count,
    count_days_range,
    day_of,
    list_words,
    named,
    named_of_tie,
    on_date,
)
from openline.sentences.status import living, one_parties

_SINCE: Final = ("since", "days_in_state_min", "days_in_state_max")
"""What channels have in common that have been severed equally long."""
_MOST_CAUSES: Final = 3


def second_sentence(as_of: date, status: pd.DataFrame, logs_contacts: bool = True) -> Text:
    """Say what is behind the headline.

    For one set of parties it is what severed them and their last contact; else it is which
    channels have been severed longest, nothing where none is. A record that does not log
    contacts (see `Record.logs_contacts`) is said to have none, not the channels.
    """
    alive = living(status)
    if len(alive) and one_parties(alive):
        causes, contacts = severed_by(alive), _contacts(as_of, alive, logs_contacts)
        return (Run(" ".join(filter(None, (causes, *contacts)))),)
    longest = _longest(alive)
    return (Run(longest),) if longest else ()


def severed_by(status: pd.DataFrame) -> str:
    """Say what severed the channels that are severed, and when, where they are of one set of
    parties and a cause is given; else "".

    `status` is the status table.
    """
    alive = living(status)
    severed = alive[alive["state"] == SEVERED]
    caused = severed[severed[CAUSE].notna()]
    if not len(caused) or not one_parties(alive):
        return ""
    groups = [group.sort_values("since") for _, group in caused.groupby(CAUSE, sort=True)]
    groups.sort(key=len, reverse=True)
    is_one = len(severed) == 1
    told = [_cause_words(group, i, is_one) for i, group in enumerate(groups[:_MOST_CAUSES])]
    more = sum(map(len, groups[_MOST_CAUSES:]))
    told += [f"{count(len(groups) - _MOST_CAUSES, 'other cause')} ({more:,})"] if more else []
    left = len(severed) - len(caused)
    without = f"; no cause is given for {left:,}" if left else ""
    listed = list_words(told)
    return f"What severed {'it' if is_one else 'them'}: {listed}{without}."


def _cause_words(group: pd.DataFrame, place: int, is_one: bool) -> str:
    """A cause, with the number of channels that it severed and the day, or the first of them."""
    first = str(group["since_text"].iloc[0])
    is_shared = group["since_text"].nunique() == 1
    when = on_date(first) if is_shared else f"from {show_date(first)} on"
    number = f"{len(group):,}" if place else count(len(group), "channel")
    cause = group[CAUSE].iloc[0]
    return f"{cause}, {when}" if is_one else f"{cause} ({number} {when})"


def contact_words(as_of: date, row: pd.Series) -> str:
    """Say when the last contact of a row of the status table was, seen from the as-of day:
    `52 days earlier, on 14 Aug 2023`, or `on that day`."""
    most = (as_of - day_of(row["last_contact"])).days
    if not most:
        return "on that day"
    when = parse_date(row["last_contact_text"])
    # Days silent are missing where routine use is not logged; how long ago it was is known.
    least = max(0, (as_of - when.latest).days) if isinstance(when, DateRange) else most
    return f"{count_days_range(least, most)} earlier, {on_date(row['last_contact_text'])}"


def no_contact(logs_contacts: bool) -> str:
    """Say that no contact is known: none was seen, or the record has no room to tell of one."""
    return "No contact is on record." if logs_contacts else "This record does not log contacts."


def _contacts(as_of: date, alive: pd.DataFrame, logs_contacts: bool) -> list[str]:
    rows = alive[alive["last_contact"].notna()].sort_values("last_contact", kind="stable")
    if not len(rows):
        return [no_contact(logs_contacts)]
    latest = rows.iloc[-1]
    when = contact_words(as_of, latest)
    if len(alive) == 1:
        return [f"The last recorded contact was {when}."]
    on_any = f"The last recorded contact on any of them was {when} ({latest[CHANNEL]})."
    political = rows[(rows[LEVEL] == "political") & (rows[KIND] == "counterpart")]
    if not len(political) or political.index[-1] == latest.name:
        return [on_any]
    first = political.iloc[-1]
    return [f"{_whose(first[CHANNEL])} was {contact_words(as_of, first)}.", on_any]


def _whose(channel: str) -> str:
    """Say whose last contact it was; a plural in small letters takes the possessive."""
    small = channel[:1].lower() + channel[1:]
    if small == small.lower() and small.endswith("s"):
        return f"The {small}' last recorded contact"
    return f"The last recorded contact of {channel}"


def _longest(alive: pd.DataFrame) -> str:
    rows = alive[alive["state"] == SEVERED].sort_values(list(_SINCE), kind="stable")
    if not len(rows):
        return ""
    begun = rows[list(_SINCE)]
    tied = rows[(begun == begun.iloc[0]).all(axis=1)]
    names = named_of_tie([named(row) for _, row in tied.iterrows()])
    return f"Severed longest: {names}, since {show_date(tied['since_text'].iloc[0])}."
