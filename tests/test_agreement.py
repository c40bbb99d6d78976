"""Numbers shown on two pages are the same number."""

import html
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from itertools import permutations
from pathlib import Path
from random import Random
from typing import Final

import pytest
from streamlit.testing.v1 import AppTest

from openline.analysis.openings import CLOSING
from openline.analysis.tables import TABLES
from openline.brief.brief import Brief
from openline.brief.document import brief_html
from openline.questions import last_day, question_of
from openline.record.reading import read_record
from openline.view.view import View
from tests.budget import budget
from tests.reference.strategies import made_record
from tests.screen import ROOT, TODAY, csv_text, run_page
from tests.web.beside import fresh_client

pytestmark = pytest.mark.thorough

Facts = dict[str, str]
"""The numbers on a page, by the name of what each counts."""
_DAY: Final = date.fromisoformat(TODAY)
_COUNTER: Final = re.compile(r"ol-number[^>]*>([\d,]+)</span> <span[^>]*>(\w+)</span>(.*?)</div>")
_BRIEF_COUNTER: Final = re.compile(r"<dt>(\w+)</dt><dd><b[^>]*>([\d,]+)</b>")
_TABLES: Final = {table.name: table for table in TABLES}
_COUNTED: Final = ("openings", "closings")
_EVENTS: Final = ("contact", "overture", "refusal")
_STATES: Final = ("severed", "partial", "open", "unknown")
_PAGES: Final = {
    "status": None,
    "gaps": "pages/gaps.py",
    "openings": "pages/openings.py",
    "compare": "pages/compare.py",
}
_HOSTILE: Final = csv_text(
    [
        ("<b>line</b>", "A & B; “C”", "2024-02-29", "change", "severed", "44 channels are severed"),
        ("<b>line</b>", "A & B; “C”", "2025", "contact", "", "[9 refusals](https://evil.example)"),
        ("=SUM(1)", "A & B; “C”", "2024-05/2024-08", "change", "partial", "$5 severed$"),
        ("=SUM(1)", "A & B; “C”", "2026-03-01", "refusal", "", "**7** overtures"),
        ("talks", "D; A & B", "1999", "change", "open", "99 silent"),
        ("talks", "D; A & B", "2026-05-01", "overture", "", "On 1 Jan 1960"),
        ("line", "D; A & B", "2026-05-05", "change", "severed", ""),
        ("line", "D; A & B", "2026-06-01", "contact", "partial", ""),
    ]
)


def _of_seed(seed: int) -> str:
    return made_record(Random(seed))  # noqa: S311 - no secret


_CASES: Final[dict[str, tuple[str | None, dict[str, str]]]] = {
    "all": (None, {}),
    "one pair": (None, {"asof": "2023-10-05", "parties": "China; United States"}),
    "a level": (None, {"asof": "2020-03-01", "level": "military", "since": "30d"}),
    "a kind": (None, {"kind": "hotline", "confidence": "confirmed", "min_days": "60"}),
    "hostile": (_HOSTILE, {}),
    "hostile, a past day": (_HOSTILE, {"asof": "2025-12-31", "since": "2025-01-01"}),
    **{f"seed {seed}": (_of_seed(seed), {"asof": "2022-06-30"}) for seed in (3, 14, 15)},
}


@pytest.mark.parametrize("case", [*_CASES][:: budget(2, 1)])
def test_pages_agree(case: str, put_record: Callable[[str], Path]) -> None:
    """Anything that two pages, the brief or the tables count has the same count, for any record,
    day and filter."""
    text, query = _CASES[case]
    shown = text or (ROOT / "data" / "channels.csv").read_text(encoding="utf-8")
    put_record(shown)
    told = {name: _read(run_page(script, **query)) for name, script in _PAGES.items()}
    facts = {
        "Status": _status(told["status"], "since" not in query),
        "Gaps": _gaps(told["gaps"]),
        "Openings": _openings(told["openings"]),
        "Compare": _compare(told["compare"]),
        "API": _api(query),
        **dict(_computed(shown, query)),
    }
    said = [name for told in facts.values() for name in told]
    differing = {}
    for name in set(said):
        numbers = {page: told[name] for page, told in facts.items() if name in told}
        if len(set(numbers.values())) > 1:
            differing[name] = numbers
    assert differing == {}
    assert {name for name in said if said.count(name) > 1} >= {"severed", "silent", *_COUNTED}


