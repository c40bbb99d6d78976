"""Records of any size, for measuring."""

import random
from datetime import date, timedelta
from typing import Final

__all__ = ["long_record"]

_HEADER: Final = (
    "channel,parties,level,kind,cadence_days,date,event,state,actor,summary,cause,source,"
    "source_url,confidence"
)
_ROWS_A_CHANNEL: Final = 200
_FIRST: Final = date(1970, 1, 1)


def long_record(rows: int, seed: int = 1) -> bytes:
    """Return a sound record of so many rows, 200 a channel, in random states and events."""
    chance = random.Random(seed)
    channels = max(1, rows // _ROWS_A_CHANNEL)
    lines = [_HEADER]
    for i in range(rows):
        number, turn = i % channels, i // channels
        sides = f"State {number % 300}; Union {number % 300}"
        event = "change" if turn == 0 else chance.choice(("change", "contact", "overture"))
        state = chance.choice(("open", "partial", "severed")) if event == "change" else ""
        day = _FIRST + timedelta(days=turn * 90 + number % 80)
        lines.append(
            f"Line {number},{sides},military,hotline,,{day},{event},{state},,"
            f"What happened in the observation of number {i}.,cause {i % 40},"
            f'"Publisher, title {i}",https://example.org/{i},reported'
        )
    return "\n".join(lines).encode()
