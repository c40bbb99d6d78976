"""Which awkward features a record has, by name."""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from .dates import When
from .judging import ENDED, UNKNOWN, Day, judge, with_ends
from .options import Options
from .reading import Row, channels_of, read_rows
from .tables import table
from .timeline import kept, lives, moves_of

__all__ = ["FEATURES", "coverage"]

LATE = date(2025, 1, 1)
YEAR, MONTH = 365, 31
FEATURES = frozenset(
    {
        *("cadence absent", "cadence set", "cadence zero", "level missing", "parties missing"),
        *("year", "month", "interval date", "row repeated"),
        *("interval form", "interval break", "interval continues", "interval continues after"),
        *("end is a month", "end is a year", "end is a range", "interval of one day"),
        *("change", "contact with state", "contact without state", "refusal with state"),
        *("overture", "refusal without state", "check", "ended"),
        *("unknown", "restart", "restart unknown", "first unknown", "first severed"),
        *("first check", "check after ended", "check after unknown", "check confirms"),
        *("check inert", "check beside a move", "check begins on a day of an end"),
        *("check begins on a day of an unknown", "check replaced on its day"),
        *("states on one day", "three states on one day", "same state twice on a day"),
        *("state then ended on a day", "ended then state on a day", "life of one day"),
        *("a day there and back", "checks alone on a day", "change repeats state"),
        *("contacts on one day", "contacts of one day with other ranges"),
        *("contact before a life begins on its day", "contact after a life begins on its day"),
        *("contact before a life ends on its day", "contact after a life ends on its day"),
        *("contact outside a life", "row without state first", "ended first"),
        *("weak move alone", "weak move with its word", "weak move with another word"),
        *("weak confirmation", "weak ending", "weak restart", "weak first state"),
        *("weak move with its word as a check", "nothing but weak states"),
        *("carry runs out", "carry renewed on its day", "carry ended by a confirmation"),
        *("silence", "silence to an end", "resumed", "resumed beside a move", "onset unknown"),
        *("median", "no median", "few events", "interval too narrow", "tie of lengths"),
        *("stale", "sign", "overdue", "unhealed", "longer than its own"),
        *("days differ", "silent days differ", "after days differ"),
    }
)


def coverage(csv_text: str) -> frozenset[str]:
    """The names of the features that the record has, all of them in `FEATURES`."""
    rows = read_rows(csv_text)
    found = {name for row in rows for name in _of_row(row)}
    for channel in channels_of(rows):
        days = judge(with_ends(channel))
        found |= {name for one in days for name in _of_day(one) | _of_confidence(one)}
        found |= _of_ends(channel) | _of_lives(channel) | _of_carry(channel)
        found |= _of_contacts(channel)
    if len(rows) < len(csv_text.splitlines()) - 1:
        found.add("row repeated")
    return frozenset(found | _of_tables(csv_text))


def _named(pairs: Iterable[tuple[str, object]]) -> set[str]:
    return {name for name, holds in pairs if holds}


def _width(when: When) -> int:
    return (when.last - when.first).days


def _of_row(row: Row) -> set[str]:
    stated = "with" if row.state else "without"
    either = row.event in ("contact", "refusal")
    return _named(
        (
            ("year", row.when.coarse and _width(row.when) > MONTH),
            ("month", row.when.coarse and _width(row.when) < MONTH),
            ("interval date", not row.when.coarse and _width(row.when)),
            ("unknown", row.state == UNKNOWN),
            ("parties missing", row.parties is None),
            ("level missing", row.level is None),
            ("cadence absent", row.cadence is None),
            ("cadence zero", row.cadence == 0),
            ("cadence set", row.cadence),
            ("interval form", row.end),
            (f"{row.event} {stated} state" if either else row.event, True),
        )
    )


