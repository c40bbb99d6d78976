"""Files in many dialects, made by chance."""

import csv
import io
from typing import Final

from hypothesis import strategies as st

__all__ = ["HEADER", "files"]

HEADER: Final = ("channel", "date", "state", "summary")
_ENCODINGS: Final = (
    (b"", "utf-8"),
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_CELLS: Final = st.text(
    st.sampled_from(list('ab19 ,;"\n\rßŁ\t=-/.')) | st.characters(exclude_categories=["C"]),
    max_size=6,
)


@st.composite
def files(draw: st.DrawFn) -> bytes:
    """Draw a sound file with at least one row: any delimiter, quoting, encoding, line end."""
    delimiter = draw(st.sampled_from(",;\t"))
    out = io.StringIO(newline="")
    writer = csv.writer(
        out,
        delimiter=delimiter,
        quoting=draw(st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL])),
        lineterminator=draw(st.sampled_from(["\n", "\r\n", "\r"])),
    )
    writer.writerow(HEADER)
    rows = draw(st.lists(st.lists(_CELLS, min_size=1, max_size=4), max_size=5))
    for row in [*rows, ["last", "2022", "open", "x"]]:
        writer.writerow(row)
    mark, encoding = draw(st.sampled_from(_ENCODINGS))
    return mark + out.getvalue().encode(encoding)
