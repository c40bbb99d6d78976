"""The lists of Openings as they are saved."""

from openline.analysis.openings import openings
from openline.analysis.signs import signs
from openline.ui.controls.csv_file import to_download
from openline.ui.openings.dated_tables import moves_table, signs_table
from tests.analysis.records import evidence

_RECORD = """channel,date,event,state
Line,2020-02,change,severed
Line,2020-04,overture,
Line,2020-06,change,open
"""


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
