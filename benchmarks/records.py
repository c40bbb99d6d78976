"""Records of any size, for measuring."""

import random
from datetime import date, timedelta
from typing import Final

__all__ = ["BROKEN", "broad_record", "broken_record", "long_record"]

_HEADER: Final = (
    "channel,parties,level,kind,cadence_days,date,event,state,actor,summary,cause,source,"
    "source_url,confidence"
)
_STATES: Final = ("open", "partial", "severed")
_ROWS_A_CHANNEL: Final = 200
_FIRST: Final = date(1970, 1, 1)
_CHANNELS_A_PAIR: Final = 50
_SIDES: Final = 60
_LEVELS: Final = ("political", "military", "operational")
_KINDS: Final = ("hotline", "talks", "counterpart", "mechanism")
_LIFE: Final = (
    ("2015-03-02", "change", "open"),
    ("2019-06", "contact", ""),
    ("2022-08-05", "change", "severed"),
    ("2024-01-09", "change", "partial"),
)
"""What is seen of a channel of a broad record, as far as it goes."""
BROKEN: Final = {
    "sound": 0,
    "dates": 1,
    "words": 1,
    "quotes": 1,
    "cells": 1,
    "several": 5,
    "short": 1,
}
"""The kinds of broken records, with how many problems each of their rows has."""
_BROKEN_ROWS: Final = {
    "sound": "Line {0},2020-01-01,open,check,s{0}",
    "dates": "Line {0},x{0},open,check,",
    "words": "Line {0},2020-01-01,open{0},check,",
    "quotes": '"Line {0}"x,2020-01-01,open,check,',
    "cells": "Line {0},2020-01-01,open,check,,x{0}",
    "several": ",x{0},open{0},meet{0},,x{0}",
    "short": "A,2020",
}


def long_record(rows: int, seed: int = 1) -> bytes:
    """Return a sound record of so many rows, 200 a channel, in random states and events."""
    chance = random.Random(seed)
    channels = max(1, rows // _ROWS_A_CHANNEL)
    lines, states = [_HEADER], [""] * channels
    for i in range(rows):
        number, turn = i % channels, i // channels
        sides = f"State {number % 300}; Union {number % 300}"
        known = states[number]
        # A cut line that is used says nothing of its state: it changes, or there is an overture.
        others = ("overture",) if known == "severed" else ("contact", "overture")
        event = "change" if turn == 0 else chance.choice(("change", *others))
        state = chance.choice([name for name in _STATES if name != known]) * (event == "change")
        states[number] = state or known
        day = _FIRST + timedelta(days=turn * 90 + number % 80)
        lines.append(
            f"Line {number},{sides},military,hotline,,{day},{event},{state},,"
            f"What happened in the observation of number {i}.,cause {i % 40},"
            f'"Publisher, title {i}",https://example.org/{i},reported'
        )
    return "\n".join(lines).encode()


def broad_record(channels: int) -> bytes:
    """Return a sound record of so many channels, fifty a pair of parties, each of two to four rows,
    so that all states are there."""
    pairs = [(one, two) for one in range(_SIDES) for two in range(one)]
    lines = [_HEADER]
    for number in range(channels):
        one, two = pairs[number // _CHANNELS_A_PAIR % len(pairs)]
        level, kind = _LEVELS[number % 3], _KINDS[number % 4]
        lines += [
            f"Line {number},Side {one}; Side {two},{level},{kind},365,{day},{event},{state},,"
            f"What happened on line {number}.,cause {number % 40},"
            f'"Publisher, title {number}",https://example.org/{number},reported'
            for day, event, state in _LIFE[: 2 + number % 3]
        ]
    return "\n".join(lines).encode()


def broken_record(kind: str, rows: int) -> bytes:
    """Return a record of so many rows of one kind of `BROKEN`: "short" ones under 500 columns."""
    lines = ["channel,date,state,event,summary"]
    if kind == "short":
        lines[0] += "".join(f",c{i}" for i in range(495))
        lines.append("A,2020" + ",x" * 498)
    lines.extend(_BROKEN_ROWS[kind].format(i) for i in range(rows))
    return "\n".join(lines).encode()
