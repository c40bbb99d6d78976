"""The view and the query of an address."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openline.analysis.survival import UNTIL
from openline.view.parameters import GROUPS, MOVES, OVERVIEWS, PARAMETERS, SORTS, Parameter
from openline.view.stretch import RANGES
from openline.view.view import VIEW_PROBLEM_KINDS, View

_NAMES = st.text(min_size=1, max_size=12).map(lambda text: " ".join(text.split())).filter(bool)
_LISTS = st.frozensets(_NAMES, max_size=3).map(lambda names: tuple(sorted(names)))
_SIDES = st.frozensets(_NAMES.filter(lambda name: ";" not in name), min_size=1, max_size=3)
_PARTIES = st.frozensets(_SIDES.map(lambda sides: "; ".join(sorted(sides))), max_size=3)
VIEWS = st.builds(
    View,
    record=_NAMES,
    asof=st.one_of(st.sampled_from(["latest", "today"]), st.dates(min_value=date(1000, 1, 1))),
    parties=_PARTIES.map(lambda sets: tuple(sorted(sets))),
    level=_LISTS,
    kind=_LISTS,
    confidence=st.sampled_from(["confirmed", "reported", "inferred"]),
    fresh=st.booleans(),
    carry=st.none() | st.integers(0, 100_000),
    channel=_LISTS,
    range=st.sampled_from(["", *RANGES]),
    from_day=st.none() | st.dates(),
    to_day=st.none() | st.dates(),
    against=st.none() | st.integers(1, 999_999_999),
    min_days=st.integers(0, 100_000),
    window=st.integers(0, 100_000),
    moves=st.sampled_from(MOVES),
    by=st.none() | st.sampled_from(GROUPS),
    until=st.sampled_from(UNTIL),
    cause=st.none() | _NAMES,
    causes=st.none() | st.booleans(),
    overview=st.sampled_from(OVERVIEWS),
    sort=st.sampled_from(SORTS),
    page=st.integers(1, 1_000_000),
)
QUERIES = st.dictionaries(
    st.sampled_from([item.name for item in PARAMETERS]) | st.text(max_size=8),
    st.lists(st.text(max_size=12) | st.sampled_from(["10y", "2023-02", "3", "name"]), max_size=3),
)


def _lists(query: dict[str, str | list[str]]) -> dict[str, list[str]]:
    return {name: [value] if isinstance(value, str) else value for name, value in query.items()}


@given(VIEWS)
def test_a_printed_view_reads_as_itself(view: View) -> None:
    """Printing a view and reading it again gives the same view and no problem."""
    assert View.from_query(_lists(view.to_query())) == (view, ())


@given(QUERIES)
def test_any_query_gives_a_view_whose_address_is_settled(query: dict[str, list[str]]) -> None:
    """Whatever the address says, a view comes back, and its own address gives it again."""
    view, problems = View.from_query(query)
    assert View.from_query(_lists(view.to_query())) == (view, ())
    assert {problem.code for problem in problems} <= set(VIEW_PROBLEM_KINDS)


def test_the_table_has_the_fields_of_the_view() -> None:
    """Each field of a view is a parameter, in the same order."""
    assert tuple(View.__dataclass_fields__) == tuple(item.attribute for item in PARAMETERS)


def test_defaults_are_left_out_and_the_order_is_fixed() -> None:
    """An address holds what differs from the defaults, in the table's order."""
    query = {"sort": ["name"], "page": ["1"], "level": ["b", "a"], "asof": ["2026-06-30"]}
    view, _ = View.from_query(query)
    assert list(view.to_query().items()) == [
        ("asof", "2026-06-30"),
        ("level", ["a", "b"]),
        ("sort", "name"),
    ]


@pytest.mark.parametrize(
    ("name", "value", "suggestion"),
    [
        ("asof", "2023-02", "Write 2023-02-28, its last day."),
        ("asof", "2023-02-30", "Write a day such as 2023-10-05, latest or today."),
        ("asof", "20231005", "Write 2023-10-05."),
        ("confidence", "confirmd", "Write confirmed."),
        ("range", "10", "Write 10y."),
        ("sort", "nme", "Write name."),
        ("page", "0", "Write digits only, such as 30."),
        ("carry", "-3", "Write digits only, such as 30."),
        ("level", " ", "Leave the parameter out, or give a name."),
    ],
)
def test_a_value_that_cannot_be_read_is_named_and_ignored(
    name: str, value: str, suggestion: str
) -> None:
    """An unreadable value leaves the default and comes back as a problem that helps."""
    view, problems = View.from_query({name: [value]})
    assert view == View()
    assert [(item.code, item.column, item.value) for item in problems] == [
        ("parameter-value", name, value)
    ]
    assert problems[0].suggestion == suggestion