def _of_ends(channel: tuple[Row, ...]) -> set[str]:
    found: set[str] = set()
    for one, two in pairwise((*channel, None)):
        if one is None or one.end is None:
            continue
        late = (two.day - one.end.last).days if two else YEAR
        width = _width(one.end)
        found |= _named(
            (
                ("interval break", late > 1),
                ("interval continues", late <= 0),
                ("interval continues after", late == 1),
                ("interval of one day", (one.end.last - one.day).days == 1),
                ("end is a month", one.end.coarse and width < MONTH),
                ("end is a year", one.end.coarse and width > MONTH),
                ("end is a range", not one.end.coarse and width),
            )
        )
    return found


def _of_day(one: Day) -> set[str]:
    says = [ENDED if row.event == ENDED else row.state for row in one.rows]
    checks = [row for row in one.rows if row.event == "check"]
    begins = one.setter in checks and one.before in (None, ENDED, UNKNOWN)
    alone = len(one.rows) == 1
    held = one.before not in (None, ENDED, UNKNOWN)
    began = one.setter in checks and not alone
    return _named(
        (
            ("first check", begins and one.before is None),
            ("check after ended", begins and one.before == ENDED),
            ("check after unknown", begins and one.before == UNKNOWN),
            ("check confirms", alone and checks and held and one.setter),
            ("check inert", any(row.state != one.after for row in checks)),
            ("check beside a move", checks and one.setter not in checks and one.moves),
            ("check begins on a day of an end", began and ENDED in says and held),
            ("check begins on a day of an unknown", began and UNKNOWN in says and held),
            (
                "check replaced on its day",
                not held and checks[:1] == list(one.rows[:1]) != [one.setter],
            ),
            ("checks alone on a day", len(checks) == len(says) > 1),
            ("states on one day", len(says) > 1),
            ("three states on one day", len(says) > 2),
            ("same state twice on a day", len(set(says)) < len(says)),
            ("state then ended on a day", len(says) > 1 and one.after == ENDED and held),
            ("ended then state on a day", ENDED in says and one.after != ENDED and held),
            ("a day there and back", held and not one.moves and len(set(says)) > 1),
            ("life of one day", _begun_and_ended(one)),
            ("change repeats state", _repeats(one)),
            ("ended first", one.after is None),
            ("first unknown", one.before is None and one.after == UNKNOWN),
            ("first severed", one.before is None and one.after == "severed"),
        )
    )


def _begun_and_ended(one: Day) -> bool:
    """Whether a state stands before the end on a day on which no life goes on."""
    none = one.before in (None, ENDED) and one.after in (None, ENDED)
    return none and any(row.state for row in one.rows)


def _repeats(one: Day) -> bool:
    return any(row.event == "change" and row.state == one.before for row in one.rows)


def _of_confidence(one: Day) -> set[str]:
    weak = one.setter is not None and not kept(one.setter, "confirmed")
    strong = [row for row in one.rows if kept(row, "confirmed")]
    same = [row for row in strong if (row.state or ENDED) == one.after]
    moves = weak and one.moves
    return _named(
        (
            ("weak move alone", moves and not strong),
            ("weak move with its word", moves and same),
            ("weak move with its word as a check", moves and same and same[-1].event == "check"),
            ("weak move with another word", moves and strong and not same),
            ("weak confirmation", weak and not one.moves),
            ("weak ending", moves and one.after == ENDED),
            ("weak restart", moves and one.before == ENDED),
            ("weak first state", moves and one.before is None),
        )
    )


def _of_lives(channel: tuple[Row, ...]) -> set[str]:
    moves = moves_of(channel, LATE, None, None)
    again = [two for one, two in pairwise(moves) if one.state == ENDED]
    stated = [row for row in channel if row.state]
    return _named(
        (
            ("restart", again),
            ("restart unknown", any(move.state == UNKNOWN for move in again)),
            ("row without state first", not channel[0].sets),
            ("nothing but weak states", not any(kept(row, "confirmed") for row in stated)),
        )
    )


