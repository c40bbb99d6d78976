"""What was chosen of a file, in words."""

import pytest

from openline.intake.choices import Choices, DateReading, Header, Join
from openline.intake.edits import Edits, Step
from openline.ui.records.choices_made import carried_items, chosen_items, reading_words
from openline.ui.records.draft import Draft
from tests.records import bring, press
from tests.screen import markup

EVERY = Choices(
    encoding="cp1251",
    header=Header(3, ";"),
    names={"When": "date"},
    joins={"end": Join(("y", "m"), unknown=("-9",))},
    constants={"state": "severed"},
    filled=("Sides",),
    words={"event": {"call": "contact", "met": "contact"}},
    dates={"date": DateReading("day-first", pivot=26, without_time=True)},
    split=("/",),
    whole=("A/B",),
    aliases={"US": "United States"},
    left_out=("totals",),
)


def test_each_choice_is_said_and_can_be_taken_back() -> None:
    """In the order in which a file is read; without all of them nothing is left."""
    assert [(item.kind, item.words) for item in chosen_items(EVERY)] == [
        ("Text", "Windows-1251 (Cyrillic)"),
        ("Header", "in line 3"),
        ("Left out", "totals"),
        ("Columns", "“When” is date"),
        ("Made", "end of y, m; -9 is not known"),
        ("One value", "state is “severed” in all rows"),
        ("Filled", "“Sides” with the value above"),
        ("Sides", "split at “/”"),
        ("Sides", "“A/B” stays whole"),
        ("Parties", "“US” is United States"),
        ("Words of the column event", "“call” is contact"),
        ("Words of the column event", "“met” is contact"),
        (
            "Dates of date",
            (
                "day, month, year, two-digit years up to 26 are in this century, "
                "without the time of day"
            ),
        ),
    ]
    left = EVERY
    for _ in range(len(list(chosen_items(EVERY)))):
        left = next(chosen_items(left)).without
    assert list(chosen_items(left)) == []


def test_readings_of_dates_are_said_in_words() -> None:
    """Each thing that was chosen."""
    reading = DateReading(month_year=True, epoch=1904, no_end=("ongoing",), last_day=True)
    assert list(reading_words(reading)) == [
        "a month and a year",
        "days since 1904",
        "no end where it says “ongoing”",
        "an end is the last day",
    ]


@pytest.mark.usefixtures("set_today")
def test_a_choice_is_taken_back_by_a_click() -> None:
    """Whatever was chosen after it stays."""
    at = press(bring("Line,date,state\nA,2020,shut\n"), "records_apply_columns")
    press(at, "records_apply_words")
    assert "has no errors" in markup(at)
    key = next(str(item.key) for item in at.button if str(item.key).startswith("records_chosen_"))
    press(at, key)
    draft = at.session_state["records_draft"]
    assert draft.data == b"Line,date,state\nA,2020,severed\n"


FILE = b"Title\nLine,When,Status\nHotline,5.8.2022,up\nTotal,1,\n"
CHOICES = Choices(
    header=Header(2, ","),
    names={"Line": "channel", "When": "date"},
    words={"state": {"up": "open"}},
    dates={"date": DateReading("day-first", no_end=("present",))},
    split=("/",),
    aliases={"US": "United States"},
)
EDITS = Edits({3: {"Status": "shut"}}, ({"Line": "New"},), frozenset({4}))


def _draft(carried: Step) -> Draft:
    return Draft.of("a.csv", FILE, carried=carried).chosen(CHOICES).edited(EDITS)


def test_each_thing_is_told_in_a_sentence() -> None:
    """Columns, words, dates and whatever else was chosen; then rows, with what they said."""
    words = [words for words, _ in carried_items(_draft(Step(CHOICES, EDITS)))]
    assert words == [
        "Header: in line 2",
        "Columns: “Line” is channel",
        "Columns: “When” is date",
        "Sides: split at “/”",
        "Parties: “US” is United States",
        "Words of the column state: “up” is open",
        "Dates of date: day, month, year, no end where it says “present”",
        "Line 4 is left out: Total, 1",
        "Line 3: Status is “shut”",
        "A row is added: New",
    ]


def test_undoing_one_leaves_the_others() -> None:
    """Each item has the choices and edits without it alone."""
    items = dict(carried_items(_draft(Step(CHOICES, EDITS))))
    assert items["Columns: “When” is date"].choices.names == {"Line": "channel"}
    assert items["Sides: split at “/”"].choices.split == ()
    assert items["Header: in line 2"].choices.header is None
    assert items["Line 4 is left out: Total, 1"].edits == Edits(EDITS.changed, EDITS.added)
    assert items["Line 3: Status is “shut”"].edits == Edits({}, EDITS.added, EDITS.removed)
    assert items["A row is added: New"].edits.added == ({},)


def test_what_is_chosen_otherwise_by_now_is_not_told() -> None:
    """Only what was taken over and holds still is listed."""
    earlier = Step(Choices(names={"Line": "parties", "When": "date"}), Edits({3: {"Status": "up"}}))
    words = [words for words, _ in carried_items(_draft(earlier))]
    assert words == ["Columns: “When” is date"]
    assert carried_items(_draft(Step())) == ()
