"""A file, checked."""

import pytest

from openline.intake.deriving import derive
from openline.intake.edits import Edits
from openline.record.problems import problem
from openline.settings import Limits
from openline.ui.records.check import check, check_edited, source_of
from openline.ui.records.draft import Base, Draft
from tests.asking import TODAY

GOOD = b"channel,date,state\nHotline,2020-01-01,open\n"
BAD = b"channel,date,state\nHotline,2020-01-01,opened\nTalks,5/8/2022,open\n"


def test_a_file_is_described_by_its_check() -> None:
    """Errors, their lines, and what is to be chosen are counted."""
    checked = check(BAD, None, TODAY, Limits(), "a")
    state = checked.state(Draft.of("a.csv", BAD))
    assert (state.errors, state.lines, state.rows, state.to_choose) == (2, 2, 0, True)
    assert not check(
        BAD.replace(b"opened", b"open").replace(b"5/8/2022", b"soon"), None, TODAY, Limits(), "a"
    ).has_own_words


def test_a_saved_file_is_known_by_its_bytes() -> None:
    """Only the very bytes that were saved count as saved."""
    checked = check(GOOD, None, TODAY, Limits(), "b")
    base = Base("Gulf", 1, checked.record.digest)
    assert checked.state(Draft.of("a.csv", GOOD, base=base)).saved_as == ("Gulf", 1)
    other = Base("Gulf", 1, "0" * 64)
    assert checked.state(Draft.of("a.csv", GOOD, base=other)).saved_as is None


def test_limits_are_named_when_met() -> None:
    """A file above a limit has an error that names it."""
    codes = {item.code for item in check(GOOD * 50_000, None, TODAY, Limits(1), "c").problems}
    assert codes == {"size-limit"}
    rows = b"channel,date,state\n" + b"A,2020-01-01,open\nB,2020-01-01,open\n"
    found = check(rows, None, TODAY, Limits(rows=1), "d").problems
    assert "row-limit" in {item.code for item in found}
    found = check(rows, None, TODAY, Limits(channels=1), "d").problems
    assert [item.code for item in found] == ["channel-limit"]


def test_the_fault_of_a_workbook_stands_for_all_else() -> None:
    """Where a workbook cannot be read nothing else is said of it."""
    fault = problem("file-empty", None, None, None, "Empty.", "Choose another.")
    assert check(b"", fault, TODAY, Limits(), "e").problems == (fault,)


def test_what_is_no_text_has_no_rows() -> None:
    """A PDF has a problem and no source."""
    assert source_of(b"%PDF-1.7") is None
    assert source_of(GOOD) is not None


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("above", ["", ",,"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_problem_of_the_header_is_on_its_line(end: str, above: str, encoding: str) -> None:
    """Below blank lines, whatever their ends are, and below empty cells."""
    data = end.join([above, above, "channel,date,stat", "A,2020,open", ""]).encode(encoding)
    (found,) = check(data, None, TODAY, Limits(), "h").problems
    assert (found.code, found.line) == ("column-missing", 3)


def test_an_edit_is_checked_as_the_whole_file_is() -> None:
    """After an edit the problems and the rows are those of the file that results."""
    before = check(BAD, None, TODAY, Limits(), "g")
    edits = Edits({2: {"state": "open"}})
    data = derive(BAD, edits=edits)
    found = check_edited(before, data, edits, TODAY, Limits())
    assert found.problems == check(data, None, TODAY, Limits(), "h").problems
    assert found.source == source_of(data)
    assert found.source is source_of(data)


def test_an_edit_past_the_limit_of_channels_is_refused() -> None:
    """A row of a channel of its own that is one too many is named as in a file."""
    limits = Limits(channels=1)
    before = check(GOOD, None, TODAY, limits, "j")
    edits = Edits(added=({"channel": "Talks", "date": "2020-01-01", "state": "open"},))
    found = check_edited(before, derive(GOOD, edits=edits), edits, TODAY, limits)
    assert [item.code for item in found.problems] == ["channel-limit"]


def test_an_edit_past_a_limit_is_checked_whole() -> None:
    """Where an edit cannot be checked in part, the whole read says what it meets."""
    before = check(GOOD, None, TODAY, Limits(rows=1), "i")
    edits = Edits(added=({"channel": "Talks", "date": "2021", "state": "open"},))
    found = check_edited(before, derive(GOOD, edits=edits), edits, TODAY, Limits(rows=1))
    assert "row-limit" in {item.code for item in found.problems}
    assert found.source is None


def test_the_header_is_faulty_where_it_stands() -> None:
    """What stood above it has left blank lines; its problems are marked below these."""
    found = check(b"\n\nid,date,state\n1,2020,open\n", None, TODAY, Limits())
    assert [(item.code, item.line) for item in found.problems] == [("column-missing", 3)]
