"""The lists of Compare."""

from datetime import date
from typing import Any

import pandas as pd

from openline.ui.compare.days import Days
from openline.ui.compare.lists import UNCHANGED, changed_html, unchanged_html
from openline.view.view import View
from tests.screen import broken

DAYS = Days(date(2022, 10, 5), date(2023, 10, 5), date(2022, 10, 5), date(2023, 10, 5))
BAD = "<img src=x onerror=alert(1)>"


def _row(**columns: Any) -> pd.DataFrame:
    row = {
        "parties": "A; B",
        "channel": "Line",
        "from_state": "open",
        "to_state": "severed",
        "change": "closed",
        "contacts": 1,
        "overtures": 0,
        "refusals": 2,
        "moves": 1,
        "recorded": False,
        "moved_text": "2023-05",
        "summary": "Cut off.",
        "source": "Wire",
        "source_url": "https://wire.test/1",
        "contact_text": "2023-08",
        "contact_summary": "They met.",
        "contact_source": None,
        "contact_source_url": "https://wire.test/2",
    }
    return pd.DataFrame([row | columns])


def test_a_change_is_a_row_with_its_story() -> None:
    """Both states, the change, the counts, and what moved the channel with its source."""
    page = broken(changed_html(DAYS, _row(), View(), several=True))
    assert "<th>5 Oct 2022</th><th>5 Oct 2023</th>" in page
    assert 'href="channel?parties=A%3B+B&amp;channel=Line"' in page
    assert "A–B" in page
    assert "1<span" in page
    assert "> contact</span>" in page
    assert "2<span" in page
    assert "> refusals</span>" in page
    assert "May 2023</span> Cut off." in page
    assert 'href="https://wire.test/1"' in page


def test_a_new_channel_had_no_state() -> None:
    """Where there was no channel the first state says so; one set of parties is not repeated."""
    page = changed_html(DAYS, _row(from_state=None, change="new"), View(), several=False)
    assert ">none</span>" in page
    assert "A–B" not in page


def test_a_move_that_cites_nothing_has_its_day_alone() -> None:
    """A state that was carried too long became unknown without a source."""
    bare = _row(to_state="unknown", change="unclear", summary=None, source=None, source_url=None)
    page = changed_html(DAYS, bare, View(), several=False)
    assert "May 2023" in page
    assert "nan" not in page.lower()
    assert "None" not in page
    unmoved = changed_html(DAYS, bare.assign(moved_text=None), View(), several=False)
    assert unmoved.endswith("<td></td></tr></tbody></table>")


def test_the_unchanged_are_behind_their_sum() -> None:
    """They are listed on demand, worst state first, with what happened to them."""
    same = {"change": "unchanged", "moves": 0, "contact_text": None}
    rows = [_row(channel="Calm", to_state="open", **same), _row(channel="Cut", **same)]
    others = [_row(channel="Calm", to_state="open", **same)] * 10
    frame = pd.concat([*rows, *others, _row(), _row(channel="Back", **same | {"moves": 2})])
    page = broken(unchanged_html(frame.reset_index(drop=True), View()))
    assert page.startswith('<details class="ol-unchanged"><summary')
    assert "Unchanged 13" in page
    assert page.index(">Cut<") < page.index(">Calm<")
    assert "moved, back since May 2023" in page
    assert page.index(">Back<") < page.index(">Cut<")
    assert page.index(f'id="{UNCHANGED}"') < page.index(">Back<")


def test_the_unchanged_stand_open_where_nothing_else_is_told() -> None:
    """Where all is unchanged the list is the answer; without one there is none."""
    assert unchanged_html(_row(), View()) == ""
    assert unchanged_html(_row(change="unchanged"), View()).startswith(
        '<details class="ol-unchanged" open>'
    )


def test_few_unchanged_are_listed_at_once() -> None:
    """Twelve stand open beside what changed; thirteen wait to be asked for."""
    for number, opened in ((12, True), (13, False)):
        frame = pd.concat([_row(), *[_row(change="unchanged")] * number], ignore_index=True)
        assert unchanged_html(frame, View()).startswith('<details class="ol-unchanged" open>') == (
            opened
        )


def test_an_unchanged_channel_has_its_newest_contact() -> None:
    """The contact is told with its day and source, beside that it moved and came back."""
    page = broken(unchanged_html(_row(change="unchanged", moves=2), View()))
    assert ">moved, back since May 2023</span></div>" in page
    assert ">contact Aug 2023</span> They met." in page
    assert 'href="https://wire.test/2"' in page
    assert ">latest contact Aug" in broken(
        unchanged_html(_row(change="unchanged", contacts=2), View())
    )


def test_very_many_are_cut_and_counted() -> None:
    """Four hundred are listed; the rest is in the data."""
    frame = pd.concat([_row(change="unchanged")] * 405, ignore_index=True)
    page = unchanged_html(frame, View())
    assert page.count("<tr>") == 401
    assert "5 more are in the data that you can download." in page


def test_hostile_text_is_shown_as_text() -> None:
    """No markup of a record takes effect, and no address but that of the web."""
    bad = _row(channel=BAD, parties=BAD, summary=BAD, source=BAD, source_url="javascript:alert(1)")
    pages = changed_html(DAYS, bad, View(), True) + unchanged_html(
        bad.assign(change="unchanged"), View()
    )
    assert "<img" not in pages
    assert 'href="javascript' not in pages
