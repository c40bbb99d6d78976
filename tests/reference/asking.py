"""Random options to ask of the random records."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from hypothesis import strategies as st

from .options import Options
from .strategies import FIRST_DAY, LAST_DAY

__all__ = ["options"]


def options() -> st.SearchStrategy[Options]:
    """Options of all tables, days in and around the record, filters mostly off."""
    return st.randoms(use_true_random=True).map(_options)


def _options(chance: Random) -> Options:
    today = LAST_DAY + timedelta(days=60)
    first, as_of = _day(chance), chance.choice((today, _day(chance)))
    found = Options(
        as_of=as_of,
        today=today,
        confidence=chance.choice((None, "confirmed", "reported", "inferred")),
        carry=chance.choice((None, None, 1, 10, 100, 400)),
        min_days=chance.choice((180, 0, 10, 60)),
        window=chance.choice((365, 0, 30, 2000)),
        closings=chance.choice((True, False)),
        by=chance.choice((None, "parties", "level", "kind")),
        until=chance.choice(("raised", "open")),
        summary=chance.choice((True, False)),
        first=first,
        second=first + timedelta(days=chance.randint(1, 700)),
    )
    return replace(
        found,
        parties=_some(chance, ("ruritania", "Sylvania; Ruritania", "Tenebria")),
        levels=_some(chance, ("Military", "political")),
        kinds=_some(chance, ("hotline", "talks")),
        channels=_some(chance, ("ALPHA  line", "Beta talks")),
    )


def _day(chance: Random) -> date:
    return FIRST_DAY + timedelta(days=chance.randint(-20, 1560))


def _some(chance: Random, names: tuple[str, ...]) -> tuple[str, ...]:
    """A filter in one of twelve draws."""
    return (chance.choice(names),) if chance.randint(1, 12) == 1 else ()
