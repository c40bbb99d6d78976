"""Views that nobody would choose, drawn by chance: the API and the command line say the same."""

from collections.abc import Mapping
from functools import cache
from random import Random
from typing import Final
from urllib.parse import urlencode

import pytest

from openline.analysis.tables import TABLES, Table
from openline.options import build_parser
from openline.web.table_answers import MEDIA
from tests.budget import budget
from tests.web.beside import client, printed

pytestmark = [pytest.mark.thorough, pytest.mark.usefixtures("set_today")]
_VIEWS: Final = budget(2, 200)
_DATES: Final = ("1950-01-01", "2001-04-01", "2016-02-29", "2023-10-05", "2026-06-30")
_DRAWN: Final[Mapping[str, tuple[str, ...]]] = {
    "parties": ("China; United States", "united states;CHINA", "Russia", "India", "NATO", "Nobody"),
    "level": ("military", "POLITICAL", "operational", "none"),
    "kind": ("hotline", "talks", "mechanism", "no kind"),
    "channel": ("Defence ministers", "joint staff chiefs", "no such line"),
    "confidence": ("confirmed", "reported", "inferred"),
    "carry": ("0", "1", "365", "3000", "100000"),
    "q": ("hotline beijing", "US", "é", '"', "% _", "visit  taiwan", "xyzzy", "=HYPERLINK("),
    "since": ("1d", "7d", "30d", "1y", "1999-12-31", "2026-06-30"),
    "min_days": ("0", "1", "90", "100000"),
    "window": ("0", "1", "3000", "100000"),
    "until": ("raised", "open"),
    "sort": ("name", "length"),
    "page": ("2",),
    "range": ("all",),
}
"""Parameters with what they may be; the last three arrange a page alone."""
_REPEATED: Final = ("parties", "level", "kind", "channel")
_OFTEN: Final = 0.3

Said = list[tuple[str, str]]


def _drawn(seed: int) -> Said:
    """Return a view: parameters and values, some repeated."""
    chance = Random(seed)  # noqa: S311 - a test needs no secrecy
    said: Said = (
        [("asof", chance.choice(("latest", "today", *_DATES)))]
        if chance.random() < 2 * _OFTEN
        else []
    )
    for name, values in _DRAWN.items():
        if chance.random() < _OFTEN:
            most = chance.randint(1, 2) if name in _REPEATED else 1
            said += [(name, value) for value in chance.sample(values, most)]
    return said


def _of_table(table: Table, said: Said, seed: int) -> tuple[Said, list[str]]:
    """Return what is asked of one table: as an address says it, and as a command does."""
    chance, query = Random(f"{seed} {table.name}"), list(said)  # noqa: S311 - as above
    own: list[str] = []
    if table.groups and chance.random() < 2 * _OFTEN:
        query.append(("by", chance.choice(table.groups)))
    if table.name == "openings" and chance.random() < 2 * _OFTEN:
        query.append(("moves", "all"))
        own.append("--closings")
    if table.name == "compare":
        first, second = sorted(chance.sample(_DATES, 2))
        # The command has no as-of day: what is searched for is searched for on the second day.
        query = [item for item in query if item[0] != "asof"]
        query += [("asof", second), ("from", first), ("to", second)]
        own += ["--from", first, "--to", second]
    takes = _options(table.name)
    for name, value in query:
        option = {"asof": "--as-of"}.get(name, f"--{name.replace('_', '-')}")
        if option in takes and name not in {"from", "to"}:
            own += [option, value]
    return query, own


@cache
def _options(command: str) -> frozenset[str]:
    """Return the options that a command has."""
    parser = build_parser()
    (commands,) = (part for part in parser._actions if part.dest == "command")  # noqa: SLF001 - argparse offers no other way
    found: Mapping[str, object] = commands.choices  # type: ignore[assignment]  # parsers by name
    return frozenset(found[command]._option_string_actions)  # type: ignore[attr-defined]  # noqa: SLF001 - as above


@pytest.mark.parametrize("seed", range(_VIEWS))
def test_any_view_is_told_alike(seed: int, capsys: pytest.CaptureFixture[str]) -> None:
    """Every table in both forms, byte for byte; what only arranges a page changes nothing."""
    view = _drawn(seed)
    for table in TABLES:
        query, options = _of_table(table, view, seed)
        for form in MEDIA:
            answer = client().get(f"/api/v1/{table.name}.{form}?{urlencode(query)}")
            assert answer.status_code == 200, (query, answer.text)
            wanted = printed(capsys, table.name, *options, "--format", form)
            assert answer.content.decode() == wanted, (table.name, query, options)


def test_the_views_are_odd_enough() -> None:
    """Each parameter and each value is drawn for some table."""
    drawn = {item for seed in range(200) for item in _drawn(seed)}
    assert drawn >= {(name, value) for name, values in _DRAWN.items() for value in values}
