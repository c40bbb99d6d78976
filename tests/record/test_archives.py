"""The names in an archive."""

import io
import struct
import zipfile

from openline.record import archives
from openline.record.archives import MOST_LISTED_BYTES, names_in
from openline.record.decoding import decode
from openline.record.problems import Problem
from tests.steps import lines_run


def _archive(count: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(count):
            archive.writestr(f"xl/{number:090}", b"")
    return out.getvalue()


def test_names_stand_in_their_order() -> None:
    """All parts of an archive are named; what is none has no names."""
    assert names_in(_archive(2)) == (f"xl/{0:090}", f"xl/{1:090}")
    assert names_in(b"PK\x05\x06") == names_in(b"channel,date\n") == ()
    assert names_in(_archive(1)[:-9]) == ()


def test_a_list_that_is_too_long_is_not_gone_through() -> None:
    """Archives of many parts are told to be archives in few lines, however many they have."""
    data = _archive(9_000)
    assert len(data) > MOST_LISTED_BYTES
    found = decode(data)
    assert isinstance(found, Problem)
    assert "a ZIP archive" in found.message
    assert lines_run(lambda: decode(data)) < 200


def test_a_size_that_is_understated_lists_no_more() -> None:
    """Where the end says a smaller list than there is, no name beyond it is looked at."""
    data = bytearray(_archive(3))
    at = data.rfind(b"PK\x05\x06")
    struct.pack_into("<I", data, at + 12, 1)
    assert len(names_in(bytes(data))) <= 1
    assert archives.names_in(b"") == ()
