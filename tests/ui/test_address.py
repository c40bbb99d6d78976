"""The address and the widgets."""

import pytest
from streamlit.testing.v1 import AppTest

from openline.ui.address import same_names
from tests.screen import run_page, values


def test_names_take_the_record_s_spelling() -> None:
    """A name that differs only in case is the record's; others stay, each once."""
    assert same_names(["china", "CHINA", "x"], ["China", "India"]) == ("China", "x")
    assert same_names(["a"], ["A", "a"]) == ("a",)


def test_names_that_are_spelled_as_known_are_not_compared() -> None:
    """A page of very many channels is asked for again and again; few names are another's."""
    folds: list[str] = []
    fold = folds.append
    assert same_names(["China"], ["China", "India"], fold) == ("China",)
    assert same_names([], ["China"], fold) == ()
    assert not folds


@pytest.mark.usefixtures("set_today")
def test_an_edited_address_fills_the_widgets() -> None:
    """Back, Forward and an edit come as another address, and the widgets follow it."""
    at = run_page(level="military")
    at.query_params.clear()
    at.query_params["kind"] = ["talks"]
    at.run()
    assert not at.exception
    assert at.multiselect(key="view_level").value == []
    assert at.multiselect(key="view_kind").value == ["talks"]


@pytest.mark.usefixtures("set_today")
def test_defaults_leave_the_address_empty() -> None:
    """What is taken back leaves the address again."""
    at = run_page(confidence="confirmed")
    at.selectbox(key="view_confidence").set_value("inferred").run()
    assert values(at, "confidence") == []


def _page_with_words_of_yesterday() -> None:
    # A script of its own, which imports what it needs.
    from datetime import date  # noqa: PLC0415 - see above

    import streamlit as st  # noqa: PLC0415 - see above

    from openline.ui.address import look  # noqa: PLC0415 - see above
    from openline.web.source import Shown  # noqa: PLC0415 - see above

    if "view_asof" in st.session_state:
        st.session_state["view_asof"] = "Today (4 Oct 2023)"
    looking = look("", Shown, lambda view, _: view, date(2020, 1, 1))
    st.text(f"{looking.view.asof}, {st.session_state['view_asof']}")


def test_a_choice_in_words_of_another_time_changes_nothing() -> None:
    """A window left open may send the words that today had before midnight."""
    at = AppTest.from_function(_page_with_words_of_yesterday)
    at.query_params["asof"] = "2023-10-05"
    at.run().run()
    assert at.text[0].value == "2023-10-05, day"


@pytest.mark.usefixtures("set_today")
def test_an_address_is_not_rewritten_unless_something_changes() -> None:
    """A foreign parameter stays, so that Back is never caught in a loop."""
    at = run_page(utm="x", level="MILITARY")
    assert values(at, "utm") == ["x"]
    assert values(at, "level") == ["MILITARY"]


@pytest.mark.usefixtures("set_today")
def test_what_a_page_does_not_draw_is_kept() -> None:
    """The range of the timeline outlives a page without one."""
    at = run_page("pages/channel.py", range="25y")
    at.multiselect(key="view_kind").set_value(["talks"]).run()
    assert not at.exception
    assert values(at, "range") == ["25y"]


@pytest.mark.usefixtures("set_today")
def test_a_slow_browser_is_told_again_what_widgets_hold() -> None:
    """A run that comes before the widgets of an address's first run are drawn repeats what they
    hold; later ones leave to the reader what is typed."""
    at = run_page(asof="2023-10-05")
    for told in (True, True, False):
        at.run()
        assert at.selectbox(key="view_asof").proto.set_value is told
    at.query_params["level"] = ["military"]
    at.run().run()
    assert at.multiselect(key="view_level").proto.set_value


@pytest.mark.usefixtures("set_today")
def test_nothing_chosen_where_something_must_be_changes_nothing() -> None:
    """A control that a browser draws without its choice does not write that into the address."""
    at = run_page(range="3y")
    at.session_state["view_range"] = None
    at.run()
    assert not at.exception
    assert values(at, "range") == ["3y"]
    at.session_state["view_carry"] = None
    at.run()
    assert values(at, "carry") == []


@pytest.mark.usefixtures("set_today")
def test_the_switch_of_causes_follows_the_parties_until_it_is_turned() -> None:
    """One set of parties turns it on, without a word in the address; what a reader turns is
    written down where it is not what would be without."""
    at = run_page(asof="2023-10-05")
    assert not at.toggle(key="view_causes").value
    at.multiselect(key="view_parties").set_value(["China; United States"]).run()
    assert at.toggle(key="view_causes").value
    assert values(at, "causes") == []
    at.toggle(key="view_causes").set_value(False).run()
    assert values(at, "causes") == ["off"]
    at.toggle(key="view_causes").set_value(True).run()
    assert values(at, "causes") == []
    at.multiselect(key="view_parties").set_value([]).run()
    assert not at.toggle(key="view_causes").value
