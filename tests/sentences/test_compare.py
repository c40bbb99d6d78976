"""The sentences of Compare."""

from datetime import date

import pandas as pd
import pytest

from openline.sentences.compare import (
    CHANGE_ORDER,
    MEANINGS,
    change_word,
    changed,
    compare_headline,
    other_day_words,
    state_counts,
    unchanged_words,
)
from openline.sentences.runs import plain
from tests.sentences.compared import CHANGES, compared

FIRST, SECOND = date(2022, 10, 5), date(2023, 10, 5)


def _said(frame: pd.DataFrame, side: str = "") -> str:
    return plain(compare_headline(FIRST, SECOND, frame, side))


def test_the_headline_counts_every_change() -> None:
    """Each change has its number and its verb, the unchanged ones come last."""
    frame = compared("opened", "opened", "closed", "new", "ended", "unclear", "unchanged")
    assert _said(frame) == (
        "Between 5 Oct 2022 and 5 Oct 2023, 2 A–B channels opened, 1 closed, 1 is new, 1 ended "
        "and 1 went from open to unknown; 1 stayed open."
    )


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        (("new", "new"), "2 A–B channels are new."),
        (
            ("unclear", "unchanged", "unchanged"),
            "1 A–B channel went from open to unknown; 2 stayed open.",
        ),
        (("closed",), "the A–B channel closed."),
        (("new",), "the A–B channel is new."),
    ],
)
def test_the_headline_leaves_out_what_did_not_happen(changes: tuple[str, ...], words: str) -> None:
    """Changes without a channel are not told, and one channel is the channel."""
    assert _said(compared(*changes)) == f"Between 5 Oct 2022 and 5 Oct 2023, {words}"


def test_several_parties_are_not_named_but_a_side_is() -> None:
    """With more than one set of parties the headline speaks of channels, of a side perhaps."""
    frame = compared("opened", "opened", "unchanged")
    frame["parties"] = ["A; B", "A; C", "A; B"]
    assert "2 channels opened; 1 stayed open." in _said(frame)
    assert "2 channels of A opened; 1 stayed open." in _said(frame, "A")


def test_of_many_only_the_sums_are_told() -> None:
    """From thirteen channels on, the unchanged and the unclear are counted alone."""
    assert _said(compared("unclear", *["unchanged"] * 11)).endswith(
        "1 A–B channel went from open to unknown; 11 stayed open."
    )
    assert _said(compared("unclear", *["unchanged"] * 12)).endswith(
        "1 A–B channel is unclear; 12 are unchanged."
    )


def test_of_few_each_state_that_was_kept_is_told() -> None:
    """Those that had ended are told apart: they kept no state."""
    frame = compared("opened", *["unchanged"] * 4)
    frame.loc[1:2, "to_state"] = ["severed", "ended"]
    assert _said(frame).endswith("; 1 stayed severed, 2 open and 1 had ended before.")


def test_nothing_changed_is_told_as_such() -> None:
    """Where all stayed, the state is named if it is one, else the days alone."""
    same = compared("unchanged", "unchanged", "unchanged")
    assert _said(same) == "On 5 Oct 2023 as on 5 Oct 2022, all 3 A–B channels are open."
    assert _said(same.head(2)) == "On 5 Oct 2023 as on 5 Oct 2022, both A–B channels are open."
    assert _said(same.head(1)) == "On 5 Oct 2023 as on 5 Oct 2022, the A–B channel is open."
    mixed = same.assign(to_state=["open", "severed", "ended"])
    assert _said(mixed) == (
        "On 5 Oct 2023, all 3 A–B channels are as they were on 5 Oct 2022: 1 severed, 1 open "
        "and 1 ended."
    )
    gone = same.assign(to_state="ended")
    assert _said(gone) == "On 5 Oct 2023 as on 5 Oct 2022, all 3 A–B channels have ended."
    assert _said(gone.head(1)) == "On 5 Oct 2023 as on 5 Oct 2022, the A–B channel has ended."


def test_each_change_has_the_colour_of_its_direction() -> None:
    """What opened is in the colour of open, what closed in that of severed."""
    runs = compare_headline(FIRST, SECOND, compared("opened", "closed", "new", "ended"))
    assert [run.role for run in runs if run.role] == ["open", "severed", "ended"]


def test_states_are_counted_on_both_days() -> None:
    """Ended channels and those not yet there are in no count."""
    counts = state_counts(compared("opened", "closed", "new", "ended", "unclear"))
    assert [(item.state, item.then, item.now) for item in counts] == [
        ("severed", 2, 1),
        ("partial", 0, 1),
        ("open", 2, 1),
        ("unknown", 0, 1),
    ]


def test_the_unchanged_are_summed_up_by_state() -> None:
    """Their number comes first, then that of each state, the ended ones last."""
    frame = compared("unchanged", "unchanged", "opened")
    frame.loc[0, ["from_state", "to_state"]] = "ended"
    assert plain(unchanged_words(frame)) == "Unchanged 2: 1 open and 1 ended."


def test_each_change_is_explained() -> None:
    """The words of the changes and their order are about the same changes."""
    assert set(MEANINGS) == set(CHANGE_ORDER) == set(CHANGES) - {"unchanged"}
    assert changed(compared("opened", "unchanged"))["change"].tolist() == ["opened"]


def test_another_second_day_is_explained() -> None:
    """A second day other than the as-of day is named, and one after the record's end."""
    assert other_day_words(SECOND, SECOND, SECOND) == []
    words = other_day_words(FIRST, SECOND, date(2023, 6, 30))
    assert words[0].startswith("A comparison uses its own two days; 5 Oct 2022 remains")
    assert words[1] == (
        "The record ends on 30 Jun 2023; its last states are carried forward to 5 Oct 2023."
    )


def test_what_is_only_first_recorded_is_not_called_new() -> None:
    """A channel that no row says was founded in between was there before, for all one knows."""
    frame = compared("new", "new", "unchanged", recorded=[True, False, False])
    assert _said(frame).startswith(
        "Between 5 Oct 2022 and 5 Oct 2023, 1 A–B channel is new and 1 was first recorded in "
        "between"
    )
    assert [change_word(row) for _, row in frame.iterrows()] == [
        "first recorded in between",
        "new",
        "unchanged",
    ]
