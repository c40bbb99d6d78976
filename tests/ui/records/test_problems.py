"""Problems, grouped."""

from openline.record.problems import Problem
from openline.record.reading import read_record
from openline.ui.records.problems import (
    asked_above,
    cause_and_effect,
    grouped_problems,
    problems_csv,
    problems_html,
    wrong_html,
)
from tests.asking import TODAY

FILE = (
    "channel,date,state,actor,parties\n"
    + "".join(f"Line {i},2022-01-01,opne,Nobody,A; B\n" for i in range(9))
    + "Line X,2022-02-30,open,,\n"
).encode()


def problems() -> tuple[Problem, ...]:
    """Return the problems of a file of two kinds of errors and one of warnings."""
    return read_record(FILE, TODAY).problems


def test_like_problems_stand_together_errors_first() -> None:
    """A group has its count, its first lines and what was found; errors come first."""
    groups = grouped_problems(problems())
    assert [group.code for group in groups] == [
        "state-vocabulary",
        "date-impossible",
        "actor-not-party",
    ]
    first = groups[0]
    assert (first.number, first.lines) == (9, "2, 3, 4, 5, 6, 7 and 3 more")
    assert first.values == ("opne",)
    assert "Write 'open'." in first.suggestion


def test_a_faulty_header_comes_before_what_follows_from_it() -> None:
    """Of a file without its columns these are the problem; its rows' are folded away."""
    data = b"channel,when,state\nA,2020,opne\nA,2021,opne,x\n"
    first, rest = cause_and_effect(read_record(data, TODAY).problems)
    assert [item.code for item in first] == ["column-missing"]
    assert {item.code for item in rest} == {"state-vocabulary", "row-too-long"}
    page = wrong_html(read_record(data, TODAY).problems)
    shown, folded = page.split("<details")
    assert "There is no column" in shown
    assert (
        "<summary>3 problems will probably disappear once the header is fixed</summary>" in folded
    )
    assert "more cells than the header" in folded


def test_where_the_header_is_sound_nothing_is_folded() -> None:
    """Problems of rows are then problems of rows."""
    assert cause_and_effect(problems()) == (problems(), ())
    assert "<details" not in wrong_html(problems())
    assert wrong_html(problems()) == problems_html(grouped_problems(problems()))


def test_what_is_asked_above_is_not_asked_for_otherwise() -> None:
    """A missing column, a word and a date that the page asks about lead to their question."""
    data = b"channel,when,state\nA,2020,opne\n"
    told = asked_above(read_record(data, TODAY).problems)
    assert [item.suggestion for item in told] == [
        "Choose which column it is, above.",
        "Choose what it means, above.",
    ]
    assert asked_above(problems())[-1] == problems()[-1]


def test_a_cause_that_is_known_stands_alone() -> None:
    """A title above the header is said before all errors that come of it, as text."""
    found = wrong_html(problems(), "Line 4 <looks> like the header.")
    shown, folded = found.split("<details")
    assert shown == '<p class="ol-cause">Line 4 &lt;looks&gt; like the header.</p>'
    assert (
        "<summary>19 problems will probably disappear once the header is fixed</summary>" in folded
    )


def test_what_differs_is_told_for_each_value() -> None:
    """Two wrong words that mean different ones each have their own way to mend them."""
    data = b"channel,date,state\nA,2020,opne\nA,2021,severd\nA,2022,opne\n"
    groups = grouped_problems(read_record(data, TODAY).problems)
    assert groups[0].suggestion == "“opne”: Write 'open'. “severd”: Write 'severed'."


def test_the_table_says_what_to_do() -> None:
    """Count, lines, what is wrong and what to do stand in a row."""
    page = problems_html(grouped_problems(problems()))
    assert "9 errors" in page
    assert "9 warnings" in page
    assert "Found: opne" in page


def test_hostile_text_is_shown_as_text() -> None:
    """No markup of a file takes effect among its problems."""
    bad = "<img src=x onerror=alert(1)>"
    data = f"channel,date,state,{bad},{bad}\nA,{bad},{bad},,\n".encode()
    page = problems_html(grouped_problems(read_record(data, TODAY).problems))
    assert "<img" not in page
    assert "&lt;img" in page


def test_very_many_kinds_are_cut() -> None:
    """A header of a hundred repeated columns does not fill the page."""
    names = ",".join(f"x{i},x{i}" for i in range(100))
    data = f"channel,date,state,{names}\nA,2020-01-01,open\n".encode()
    page = problems_html(grouped_problems(read_record(data, TODAY).problems))
    assert page.count("<tr>") == 61
    assert "further kinds in other columns" in page


def test_the_csv_has_each_problem() -> None:
    """One line a problem, and no cell that a spreadsheet would take for a formula."""
    text = problems_csv(problems()).decode("utf-8-sig")
    assert len(text.splitlines()) == len(problems()) + 1
    assert text.startswith("severity,code,line,column,value,message,suggestion")
    risky = read_record(b"channel,date,state\nA,2020-01-01,=1+1\n", TODAY).problems
    assert "'=1+1" in problems_csv(risky).decode("utf-8-sig")


def test_what_differs_by_more_than_its_value_is_told_line_by_line() -> None:
    """A row that repeats one line is not told to repeat another's."""
    text = "channel,date,state\nA,2020,open\nA,2020,open\nB,2021,open\nB,2021,open\n"
    problems = read_record(text.encode(), TODAY).problems
    (group,) = grouped_problems(problems)
    assert group.message == (
        "Line 3: The row repeats line 2 exactly; the first counts. "
        "Line 5: The row repeats line 4 exactly; the first counts."
    )
    rows = "".join(f"{letter},2020,open\n" * 2 for letter in "ABCDE")
    problems = read_record(f"channel,date,state\n{rows}".encode(), TODAY).problems
    (group,) = grouped_problems(problems)
    assert group.message.endswith("And 2 more like these.")
