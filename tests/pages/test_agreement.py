"""What the pages say and what the command line prints are the same figures."""

import contextlib
import html
import io
import json
import re
from collections import Counter
from functools import cache
from typing import Any, Final
from unittest.mock import patch

import pytest
from streamlit.testing.v1 import AppTest

from openline.cli import main
from tests.asking import read_once
from tests.screen import markup, run_page

Row = dict[str, Any]
VIEWS: Final[list[dict[str, str]]] = [
    {},
    {"asof": "2023-10-05", "parties": "China; United States"},
    {"asof": "2019-06-30", "level": "military", "confidence": "confirmed"},
    {"asof": "2024-02-29", "kind": "hotline", "carry": "900", "min_days": "365", "window": "730"},
]
STATES: Final = ("severed", "partial", "open", "unknown")
_OPENINGS: Final = {"established", "reopened", "widened", "resumed"}
pytestmark = [
    pytest.mark.usefixtures("set_today"),
    pytest.mark.parametrize("view", VIEWS, ids=lambda view: "-".join(view.values()) or "plain"),
]


_ONLY = {"min_days": {"gaps", "openings", "unusual"}, "window": {"openings", "signs"}}
_NOT = {"asof": {"compare"}}
"""The options that only some commands take, and that one does not."""

_EXPLAINED: Final = r'<span class="ol-tip".*?</span>'


def asked(command: str, view: dict[str, str], *more: str) -> list[Row]:
    """Return the rows that a command prints for a view."""
    names = [name for name in view if command in _ONLY.get(name, {command}) - _NOT.get(name, set())]
    options = [
        f"--{name.replace('_', '-').replace('asof', 'as-of')}={view[name]}" for name in names
    ]
    out = io.StringIO()
    with contextlib.redirect_stdout(out), patch("openline.cli.read_record", read_once):
        assert main([command, *options, *more, "--format", "json"]) == 0
    rows: list[Row] = json.loads(out.getvalue())
    return rows


@cache
def _page(script: str | None, **view: str) -> AppTest:
    """A page that is read alone, drawn once for all tests."""
    at = run_page(script, **view)
    assert not at.exception
    return at


def words(script: str | None, view: dict[str, str], **more: str) -> str:
    """Return all that a page says for a view, as plain text, without what explains its words."""
    said = re.sub(_EXPLAINED, " ", markup(_page(script, **view, **more)))
    text = re.sub(r"<[^>]+>", " ", said)
    return re.sub(r"\s+", " ", html.unescape(text))


def headline(script: str | None, view: dict[str, str]) -> str:
    """Return the sentence at the top of a page."""
    found = re.search(r'class="ol-headline"[^>]*>(.*?)</div>', markup(_page(script, **view)))
    assert found
    return html.unescape(re.sub(r"<[^>]+>", "", found[1]))


def number_of(word: str, sentence: str) -> int:
    """Return the number before a word of a sentence, 0 where the sentence leaves it out."""
    found = re.search(rf"([\d,]+)(?: of [\d,]+ [^,]*? (?:is|are))? {word}", sentence)
    return int(found[1].replace(",", "")) if found else 0


def test_status_counts_the_states(view: dict[str, str]) -> None:
    """The headline has the number of channels in each state."""
    found = Counter(row["state"] for row in asked("status", view))
    sentence = headline(None, view)
    assert {state: number_of(state, sentence) for state in STATES} == {
        state: found[state] for state in STATES
    }


def test_the_board_has_the_lengths_of_the_status(view: dict[str, str]) -> None:
    """Each row of the board has its channel's state, days in it and days of silence."""
    shown = _page(None, **view).dataframe[0].value
    board = Counter(
        (row["State"], row["Channel"], _whole(row["Days in state"]), _whole(row["Days silent"]))
        for row in shown.to_dict("records")
    )
    printed = Counter(
        (row["state"], row["channel"], row["days_in_state"], row["days_silent"])
        for row in asked("status", view)
    )
    assert board == printed


def test_gaps_counts_what_goes_on(view: dict[str, str]) -> None:
    """The headline has the number of severances and silences that go on."""
    found = Counter(row["gap"] for row in asked("gaps", view) if row["ongoing"])
    sentence = headline("pages/gaps.py", view)
    severed = re.search(r"\d{4}, ([\d,]+|no) [^,]*?channels? (?:is|are) severed", sentence)
    silent = re.search(r"([\d,]+|none|no[^,]*) (?:has|have) gone silent", sentence)
    assert severed, sentence
    assert silent, sentence
    assert _count(severed[1]) == found["severance"]
    assert _count(silent[1]) == found["silence"]


