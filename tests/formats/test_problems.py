"""Problems as a table."""

from openline.formats.machine import to_csv
from openline.formats.problems import problem_frame
from openline.record.problems import PROBLEM_FIELDS, WARNING, Problem


def test_a_problem_is_a_row() -> None:
    """With its line as a whole number, and nothing where it has none."""
    of_file = Problem(WARNING, "encoding-guessed", None, None, None, "Guessed.", "Look.")
    of_row = Problem(WARNING, "date-future", 3, "date", "2099", "Later.", "Look.")
    assert to_csv(problem_frame([of_file, of_row])) == (
        "severity,code,line,column,value,message,suggestion\r\n"
        "warning,encoding-guessed,,,,Guessed.,Look.\r\n"
        "warning,date-future,3,date,2099,Later.,Look.\r\n"
    )
    assert list(problem_frame([])) == list(PROBLEM_FIELDS)
