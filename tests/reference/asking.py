"""Random options to ask of the random records."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import strategies as st

from .options import Options
from .strategies import FIRST_DAY, LAST_DAY

__all__ = ["options"]


@st.composite
def options(draw: st.DrawFn) -> Options:
    """Options of all tables, days in and around the record, filters mostly off."""
    today = LAST_DAY + timedelta(days=60)
    inside = st.integers(-20, 1560).map(lambda days: FIRST_DAY + timedelta(days=days))
    first, as_of = draw(inside), draw(st.one_of(st.just(today), inside))
    found = Options(
        as_of=as_of,
        today=today,
        confidence=draw(st.sampled_from((None, "confirmed", "reported", "inferred"))),
        carry=draw(st.sampled_from((None, None, 1, 10, 100, 400))),
        min_days=draw(st.sampled_from((180, 0, 10, 60))),
        window=draw(st.sampled_from((365, 0, 30, 2000))),
        closings=draw(st.booleans()),
        by=draw(st.sampled_from((None, "parties", "level", "kind"))),
        until=draw(st.sampled_from(("raised", "open"))),
        summary=draw(st.booleans()),
        first=first,
        second=first + timedelta(days=draw(st.integers(1, 700))),
    )
    return draw(_filtered(found))


@st.composite
def _filtered(draw: st.DrawFn, found: Options) -> Options:
    """Each filter in one of twelve draws."""
    return replace(
        found,
        parties=draw(_some(("ruritania", "Sylvania; Ruritania", "Tenebria"))),
        levels=draw(_some(("Military", "political"))),
        kinds=draw(_some(("hotline", "talks"))),
        channels=draw(_some(("ALPHA  line", "Beta talks"))),
    )


def _some(names: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    one = st.sampled_from(names).map(lambda name: (name,))
    return st.sampled_from(range(12)).flatmap(lambda n: one if n == 11 else st.just(()))
