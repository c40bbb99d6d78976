"""The lists of the page Gaps."""

import csv
import io
from datetime import date

import pytest

from openline.analysis.gaps import SEVERANCE, SILENCE, gaps
from openline.analysis.unusual import unusual
from openline.cli import main
from openline.figures.gaps.history import gap_rows
from openline.questions import filters_of
from openline.record.reading import read_record
from openline.ui.controls.csv_file import answer_bytes
from openline.ui.data.looks import Look, load_bundled, tables
from openline.ui.gaps.lists import history_html, ongoing_html
from openline.ui.pages import GAPS_PAGE
from openline.ui.scene import Scene
from openline.view.view import View
from tests.screen import broken, csv_text

DAY = date(2024, 1, 1)
ROWS = (
    ("Talks", "A; B", "2020-01", "", "severed", "Cut.", "https://host/a"),
    ("Line", "A; B", "2019-01-01", "contact", "open", "A call.", "javascript:x"),
)


def _scene(*rows: tuple[str, ...]) -> Scene:
    record = read_record(csv_text(rows).encode(), DAY)
    view = View()
    found = tables(Look(record.digest, DAY, filters_of(view), None), record)
    return Scene(GAPS_PAGE, view, record, DAY, DAY, filters_of(view), found)


def test_the_download_has_the_rows_of_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    """What the page gives away is what `python -m openline gaps` prints for the same view."""
    record = load_bundled(DAY).record
    assert record is not None
    view = View(asof=DAY, level=("military",), min_days=700)
    found = tables(Look(record.digest, DAY, filters_of(view), None), record)
    scene = Scene(GAPS_PAGE, view, record, DAY, DAY, filters_of(view), found)
    asked = ["gaps", "--as-of", DAY.isoformat(), "--level", "military", "--min-days", "700"]
    assert main([*asked, "--format", "csv"]) == 0
    printed = capsys.readouterr().out
    assert list(csv.reader(io.StringIO(answer_bytes("gaps", scene).decode("utf-8-sig")))) == list(
        csv.reader(io.StringIO(printed))
    )
    assert printed.count("\n") > 30


def test_a_severance_leads_to_its_channel_and_its_source() -> None:
    """A row has the channel's link, the start as given, the range and both ranks."""
    scene = _scene(*ROWS)
    found = unusual(scene.tables.evidence)
    html = ongoing_html(scene, found[found["gap"] == SEVERANCE])
    assert "1 severance as a list, with sources" in html
    assert 'href="channel?parties=A%3B+B&amp;channel=Talks"' in html
    assert "Jan 2020" in html
    assert "1,431–1,461 d" in html
    assert "in its channel, none has ended yet" in html
    assert 'href="https://host/a"' in html


def test_a_silence_says_what_the_last_contact_was() -> None:
    """A silence cites its last contact; an address that is not safe is no link."""
    scene = _scene(*ROWS)
    found = unusual(scene.tables.evidence)
    html = ongoing_html(scene, found[found["gap"] == SILENCE])
    assert "A call." in html
    assert "1,826 d" in html
    assert 'href="javascript' not in html


def test_the_history_lists_gaps_by_channel() -> None:
    """Each channel has its severances and its silences apart, the newest first."""
    scene = _scene(
        ("Talks", "A; B", "2020-01-01", "", "severed"),
        ("Talks", "A; B", "2020-01-31", "contact", "open"),
        ("Talks", "A; B", "2022-01-01", "", "severed"),
    )
    table = gaps(scene.tables.evidence)
    html = broken(history_html(scene, table, gap_rows(table)))
    assert html.index("since 1 Jan 2022") < html.index("1 Jan 2020 – 31 Jan 2020")
    assert "730 d so far" in html
    assert html.count("<tr>") == 2


def test_a_channel_of_very_many_gaps_names_the_newest() -> None:
    """Twelve of a kind are listed, the others counted."""
    rows = [("Talks", "A; B", f"{year}-01-01", "contact", "open") for year in range(2000, 2024)]
    scene = _scene(*rows)
    table = gaps(scene.tables.evidence)
    assert "and 12 earlier" in history_html(scene, table, gap_rows(table))
