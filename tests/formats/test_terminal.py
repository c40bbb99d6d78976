"""Tables at a terminal: fitted to its width, honest about what is left out."""

import pandas as pd
import pytest

from openline.formats.terminal import counted, to_terminal


def _shown(frame: pd.DataFrame, width: int = 100, *hidden: str) -> list[str]:
    return to_terminal(frame, list(frame), hidden, width).splitlines()


def _wide() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "state": ["open", "severed"],
            "channel": ["A very long name " * 6, "Short"],
            "since": pd.to_datetime(["2022-08-05", "2021-01-01"]),
            "since_text": ["2022-08-05/2022-08-07", "2021"],
            "summary": ["What was said " * 12, ""],
        }
    )


def test_no_line_is_wider_than_asked() -> None:
    """At 100 columns, long texts are cut and no line is longer."""
    frame = _wide()
    text = to_terminal(frame, ["state", "channel", "since", "summary"], ["kind"], 100)
    assert max(map(len, text.splitlines())) <= 100
    assert "…" in text


@pytest.mark.parametrize("width", [100, 60, 40])
def test_dates_are_whole(width: int) -> None:
    """A date is shown as the file has it and is never cut."""
    text = to_terminal(_wide(), ["since", "channel", "summary"], [], width)
    assert "2022-08-05/2022-08-07" in text
    assert max(map(len, text.splitlines())) <= width


def test_columns_that_do_not_fit_are_named() -> None:
    """Columns are dropped from the right once texts can be cut no more, and the foot says so."""
    lines = to_terminal(_wide(), ["since", "channel", "summary"], ["kind"], 50).splitlines()
    assert "summary" not in lines[0]
    foot = " ".join(lines[-2:])
    assert "2 rows. Left out: summary, kind (--format csv has everything)." in foot


def test_what_cannot_be_seen_is_shown() -> None:
    """A terminal is sent none of a record's control characters and marks of direction."""
    lines = _shown(pd.DataFrame({"name": ["a\x1b[31mb\nc\x07d\u202ee\ue000"]}))
    assert lines[2] == "a\ufffd[31mb c\ufffdd\ufffde"


def test_foot_counts_the_rows() -> None:
    """The last line counts the rows, one of them in the singular."""
    assert _shown(pd.DataFrame({"a": ["x"]}))[-1] == "1 row."
    assert _shown(pd.DataFrame({"a": range(1200)}))[-1] == "1,200 rows."


def test_foot_names_hidden_columns() -> None:
    """Columns that are not for people are named at the foot."""
    lines = _shown(pd.DataFrame({"a": ["x"]}), 100, "source", "source_url")
    assert lines[-1] == "1 row. Left out: source, source_url (--format csv has everything)."


def test_parties_alike_in_all_rows_are_told_once() -> None:
    """Parties that all rows share are no column but one line below."""
    frame = pd.DataFrame({"parties": ["A; B", "A; B"], "channel": ["x", "y"]})
    lines = _shown(frame)
    assert lines[0] == "channel"
    assert lines.count("Parties in all rows: A; B.") == 1


def test_parties_that_differ_are_a_column() -> None:
    """Parties that differ between rows stay in the table."""
    frame = pd.DataFrame({"parties": ["A; B", "A; C"], "channel": ["x", "y"]})
    lines = _shown(frame)
    assert lines[0].split() == ["parties", "channel"]
    assert not any(line.startswith("Parties in all rows") for line in lines)


def test_numbers_stand_to_the_right() -> None:
    """Numbers are aligned at their ends and words at their beginnings."""
    lines = _shown(pd.DataFrame({"n": [5, 1000], "name": ["x", "longer"]}))
    assert lines[2:4] == ["   5  x", "1000  longer"]


def test_truths_are_words_and_fractions_short() -> None:
    """Truths read yes or no, fractions have three places and the missing is blank."""
    frame = pd.DataFrame({"a": [True, False], "b": [1 / 3, None], "c": ["x", "y"]})
    lines = _shown(frame)
    assert lines[2].split() == ["yes", "0.333", "x"]
    assert lines[3].split() == ["no", "y"]


def test_days_are_whole_but_for_a_half() -> None:
    """A median of days has no decimals that say nothing."""
    shown = _shown(pd.DataFrame({"median_days": [467.0, 1411.5, None]}))
    assert [line.strip() for line in shown[3:6]] == ["467", "1411.5", ""]


def test_heads_break_where_their_words_do() -> None:
    """A long name of a narrow column is broken at its underscores."""
    lines = _shown(pd.DataFrame({"days_in_state": [1]}))
    assert [line.strip() for line in lines[:3]] == ["days", "in", "state"]


def test_wide_letters_take_two_places() -> None:
    """Columns stay aligned after letters that are two places wide."""
    lines = _shown(pd.DataFrame({"name": ["中国", "abcd"], "x": ["1", "2"]}))
    assert lines[2] == "中国  1"
    assert lines[3] == "abcd  2"


def test_no_rows_are_a_header_and_a_count() -> None:
    """A table without rows shows its columns and says that there are none."""
    lines = _shown(pd.DataFrame({"a": pd.Series([], dtype="str")}))
    assert lines == ["a", "-", "0 rows."]


@pytest.mark.parametrize(("number", "told"), [(0, "0 rows"), (1, "1 row"), (1204, "1,204 rows")])
def test_things_are_counted(number: int, told: str) -> None:
    """One is one, and thousands have a comma."""
    assert counted(number, "row") == told
