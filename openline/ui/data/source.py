"""The source for the routes beside the pages: records and tables that pages share."""

from collections.abc import Hashable

from openline.settings import upload_limits
from openline.ui.data.answers import revisions_of, store_answers
from openline.ui.data.clock import today
from openline.ui.data.looks import data_path, file_mark
from openline.ui.data.saved import kept_records, shown_record
from openline.web.source import BoardSource


def board_source() -> BoardSource:
    """Return the functions that the routes beside the pages call in this process."""
    return BoardSource(
        shown_record, _mark, kept_records, revisions_of, today, upload_limits, store_answers
    )


def _mark() -> Hashable:
    path = data_path()
    return path, file_mark(path), today()
