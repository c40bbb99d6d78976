"""The sizes of the board."""

import pandas as pd

from openline.figures.names import fitted
from openline.sentences.board import BOARD_DATES, BOARD_LENGTHS
from openline.ui.controls.board_sizes import (
    beyond_edge,
    board_height,
    column_widths,
    left_out_words,
    letters,
)

TICKS = 33
WINDOW = 1008


def widths(parties: str = "", **texts: str) -> dict[str, int]:
    """Return the widths of a board of one row, without parties or with them."""
    days = {name: texts.get(name, "426") for name in BOARD_LENGTHS}
    words = {"Channel": "Talks", "Cause": "Pelosi visit to Taiwan", "Source": "", "State": "open"}
    row = dict.fromkeys(BOARD_DATES, "9 Sep 2025") | words | texts
    frame = pd.DataFrame([row | ({"Parties": parties} if parties else {})])
    found = column_widths(frame, pd.DataFrame([days]))
    return {name: width for name, width in found.items() if parties or name != "Parties"}


def test_the_columns_fill_a_wide_window() -> None:
    """With the boxes to tick they are as wide as the figure above, but for those beyond its edge
    where each row names its parties."""
    assert sum(widths().values()) + TICKS == WINDOW
    found = widths("China–United States")
    within = [width for name, width in found.items() if name not in beyond_edge(list(found))]
    assert sum(within) + TICKS == WINDOW


def test_a_usual_name_is_whole_beside_its_parties() -> None:
    """Beside parties a name of forty letters is whole."""
    found = widths("North Korea–United States", Since="14–16 Aug 2023")
    assert letters(found["Channel"]) >= 40


def test_names_give_way_to_dates_and_lengths() -> None:
    """A column of ranges or of long dates is as wide as they are, and the board is not."""
    plain = widths()
    ranged = widths(**{"Days in state": "1,008–1,373", "Last observed": "18–20 Nov 2025"})
    assert ranged["Days in state"] >= 86
    assert ranged["Last observed"] >= 106
    assert ranged["Since"] == plain["Since"]
    assert sum(ranged.values()) == sum(plain.values())


def test_a_cause_of_a_few_words_is_whole() -> None:
    """Beside one set of parties, and beyond the window's edge beside several."""
    for found in (widths(), widths("China–United States")):
        assert fitted("Pelosi visit to Taiwan", letters(found["Cause"])) == "Pelosi visit to Taiwan"


def test_a_long_board_scrolls_in_itself() -> None:
    """A short board has just the height of its rows, a long one keeps to its place."""
    assert board_height(2) == 96
    assert board_height(300) == board_height(90) == 480


def test_a_name_that_a_column_has_room_for_is_whole() -> None:
    """Words are cut by the room of their column, not by a number of letters."""
    name = "Joint Staff Dialogue Mechanism"
    assert fitted(name, letters(297)) == name
    assert fitted(name, letters(170)).endswith("…")


def test_a_board_of_very_many_channels_says_what_it_leaves_out() -> None:
    """Up to a thousand all are shown; beyond, how many there are is said."""
    assert left_out_words(1_000) == ""
    assert "the first 1,000 of 1,001 channels" in left_out_words(1_001)


def test_what_moved_leaves_names_their_room() -> None:
    """Days overdue and causes then stand beyond the edge; without a move only parties need it."""
    usual = ["State", "Channel", "Days silent", "Days overdue", "Cause"]
    assert beyond_edge(usual) == ()
    assert beyond_edge([*usual, "Moved"]) == ("Days overdue", "Cause")
    assert beyond_edge([*usual, "Parties"]) == ("Days silent", "Days overdue", "Cause")
