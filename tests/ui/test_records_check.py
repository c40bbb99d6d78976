"""A file, checked."""

from openline.record.problems import problem
from openline.settings import Limits
from openline.ui.records_check import check, source_of
from openline.ui.records_draft import Base, Draft
from tests.asking import TODAY

GOOD = b"channel,date,state\nHotline,2020-01-01,open\n"
BAD = b"channel,date,state\nHotline,2020-01-01,opened\nTalks,5/8/2022,open\n"


def test_a_file_is_described_by_its_check() -> None:
    """Errors, their lines, and what is to be chosen are counted."""
    checked = check(BAD, None, TODAY, Limits(), "a")
    state = checked.state(Draft("a.csv", BAD, BAD))
    assert (state.errors, state.lines, state.rows, state.to_choose) == (2, 2, 0, True)
    assert [word.word for word in checked.words] == ["opened"]
    assert [found.column for found in checked.dates] == ["date"]


def test_a_saved_file_is_known_by_its_bytes() -> None:
    """Only the very bytes that were saved count as saved."""
    checked = check(GOOD, None, TODAY, Limits(), "b")
    base = Base("Gulf", 1, checked.record.digest)
    assert checked.state(Draft("a.csv", GOOD, GOOD, base=base)).saved_as == ("Gulf", 1)
    other = Base("Gulf", 1, "0" * 64)
    assert checked.state(Draft("a.csv", GOOD, GOOD, base=other)).saved_as is None


def test_limits_are_named_when_met() -> None:
    """A file above a limit has an error that names it."""
    codes = {item.code for item in check(GOOD * 50_000, None, TODAY, Limits(1), "c").problems}
    assert codes == {"size-limit"}
    rows = b"channel,date,state\n" + b"A,2020-01-01,open\nB,2020-01-01,open\n"
    found = check(rows, None, TODAY, Limits(rows=1), "d").problems
    assert "row-limit" in {item.code for item in found}


def test_the_fault_of_a_workbook_stands_for_all_else() -> None:
    """Where a workbook cannot be read nothing else is said of it."""
    fault = problem("file-empty", None, None, None, "Empty.", "Choose another.")
    assert check(b"", fault, TODAY, Limits(), "e").problems == (fault,)


def test_what_is_no_text_has_no_rows() -> None:
    """A PDF has a problem and no source."""
    assert source_of(b"%PDF-1.7") is None
    assert source_of(GOOD) is not None