@pytest.mark.parametrize("case", ["all", "one pair", "hostile", "seed 15"])
def test_a_channel_and_the_pairs_agree_with_the_status(
    case: str, put_record: Callable[[str], Path]
) -> None:
    """The page of a channel gives the same state and number of severances as the API; each pair has
    as many channels as have both of its sides."""
    text, query = _CASES[case]
    put_record(text or (ROOT / "data" / "channels.csv").read_text(encoding="utf-8"))
    status = _rows_of("status", query)
    newest = max((row for row in status if row["since"]), key=lambda row: str(row["since"]))
    one = {name: str(newest[name]) for name in ("parties", "channel") if newest[name]}
    page = _read(run_page("pages/channel.py", **query | one))
    gaps = [row for row in _rows_of("gaps", query | one) if row["gap"] == "severance"]
    assert _part(page, "ol-headline").rpartition(" since ")[0].endswith(str(newest["state"]))
    assert _times(_part(page, "ol-second")) == len(gaps)
    pairs = _read(run_page(overview="pairs", **query))
    said = re.findall(r'title="([^"]+): ([\d,]+) channels?, ', pairs)
    told = {html.unescape(name): int(number.replace(",", "")) for name, number in said}
    counted = _pairs(status)
    assert told or not counted
    assert told == {name: counted[name] for name in told}


def _times(words: str) -> int:
    """Return how often a channel was severed, according to its second sentence."""
    found = re.search(r"Severed (once|twice|([\d,]+) times) since", words)
    if not found:
        return 0
    return int(found[2].replace(",", "")) if found[2] else ("", "once", "twice").index(found[1])


def _pairs(status: list[dict[str, object]]) -> Counter[str]:
    """Return, for each pair, how many channels that have not ended have both its sides, or how many
    there were if all have ended; by its name in either order."""
    living, ended = Counter[str](), Counter[str]()
    for row in status:
        sides = dict.fromkeys(str(row["parties"] or "").split("; "))
        names = [f"{one}–{other}" for one, other in permutations(sides, 2)]
        (ended if row["state"] == "ended" else living).update(names)
    return Counter(dict(ended) | dict(living))


def _rows_of(table: str, query: dict[str, str]) -> list[dict[str, object]]:
    """Return the API's answer for an address of the board."""
    answer = fresh_client().get(f"/api/v1/{table}.json", params=query)
    assert answer.status_code == 200
    rows: list[dict[str, object]] = answer.json()
    return rows


def _api(query: dict[str, str]) -> Facts:
    """Return the counts of the API, over HTTP."""
    states = Counter(row["state"] for row in _rows_of("status", query))
    silent = [row for row in _rows_of("gaps", query) if row["gap"] == "silence" and row["ongoing"]]
    moves = [row["change"] for row in _rows_of("openings", query | {"moves": "all"})]
    closed = sum(move in CLOSING for move in moves)
    counted = {"silent": len(silent), "openings": len(moves) - closed, "closings": closed}
    return {name: str(number) for name, number in counted.items()} | {
        state: str(states[state]) for state in _STATES
    }


def _read(at: AppTest) -> str:
    """Return the markup of a page, which must have been drawn."""
    assert not at.exception
    alts = [chart.proto.alt for chart in at.get("plotly_chart")]
    bodies = [element.proto.body for element in at.get("html")]
    return "\n".join([*(body for body in bodies if not body.startswith("<style")), *alts])