def test_gaps_tells_the_estimate(view: dict[str, str]) -> None:
    """The numbers beside the curve are those of the summary."""
    (summary,) = asked("survival", view, "--summary")
    page = words("pages/gaps.py", view)
    assert f"{summary['n']} severances" in page
    if isinstance(summary["median"], int):
        assert f"reopened after {summary['median']:,} days" in page


def test_openings_counts_the_window(view: dict[str, str]) -> None:
    """The headline has the number of openings and of closings in the window."""
    rows = asked("openings", view, "--closings")
    opened = sum(row["change"] in _OPENINGS for row in rows)
    sentence = headline("pages/openings.py", view)
    assert _count(_match(r"([\d,]+|no) openings?", sentence)) == opened
    assert _count(_match(r"([\d,]+|no) closings?", sentence)) == len(rows) - opened


def test_openings_counts_the_signs(view: dict[str, str]) -> None:
    """The line above the signs has their number."""
    found = len(asked("signs", view))
    page = words("pages/openings.py", view)
    shown = re.search(r"severed or partial channels[^.]*?: ([\d,]+|none)", page)
    assert shown, page
    assert _count(shown[1]) == found


def test_gaps_ranks_what_goes_on(view: dict[str, str]) -> None:
    """The lists say of each gap than how many that ended it is longer."""
    rows = asked("unusual", view)
    page = words("pages/gaps.py", view)
    shown = Counter(re.findall(r"longer than ([^.;]{1,20}?) ended in its channel", page))
    assert shown == Counter(_rank(row) for row in rows if row["ended"])


def test_gaps_counts_what_each_cause_brought(view: dict[str, str]) -> None:
    """Each cause stands with its severances, their days of beginning and their median."""
    rows = [row for row in asked("causes", view) if row["cause"] and row["severances"] > 2]
    page = words("pages/gaps.py", view)
    for row in rows:
        found = re.search(
            rf"{re.escape(row['cause'])} [^.;]{{1,90}}? {row['severances']} (median|each) ([\d,]+)",
            page,
        )
        assert found, row
        if found[1] == "median":
            assert int(found[2].replace(",", "")) == round(row["median_days"]), row
            assert f" d, {row['shortest_days']:,}–{row['longest_days']:,} d" in page, row


def test_compare_counts_the_changes(view: dict[str, str]) -> None:
    """The page's counts of changes are those of the comparison of a day and a year before."""
    second = view.get("asof", "2026-06-30")
    first = f"{int(second[:4]) - 1}{second[4:]}".replace("2023-02-29", "2023-02-28")
    found = Counter(
        row["change"] for row in asked("compare", view, "--from", first, "--to", second)
    )
    page = words("pages/compare.py", view)
    assert f"Unchanged {found['unchanged']}" in page
    for change in ("opened", "closed"):
        if found[change]:
            assert re.search(rf"\b{found[change]} ([^,;.]*? )??(channels? )?{change}", page)


def test_a_channel_tells_its_days(view: dict[str, str]) -> None:
    """Time in state on a channel's page is the row of the shares."""
    channel = {**view, "channel": "Defence ministers", "parties": "China; United States"}
    channel.pop("level", None)
    channel.pop("kind", None)
    (shares,) = asked("shares", channel)
    page = words("pages/channel.py", channel)
    for state in STATES:
        if shares[f"{state}_days"]:
            assert re.search(rf"{state} {shares[f'{state}_days']:,} d", page), state


def _rank(row: Row) -> str:
    """How many of the ended a gap is longer than, in the words of the page."""
    ended, most, least = row["ended"], row["longer_than"], row["longer_least"]
    if least < most:
        return f"{least:,}–{most:,} of {ended:,}"
    if most == ended:
        return f"all {ended:,}" if ended > 1 else "the one"
    return f"{most or 'none'} of {ended:,}"


def _whole(value: Any) -> int | None:
    return None if value != value or value is None or str(value) == "<NA>" else int(value)


def _count(text: str) -> int:
    return int(text.replace(",", "")) if text[0].isdigit() else 0


def _match(pattern: str, sentence: str) -> str:
    found = re.search(pattern, sentence, re.IGNORECASE)
    assert found, sentence
    return found[1]
