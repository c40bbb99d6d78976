"""What is proposed for a table of another shape."""

import pytest

from openline.intake.reshaping import Shape
from openline.ui.records.shapes import shape_words
from tests.records import bring, press
from tests.screen import markup

WIDE = "channel,2019,2020\nA,open,severed\nB,open,open\n"


def test_a_table_of_years_is_read_as_rows_by_choice() -> None:
    """It is proposed before anything else is asked, and can be saved then."""
    at = bring(WIDE, "wide.csv")
    assert "The columns 2019, 2020 are dates, and have states in their cells." in markup(at)
    assert "Missing columns" not in markup(at)
    press(at, "records_shape")
    assert not at.exception
    assert "4 rows of 2 channels were read" in markup(at)
    assert at.session_state["records_draft"].name == "wide.csv"


@pytest.mark.usefixtures("set_today")
def test_it_may_be_left_as_it_is() -> None:
    """Then its columns are asked about."""
    assert "Missing columns" in markup(press(bring(WIDE), "records_leave_shape"))


@pytest.mark.usefixtures("set_today")
def test_tables_side_by_side_are_no_further_columns() -> None:
    """The second half of the file is read too."""
    at = bring("channel,date,state,date,state\nA,2019,open,2020,severed\n")
    assert "further columns" not in markup(at)
    assert "2 rows of 1 channel were read" in markup(press(at, "records_shape"))


def test_of_many_names_the_first_are_said() -> None:
    """Six of them, and how many more there are."""
    shape = Shape("dates", tuple(map(str, range(1990, 2000))), (), ())
    assert "1995 and 4 more are dates" in shape_words(shape)


@pytest.mark.usefixtures("set_today")
@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "Hotline,2019-05-03,open\nTalks,2020-01-01,severed\nchannel,date,state\n",
            "The last row looks like the header.",
            ["channel,date,state", "Hotline,2019-05-03,open", "Talks,2020-01-01,severed"],
        ),
        (
            "channel,Hotline,Talks\ndate,2019-05-03,2020-01-01\nstate,open,severed\n",
            "The first column looks like the header: the table is turned on its side.",
            ["channel,date,state", "Hotline,2019-05-03,open", "Talks,2020-01-01,severed"],
        ),
        (
            "Channel,Seen,,Source\n,Date,State,\nHotline,2019-05-03,open,Reuters\n",
            "The first two rows look like one header.",
            ["Channel,Date,State,Source", "Hotline,2019-05-03,open,Reuters"],
        ),
        (
            "channel,date,state\n1,Hotline,2019-05-03,open\n2,Talks,2020-01-01,severed\n",
            "Each row has a cell more than the header: the first column seems to have no name.",
            ["row,channel,date,state", "1,Hotline,2019-05-03,open", "2,Talks,2020-01-01,severed"],
        ),
    ],
)
def test_a_header_elsewhere_is_taken_by_choice(text: str, words: str, expected: list[str]) -> None:
    """No row is lost, and none is read in the wrong column."""
    at = bring(text)
    assert words in markup(at)
    assert at.session_state["records_draft"].data == text.encode()
    press(at, "records_turned")
    assert at.session_state["records_draft"].data.decode().splitlines() == expected
