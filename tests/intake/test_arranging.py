"""The columns of a file after what was chosen."""

from openline.intake.arranging import (
    Arrangement,
    arranged_cells,
    arranged_rows,
    column_labels,
    in_one_line,
)
from openline.intake.choices import Choices, Join
from openline.intake.source import Source, read_source


def _source(data: bytes) -> Source:
    source = read_source(data)
    assert isinstance(source, Source)
    return source


def test_each_column_has_a_label_of_its_own() -> None:
    """Its name, with its place where it stands again, and its place alone where it has none."""
    assert column_labels(["a", " a ", "", "b"], 5) == ["a", "a (2)", "3", "b", "5"]
    assert column_labels(["a", "a", "a (2)", "", "4"]) == ["a", "a (2)?", "a (2)", "4?", "4"]


def test_made_columns_stand_between_the_files_own_and_what_is_beyond() -> None:
    """So a cell too many stays one, and its label the number of its place in the file."""
    source = _source(b"y,m\n2020,1,beyond\n")
    choices = Choices(joins={"date": Join(("y", "m"))}, constants={"state": "open"})
    columns = Arrangement.of(source, choices)
    assert columns.names == ("y", "m", "date", "state")
    assert columns.cells(["2020", "1", "beyond"]) == ["2020", "1", "2020-01", "open", "beyond"]
    assert columns.labels_of(5) == ["y", "m", "date", "state", "3"]
    assert [columns.place(label) for label in ("m", "date", "3", "4", "x")] == [1, 2, 4, 5, None]


def test_what_is_chosen_of_missing_columns_does_nothing() -> None:
    """Nor is a column made whose name the file has, under any spelling or by a choice."""
    source = _source(b"Date,b\n")
    choices = Choices(
        names={"gone": "state", "b": "kind"},
        joins={"date": Join(("b",)), "end": Join(("gone",)), "level": Join(())},
        constants={"KIND": "x", "actor": "China"},
        filled=("gone", "b"),
    )
    columns = Arrangement.of(source, choices)
    assert columns.names == ("Date", "kind", "actor")
    assert columns.filled == (1,)


def test_cells_are_edited_before_others_are_made_of_them() -> None:
    """Unless it is the made cell that is edited; an edit of an unknown column does nothing."""
    columns = Arrangement.of(_source(b"y,m\n"), Choices(joins={"date": Join(("y", "m"))}))
    assert arranged_cells(["2020", "1"], columns, {"m": "2"}) == ["2020", "2", "2020-02"]
    edited = {"m": "2", "date": "2021", "x": "?"}
    assert arranged_cells(["2020"], columns, edited) == ["2020", "2", "2021"]
    assert arranged_cells([], columns, {"4": "far"}) == ["", "", "", "", "far"]


def test_rows_without_content_and_those_left_out_are_not_given() -> None:
    """Nor is a row that breaks the quoting, unless it is edited."""
    source = _source(b'a,b\n1,2\n,\n3,4\n5,"6"x\n')
    columns = Arrangement.of(source, Choices())
    assert [row.line for row, _ in arranged_rows(source, columns, left_out={4: "totals"})] == [2]


def test_a_text_of_several_lines_becomes_one() -> None:
    """Each end of a line becomes a blank."""
    assert in_one_line("a\r\nb\rc\nd") == "a b c d"
