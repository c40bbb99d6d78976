"""What was taken over from the revision before."""

from openline.intake.choices import Choices, DateReading, Header
from openline.intake.edits import Edits, Step
from openline.ui.records.carried_over import carried_items
from openline.ui.records.draft import Draft

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
    words = [item.words for item in carried_items(_draft(Step(CHOICES, EDITS)))]
    assert words == [
        "Header: in line 2",
        "Columns: “Line” is channel",
        "Columns: “When” is date",
        "Sides: apart at “/”",
        "Parties: “US” is United States",
        "Words of the column state: “up” is open",
        "Dates of date: day, month, year, no end where it says “present”",
        "Line 4 is left out: Total, 1",
        "Line 3: Status is “shut”",
        "A row is added: New",
    ]


def test_undoing_one_leaves_the_others() -> None:
    """Each item has the choices and edits without it alone."""
    items = {item.words: item.without for item in carried_items(_draft(Step(CHOICES, EDITS)))}
    assert items["Columns: “When” is date"].choices.names == {"Line": "channel"}
    assert items["Sides: apart at “/”"].choices.split == ()
    assert items["Header: in line 2"].choices.header is None
    assert items["Line 4 is left out: Total, 1"].edits == Edits(EDITS.changed, EDITS.added)
    assert items["Line 3: Status is “shut”"].edits == Edits({}, EDITS.added, EDITS.removed)
    assert items["A row is added: New"].edits.added == ({},)


def test_what_is_chosen_otherwise_by_now_is_not_told() -> None:
    """Only what was taken over and holds still is listed."""
    earlier = Step(Choices(names={"Line": "parties", "When": "date"}), Edits({3: {"Status": "up"}}))
    words = [item.words for item in carried_items(_draft(earlier))]
    assert words == ["Columns: “When” is date"]
    assert carried_items(_draft(Step())) == ()
