"""Columns that a file lacks."""

import pytest
from streamlit.testing.v1 import AppTest

from openline.ui.records import new_columns as records_made
from openline.ui.records.new_columns import choosable_columns, wanted_columns
from tests.records import bring, press
from tests.screen import markup

pytestmark = pytest.mark.usefixtures("set_today")
PARTS = "country,status_change,year,month,day\nArland,Embassy,1948,6,5\nArland,None,1989,1,\n"
OUTAGES = "channel,start,end\nNorth line,2022-03-05,2022-03-07\nNorth line,2022-05-01,2022-05-02\n"


def _choose(at: AppTest, label: str, value: str) -> None:
    next(box for box in at.selectbox if box.label == label).set_value(value).run()


def test_a_date_is_made_of_year_month_and_day() -> None:
    """As precise as its parts; a day beside its month is proposed as no date."""
    at = bring(PARTS)
    page = markup(at)
    assert "of year, month, day; such as “1948-06-05”, “1989-01”; proposed: make it" in page
    assert "date" not in [box.value for box in at.selectbox]
    press(at, "records_apply_made")
    assert at.session_state["records_draft"].data.decode().splitlines()[1:] == [
        "Arland,Embassy,1948,6,5,1948-06-05",
        "Arland,None,1989,1,,1989-01",
    ]


def test_one_value_holds_for_all_rows() -> None:
    """A log of outages has no state: each row is one that is severed."""
    at = bring(OUTAGES)
    _choose(at, "state is made of", "one value for all rows")
    assert at.button(key="records_apply_made").disabled
    _choose(at, "The value of state in all rows", "severed")
    press(at, "records_apply_made")
    assert b"2022-03-05,2022-03-07,severed" in at.session_state["records_draft"].data
    assert "has no errors" in markup(at)
    assert at.session_state["records_draft"].choices.constants == {"state": "severed"}


def test_a_choice_made_just_before_the_press_counts() -> None:
    """The button was drawn before it; whoever is quick loses nothing."""
    at = bring("date,note\n2020-01-01,x\n2021-01-01,y\n")
    _choose(at, "channel is made of", "one value for all rows")
    value = next(box for box in at.text_input if box.label == "The value of channel in all rows")
    value.set_value("Hotline").run()
    _choose(at, "state is made of", "one value for all rows")
    state = next(box for box in at.selectbox if box.label == "The value of state in all rows")
    state.set_value("severed")
    press(at, "records_apply_made")
    chosen = at.session_state["records_draft"].choices.constants
    assert chosen == {"channel": "Hotline", "state": "severed"}


def test_a_name_is_made_of_several_columns() -> None:
    """In the order in which they are chosen, with what is written between them."""
    at = bring("town,line,date,state\nNorth,a,2020,open\nSouth,b,2021,open\n")
    _choose(at, "Column 2 is read as", "keep it as another column")
    _choose(at, "channel is made of", "other columns, joined")
    of = next(box for box in at.multiselect if str(box.label).startswith("Columns that make"))
    of.set_value(["line", "town"]).run()
    field = next(box for box in at.text_input if box.label == "What comes between them")
    field.set_value(" of ").run()
    press(at, "records_apply_made")
    assert b"a of North" in at.session_state["records_draft"].data


def test_columns_whose_names_begin_alike_can_each_be_chosen() -> None:
    """A long name is cut, and one can stand twice: each has its place among them."""
    long = "a name of a column that is much longer than others "
    pairs = [(f"{long}1", f"{long}1"), ("b", "b"), (f"{long}2", f"{long}2")]
    found = choosable_columns(pairs)
    assert [*found.values()] == [label for label, _ in pairs]
    assert [*found][1:2] == ["the column “b”"]
    assert [words[-3:] for words in found] == ["(1)", "“b”", "(3)"]


def test_a_column_is_one_thing_alone() -> None:
    """What is chosen to be the channel is not offered as the parties as well."""
    at = bring("foo,bar\nX,Y\n")
    _choose(at, "channel is made of", "the column “foo”")
    parties = next(box for box in at.selectbox if box.label == "parties is made of")
    assert "the column “bar”" in parties.options
    assert "the column “foo”" not in parties.options


def test_what_can_be_a_column_is_found_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hundreds of columns are gone through when a file is read, not at each choice."""
    at = bring("foo,bar\nX,Y\n")
    monkeypatch.setattr(records_made, "can_be", pytest.fail)
    _choose(at, "channel is made of", "the column “foo”")
    assert not at.exception


def test_two_columns_of_sides_make_the_parties() -> None:
    """By names that belong together."""
    at = bring("sender,receiver,channel,date,state\nArland,Berland,Talks,2020,open\n")
    assert "of sender, receiver; such as “Arland; Berland”" in markup(at)


def test_what_is_needed_and_not_there_is_asked_about() -> None:
    """Parties with it, which most records have; of a sound file nothing."""
    assert wanted_columns({"channel", "start"}, []) == ["state", "parties"]
    assert wanted_columns({"channel", "state"}, ["start", "end"]) == ["parties"]
    assert wanted_columns({"channel", "date", "state"}, []) == []


def test_the_bar_names_what_is_missing() -> None:
    """In one sentence, however many they are."""
    page = markup(bring("a,b\nx,y\n"))
    assert "There is no column of channel, date or state: choose what to use" in page
    assert "There is no column of state: choose" in markup(bring("channel,date,b\nA,2020,y\n"))


@pytest.mark.usefixtures("set_today")
@pytest.mark.parametrize("name", ["period", "Dates"])
def test_a_column_of_periods_is_two_columns_by_choice(name: str) -> None:
    """Its begins and its ends; it is not proposed as the day of one event."""
    at = bring(f"channel,{name},state\nA,2018-2019,open\nA,2019-present,severed\n")
    assert f"of {name}; such as “2018”, “2019”" in markup(at)
    assert "proposed: date" not in markup(at)
    press(at, "records_apply_made")
    data = at.session_state["records_draft"].data.decode().splitlines()
    assert data == [
        f"channel,{name},state,start,end",
        "A,2018-2019,open,2018,2019",
        "A,2019-present,severed,2019,",
    ]