def test_an_unknown_parameter_is_named_with_the_nearest_one() -> None:
    """A parameter of no known name is named with the name that it resembles."""
    _, problems = View.from_query({"partys": ["China"]})
    assert [(item.code, item.column) for item in problems] == [("parameter-unknown", "partys")]
    assert problems[0].suggestion == "Write parties."


def test_a_single_parameter_given_twice_counts_once() -> None:
    """Of a parameter that stands once the first value counts, and a problem says so."""
    view, problems = View.from_query({"asof": ["today", "2020-01-01"]})
    assert view.asof == "today"
    assert [item.code for item in problems] == ["parameter-repeated"]


@pytest.mark.parametrize("parameter", PARAMETERS, ids=lambda parameter: parameter.name)
def test_a_value_that_is_too_long_is_named_and_ignored(parameter: Parameter) -> None:
    """No parameter is read that is longer than a name, and the problem says how long it is: 200
    letters, 500 for a channel's name and 1,002 for those of its sides."""
    most = {"channel": 500, "parties": 1002}.get(parameter.name, 200)
    view, problems = View.from_query({parameter.name: ["a" * (most + 1)]})
    assert view == View()
    assert [(item.code, item.column) for item in problems] == [("parameter-limit", parameter.name)]
    assert f"has {most + 1:,} characters; the limit is {most:,}" in problems[0].message
    assert len(problems[0].value or "") <= 60


def test_the_longest_name_of_the_format_can_be_linked() -> None:
    """A channel of 500 letters between sides of 500 each has an address that is read again."""
    view = View(channel=("é" * 500,), parties=("; ".join(["a" * 500, "b" * 500]),))
    assert View.from_query(_lists(view.to_query())) == (view, ())


def test_a_value_of_200_letters_is_read() -> None:
    """The limit itself is within it."""
    view, problems = View.from_query({"level": ["a" * 200]})
    assert (view.level, problems) == (("a" * 200,), ())


def test_of_one_parameter_50_values_count() -> None:
    """More values than fifty are counted and ignored, the first ones stand."""
    view, problems = View.from_query({"level": [f"{place:02}" for place in range(1000)]})
    assert view.level == tuple(f"{place:02}" for place in range(50))
    assert [item.message for item in problems] == [
        "level is given 1,000 times; the first 50 count."
    ]


def test_unknown_parameters_beyond_50_are_counted() -> None:
    """An address of thousands of unknown parameters brings no thousands of notes."""
    _, problems = View.from_query({f"x{place}{'y' * 9000}": ["z" * 9000] for place in range(1000)})
    assert [item.code for item in problems] == ["parameter-unknown"] * 50 + ["parameter-limit"]
    assert problems[-1].message == "950 more parameters are unknown and ignored."
    assert max(len(f"{item.message}{item.column}{item.value}") for item in problems) < 300


def test_parties_are_brought_into_the_record_s_form() -> None:
    """Sides may stand in any order and with or without blanks."""
    view, _ = View.from_query({"parties": ["United States;China", "China; United States"]})
    assert view.parties == ("China; United States",)


def test_words_are_read_without_regard_to_case() -> None:
    """The words of a vocabulary may be written in any case."""
    view, problems = View.from_query({"sort": ["Name"], "asof": ["Today"]})
    assert (view.sort, view.asof, problems) == ("name", "today", ())


def test_a_pinned_link_fixes_the_day() -> None:
    """The link to a view names the day that it was computed for."""
    assert View().fixed_on(date(2026, 6, 30)).to_query() == {"asof": "2026-06-30"}


def test_leaving_a_page_drops_channel_cause_sort_and_page() -> None:
    """What belongs to one page does not go along to another."""
    view = View(level=("military",), channel=("Hotline",), sort="name", page=3)
    view = replace(view, cause="Visit", fresh=True, against=2, range="3y")
    assert view.for_other_page() == View(level=("military",), range="3y")


def test_causes_are_marked_where_one_set_of_parties_is_chosen() -> None:
    """The address has the last word; one side, or two sets, are not one set."""
    assert View(parties=("A; B",)).marks_causes
    assert not View(parties=("A; B",), causes=False).marks_causes
    assert not View(parties=("A",)).marks_causes
    assert not View(parties=("A; B", "A; C")).marks_causes
    assert View(causes=True).marks_causes