def _of_contacts(channel: tuple[Row, ...]) -> set[str]:
    contacts = [row for row in channel if row.event == "contact"]
    found = lives(moves_of(channel, LATE, None, None))
    begins = [life.begin.place for life in found]
    ends = [life.end.place for life in found if life.end]
    pairs = [(one, two) for one, two in pairwise(contacts) if one.day == two.day]

    def beside(places: list[tuple[date, int, bool]], *, before: bool) -> bool:
        return any(
            row.day == place[0] and row.place != place and (row.place < place) == before
            for row in contacts
            for place in places
        )

    return _named(
        (
            ("contact before a life begins on its day", beside(begins, before=True)),
            ("contact after a life begins on its day", beside(begins, before=False)),
            ("contact before a life ends on its day", beside(ends, before=True)),
            ("contact after a life ends on its day", beside(ends, before=False)),
            ("contact outside a life", _outside(contacts, channel)),
            ("contacts on one day", pairs),
            ("contacts of one day with other ranges", any(a.when != b.when for a, b in pairs)),
        )
    )


def _outside(contacts: list[Row], channel: tuple[Row, ...]) -> bool:
    found = lives(moves_of(channel, LATE, None, None))
    return not all(any(life.holds(row.day) for life in found) for row in contacts)


def _of_carry(channel: tuple[Row, ...], carry: int = 100) -> set[str]:
    plain, carried = (moves_of(channel, LATE, None, days) for days in (None, carry))
    out = [move for move in carried if move.row is None]
    confirmed = {move.row for move in carried} - {move.row for move in plain}
    steps = [two.day - one.day for one, two in pairwise(channel)]
    return _named(
        (
            ("carry runs out", out),
            ("carry renewed on its day", any(step.days in (1, 10) for step in steps)),
            ("carry ended by a confirmation", confirmed - {None}),
        )
    )


def _of_tables(csv_text: str) -> set[str]:
    asked = Options(as_of=LATE, today=LATE, window=4000, closings=True, summary=True)
    gaps = table("gaps", csv_text, asked)
    openings = table("openings", csv_text, asked)
    status = table("status", csv_text, asked)
    medians = table("survival", csv_text, asked)
    signs = table("signs", csv_text, asked)
    unusual = table("unusual", csv_text, asked)
    ended = [row["days"] for row in gaps if not row["ongoing"]]
    silences = [row for row in gaps if row["gap"] == "silence"]
    contacts = {(row["channel"], row["end"]) for row in silences}
    return _named(
        (
            ("silence", silences),
            ("silence to an end", any(row["ended_by"] == ENDED for row in silences)),
            ("resumed", any(row["change"] == "resumed" for row in openings)),
            (
                "resumed beside a move",
                any(
                    (row["channel"], row["date"]) in contacts
                    for row in openings
                    if row["change"] != "resumed"
                ),
            ),
            ("onset unknown", any(row["onset_known"] is False for row in gaps)),
            ("median", any(isinstance(row["median"], int) for row in medians)),
            ("no median", any(row["median"] == "not reached" for row in medians)),
            ("few events", any(row["events"] == 0 for row in medians)),
            ("interval too narrow", any("narrow" in str(row["note"]) for row in medians)),
            ("tie of lengths", len(set(ended)) < len(ended)),
            ("stale", any(row["stale"] for row in table("openness", csv_text, asked))),
            ("sign", signs),
            ("overdue", any(row["overdue"] for row in status)),
            ("unhealed", any(row["unhealed"] for row in table("causes", csv_text, asked))),
            ("longer than its own", any(row["own_longer_than"] for row in unusual)),
            ("days differ", any(row["days_min"] != row["days_max"] for row in gaps)),
            ("silent days differ", _differ(status, "days_silent")),
            ("after days differ", _differ(openings, "after_days")),
        )
    )


def _differ(rows: list[dict[str, object]], name: str) -> bool:
    return any(row[f"{name}_min"] != row[f"{name}_max"] for row in rows)
