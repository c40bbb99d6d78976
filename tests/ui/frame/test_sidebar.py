"""The sidebar."""

from collections.abc import Callable
from pathlib import Path

import pytest

from openline.store.store import Store
from openline.ui.data.saved import forget_list
from openline.ui.frame.sidebar import listed_sides
from tests.bundled import written_rows
from tests.screen import csv_text, markup, run_page, type_choice, values
from tests.store.saving import NAME, NOW, save


@pytest.mark.usefixtures("set_today")
def test_links_to_pages_keep_the_filters_and_drop_what_is_a_page_s_own() -> None:
    """Day and filters go along to another page; order and page of rows do not."""
    at = run_page(level="military", sort="name")
    queries = {link.proto.label: link.proto.query_string for link in at.get("page_link")}
    assert queries.pop("Status") == "level=military&sort=name"
    assert set(queries.values()) == {"level=military"}


@pytest.mark.usefixtures("set_today")
def test_days_are_offered_in_words() -> None:
    """The choice of the day says which days latest and today are."""
    at = run_page()
    assert at.selectbox(key="view_asof").options == [
        "Latest (30 Jun 2026)",
        "Today (23 Nov 2026)",
        "Another day",
    ]
    assert "view_day_field" not in [field.key for field in at.text_input]


@pytest.mark.usefixtures("set_today")
def test_the_channel_can_be_let_go() -> None:
    """A channel that the address names is a choice that can be taken back."""
    at = run_page("pages/channel.py", channel="Defence ministers", parties="China; India")
    assert at.multiselect(key="view_channel").value == ["Defence ministers"]
    at.multiselect(key="view_channel").set_value([]).run()
    assert not at.exception
    assert "channel" not in at.query_params


@pytest.mark.usefixtures("set_today")
def test_parties_are_shown_with_a_dash_and_counted() -> None:
    """The empty field says how many sets of parties there are."""
    at = run_page()
    field = at.multiselect(key="view_parties")
    assert "China – United States" in field.options
    number = len({row["parties"] for row in written_rows()})
    assert field.proto.placeholder == f"All {number} sets of parties"


def test_records_are_offered_and_the_choice_is_the_address(
    store: Store, put_record: Callable[[str], Path]
) -> None:
    """Saved records stand below the bundled one, hidden ones do not; the revision is told."""
    record = csv_text([("Talks", "A; B", "2020-05-01", "", "open")])
    put_record(record)
    save(store, record.replace("open", "severed").encode(), None)
    save(store, record.encode(), None, name="Kept back")
    store.hide("Kept back", "Ann", now=NOW)
    forget_list()
    at = run_page()
    assert at.selectbox(key="view_record").options == ["Record channels.csv", NAME]
    assert "the A–B channel is open" in markup(at)
    at.selectbox(key="view_record").set_value(NAME).run()
    assert not at.exception
    assert values(at, "record") == [NAME]
    page = markup(at)
    assert "the A–B channel is severed" in page
    assert "Revision 1 of 25 Nov 2026, saved by Ann" in page
    queries = [link.proto.query_string for link in at.get("page_link")]
    assert set(queries) == {"record=Gulf+lines"}
    at.selectbox(key="view_record").set_value("bundled").run()
    assert values(at, "record") == []


@pytest.mark.usefixtures("put_record")
def test_a_record_by_another_s_name_is_told_apart(store: Store) -> None:
    """A saved record that is called like the file beside it is marked as saved."""
    record = csv_text([("Talks", "A; B", "2020-05-01", "", "open")])
    save(store, record.encode(), None, name="Record channels.csv")
    forget_list()
    at = run_page(record="Record channels.csv@1")
    assert at.selectbox(key="view_record").options == [
        "Record channels.csv",
        "Record channels.csv (saved)",
        "Record channels.csv, revision 1",
    ]


def test_only_what_joins_sides_stands_between_spaces() -> None:
    """A dash or hyphen within a name stays as it is."""
    assert listed_sides("A–B; Timor-Leste; C") == "A–B – Timor-Leste – C"
    assert listed_sides("\u05d0; \u05d1") == "\u2068\u05d0\u2069 – \u2068\u05d1\u2069"


@pytest.mark.usefixtures("set_today")
def test_typed_words_become_the_parties_that_they_mean() -> None:
    """In any order and by any name; what means none stays, so that the page says that the
    record lacks it. A side of several sets is an entry, with their number."""
    at = run_page()
    at.multiselect(key="view_parties").set_value(["us china", "turkey", "zebra"]).run()
    assert at.query_params["parties"] == ["China; United States", "Türkiye", "zebra"]
    assert "China (all 13)" in at.multiselect(key="view_parties").options
    assert "zebra" in markup(at)


@pytest.mark.usefixtures("set_today")
@pytest.mark.parametrize(
    ("typed", "asof"),
    [("24 Feb 2022", ["2022-02-24"]), ("Today (1 May 2020)", ["today"]), ("LATEST", [])],
)
def test_a_day_can_be_typed_in_place_of_a_choice(typed: str, asof: list[str]) -> None:
    """The field of the day takes a day as people write it; words that a choice had before mean
    that choice."""
    at = run_page(asof="2023-10-05")
    type_choice(at, "view_asof", typed)
    assert not at.exception
    assert values(at, "asof") == asof


@pytest.mark.usefixtures("set_today")
def test_what_is_typed_and_no_day_is_named() -> None:
    """The day that was shown stays, the words stand in a field below, and a note says so."""
    at = run_page()
    type_choice(at, "view_asof", "last spring")
    assert not at.exception
    assert values(at, "asof") == ["2026-06-30"]
    assert at.text_input(key="view_day_field").value == "last spring"
    assert "“last spring” cannot be read as a day" in markup(at)


@pytest.mark.usefixtures("set_today")
def test_a_side_stands_before_the_sets_that_it_is_in() -> None:
    """Whoever types NATO comes to all that NATO is in, not to the first set by its name."""
    options = run_page().multiselect(key="view_parties").options
    named = [option for option in options if "NATO" in option]
    assert named == ["NATO (all 2)", "China – NATO", "NATO – Russia"]
