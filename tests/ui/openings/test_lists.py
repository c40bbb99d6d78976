"""The two lists of the page Openings."""

from datetime import date

import pandas as pd
import pytest

from openline.analysis.openings import openings
from openline.analysis.signs import signs
from openline.questions import filters_of
from openline.record.reading import read_record
from openline.ui.controls.csv_file import to_download
from openline.ui.data.looks import Look, tables
from openline.ui.openings.lists import moves_html, moves_table, signs_html, signs_table
from openline.ui.pages import OPENINGS_PAGE
from openline.ui.scene import Scene
from openline.view.view import View
from tests.analysis.records import evidence
from tests.screen import broken

HEADER = "channel,parties,date,event,state,summary,source,source_url\n"
DAY = date(2024, 1, 1)
_RECORD = """channel,date,event,state
Line,2020-02,change,severed
Line,2020-04,overture,
Line,2020-06,change,open
"""


def _scene(*rows: str, window: int = 365) -> Scene:
    record = read_record((HEADER + "\n".join(rows)).encode(), DAY)
    assert not record.has_errors
    view = View(window=window)
    found = tables(Look(record.digest, DAY, filters_of(view), None), record)
    return Scene(OPENINGS_PAGE, view, record, DAY, DAY, filters_of(view), found)


def _moves(scene: Scene) -> str:
    found = openings(scene.tables.evidence, scene.view.window)
    return moves_html(scene, found, len(found))


def _signs(scene: Scene) -> str:
    found = signs(scene.tables.evidence, scene.view.window)
    return signs_html(scene, found, len(found))


def test_a_source_shows_its_publisher_and_leads_to_the_page() -> None:
    """The whole citation is given on hovering; an unsafe address is no link."""
    html = _moves(
        _scene('T,A; B,2023-02-01,,open,Agreed.,"Wire, Title, 2023",https://wire.example/1')
    )
    assert ">Wire</a>" in html
    assert 'title="Wire, Title, 2023"' in html
    assert 'href="https://wire.example/1"' in html
    bad = _moves(_scene("T,A; B,2023-02-01,,open,Agreed.,Wire,ftp://wire.example/1"))
    assert "ftp:" not in bad
    assert ">Wire</div>" in bad


def test_without_a_source_there_is_no_line_for_one() -> None:
    """A row that cites nothing shows nothing; an address alone stands for a source."""
    assert "ol-source" not in _moves(_scene("T,A; B,2023-02-01,,open,Agreed.,,"))
    assert ">https://w.example/1</a>" in _moves(
        _scene("T,A; B,2023-02-01,,open,Agreed.,,https://w.example/1")
    )


def test_a_sign_in_several_channels_is_told_once() -> None:
    """One overture of a day, told alike, has a link for each of its channels."""
    rows = [f"{name},A; B,2023-01-01,,severed,Cut.,," for name in ("One", "Two", "Six")]
    rows += [f"{name},A; B,2023-03-01,overture,,Asked.,," for name in ("One", "Two")]
    rows += ["Six,A; B,2023-03-01,overture,,Asked again.,,"]
    html = _signs(_scene(*rows))
    assert html.count("Asked.") == 1
    assert "in 2 severed channels" in html
    assert "in a severed channel" in html
    assert html.count("<a ") == 3
    assert "changed no state: 3 in the year." in html


@pytest.mark.parametrize("make", [moves_html, signs_html])
def test_an_empty_list_says_why(make: object) -> None:
    """Nothing in the window differs from nothing on this page."""
    scene, none = (
        _scene("T,A; B,2000-01-01,,open,,,"),
        pd.DataFrame(
            {
                "row": [],
                **{name: [] for name in ("date_text", "event", "state", "summary", "source")},
            }
        ),
    )
    assert callable(make)
    assert "None in the 365 days before 1 Jan 2024." in broken(make(scene, none, 0))
    assert "There is nothing earlier in the window." in make(scene, none, 41)


def test_a_publisher_is_whole_though_its_brackets_hold_a_comma() -> None:
    """A source is cut at its first comma outside brackets."""
    for source, shown in [
        ("New Daily (PTI, Dawn), Talks end, 2023", "New Daily (PTI, Dawn)"),
        ("New Daily (PTI, Dawn)", "New Daily (PTI, Dawn)"),
        ("New Daily (PTI, Talks end", "New Daily (PTI"),
        ("New) Daily, Talks", "New) Daily"),
    ]:
        html = _moves(_scene(f'T,A; B,2023-02-01,,open,Agreed.,"{source}",https://x.example'))
        assert f">{shown}<" in html


def test_coarse_dates_and_lengths_are_saved_as_what_they_are() -> None:
    """The date as given and the bounds of the length stand beside the exact numbers."""
    seen = evidence(_RECORD, "2020-12-31")
    head, row, *_ = to_download(moves_table(openings(seen))).decode("utf-8-sig").splitlines()
    assert head.startswith(
        "parties,channel,date,date_text,change,from_state,to_state,"
        "after_days,after_days_min,after_days_max,event,"
    )
    assert row.startswith(",Line,2020-06-01,2020-06,reopened,severed,open,121,93,150,change,")
    head, row = to_download(signs_table(signs(seen))).decode("utf-8-sig").splitlines()
    assert head.startswith("parties,channel,date,date_text,event,")
    assert row.startswith(",Line,2020-04-01,2020-04,overture,severed,")