def _plain(markup: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", markup)).split())


def _part(markup: str, style_class: str) -> str:
    """Return the words of the first element of a class."""
    found = re.search(rf'<(\w+)[^>]*class="[^"]*{style_class}[^>]*>(.*?)</\1>', markup, re.DOTALL)
    return _plain(found[2]) if found else ""


def _first(pattern: str, words: str, otherwise: str = "0") -> str:
    """Return the number in a sentence, or `otherwise` if it has none."""
    found = re.search(pattern, words)
    return found[1].replace(",", "") if found else otherwise


def _counters(markup: str) -> Facts:
    """Return the number below each state, if a page has counters."""
    return {state: number.replace(",", "") for number, state, _ in _COUNTER.findall(markup)}


def _openness(words: str) -> Facts:
    found = re.search(r"Openness (?:is|(?:rose|fell) from \d+ to) (\d+) %", words)
    return {"openness": found[1]} if found else {}


def _happened(words: str) -> Facts:
    """Return the numbers of contacts, overtures and refusals in a sentence."""
    return {f"{event}s since": _first(rf"([\d,]+) {event}s?\b", words) for event in _EVENTS}


def _status(markup: str, usual: bool) -> Facts:
    """Return the facts of Status; what is new counts the same as on other pages if it is since a
    year before."""
    words = _plain(markup)
    drawn = re.search(r"Timeline of [\d,]+ channels? from [^:]+: ([^.]+)\.", words)
    states = {state: _first(rf"([\d,]+) {state}", drawn[1] if drawn else "") for state in _STATES}
    counted = {key: number for key, number in _counters(markup).items() if key in _STATES}
    assert not counted or counted == states
    since = _part(markup, "ol-since\\b")
    return {**states, **_openness(words), **(_happened(since) if usual else {})}


def _gaps(markup: str) -> Facts:
    words = _plain(markup)
    headline = re.sub(r"^.*?\d{4}[:,] ", "", _part(markup, "ol-headline"))
    severed = _first(r"([\d,]+) [^,]*channels? (?:is|are) severed", headline)
    silent = _first(r"([\d,]+) ha(?:s|ve) gone silent", headline)
    listed = {name: _first(rf"([\d,]+) {name}s? as a list", words, "") for name in ("silence",)}
    assert listed["silence"] in ("", silent)
    return {"severed": severed, "silent": silent}


def _openings(markup: str) -> Facts:
    headline = _part(markup, "ol-headline")
    moves = {
        f"{move}s": _first(rf"([\d,]+) {move}s?\b", headline) for move in ("opening", "closing")
    }
    return moves | _openness(_plain(markup))


def _compare(markup: str) -> Facts:
    counted = {key: number for key, number in _counters(markup).items() if key in _STATES}
    second = _part(markup, "ol-second")
    return counted | _openness(second) | _happened(second.partition("In between, ")[2])


def _computed(text: str, query: dict[str, str]) -> Iterator[tuple[str, Facts]]:
    """Yield the counts of the tables, which the commands and the API return, and of the brief."""
    record = read_record(text.encode(), _DAY)
    view = View.from_query({name: [value] for name, value in query.items()})[0]
    as_of = view.as_of_day(record, _DAY)
    question = question_of(view, record, as_of)
    status, gaps, openings, openness = (
        _TABLES[name].answer(replace(question, closings=True))
        for name in ("status", "gaps", "openings", "openness")
    )
    states = {state: str(int((status["state"] == state).sum())) for state in _STATES}
    silent = int((gaps["ongoing"].astype(bool) & (gaps["gap"] == "silence")).sum())
    closed = int(openings["change"].isin(CLOSING).sum())
    counted = {"silent": silent, "openings": len(openings) - closed, "closings": closed}
    known = openness["openness"].dropna()
    share = {"openness": str(round(100 * known.iloc[-1]))} if len(known) else {}
    yield "tables", states | share | {name: str(number) for name, number in counted.items()}
    brief = brief_html(Brief(question, "record", _DAY, last_day(record, _DAY)))
    told = {state: number.replace(",", "") for state, number in _BRIEF_COUNTER.findall(brief)}
    yield "brief", {state: number for state, number in told.items() if state in _STATES}
