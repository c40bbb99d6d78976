"""Choices: a file in an analyst's words becomes one in the format's, and nothing else changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openline.intake.foreign_dates import DATE_ORDERS, DateOrder
from openline.intake.mapping import WORD_COLUMNS, Choices, apply
from openline.intake.source import Source, read_source
from openline.record.reading import read_record
from tests.asking import TODAY
from tests.intake.files import HEADER, files

_FILE = (
    b"Line;Countries;Since;Status;Notes\r\n"
    b'Hotline;A, B;8/5/2022;Suspended;"said ""no"""\r\n'
    b"Hotline;A, B;2023-01;active;\r\n"
    b'Hotline;A, B;25/12/2023;severed;"suspended; later"\r\n'
)
_CHOICES = Choices(
    columns={"channel": "Line", "parties": "Countries", "date": "Since", "state": "Status"},
    words={"state": {"suspended": "severed", "active": "open"}},
    date_order="day-first",
)

_WORDS = st.dictionaries(
    st.text(max_size=4), st.sampled_from(["open", "severed", "x,y"]), max_size=3
)
_ANY: st.SearchStrategy[Choices] = st.builds(
    Choices,
    columns=st.dictionaries(
        st.sampled_from(["level", "kind"]), st.sampled_from(HEADER), max_size=2
    ),
    words=st.dictionaries(st.sampled_from(WORD_COLUMNS), _WORDS, max_size=3),
    date_order=st.none() | st.sampled_from(DATE_ORDERS),
)


def test_a_file_becomes_one_in_the_form_of_the_contract() -> None:
    """Names, words and dates are rewritten as chosen; delimiter, quotes and line ends stay."""
    assert apply(_FILE, _CHOICES) == (
        b"channel;parties;date;state;Notes\r\n"
        b'Hotline;A, B;2022-05-08;severed;"said ""no"""\r\n'
        b"Hotline;A, B;2023-01;open;\r\n"
        b'Hotline;A, B;2023-12-25;severed;"suspended; later"\r\n'
    )


def test_what_was_applied_reads_without_errors() -> None:
    """The file that comes out is a sound record, with the lines of the file that went in."""
    record = read_record(apply(_FILE, _CHOICES), TODAY)
    assert record.errors == ()
    assert sorted(record.observations["line"]) == [2, 3, 4]


@given(files())
def test_without_a_choice_nothing_changes(data: bytes) -> None:
    """No choice, or choices that the file does not need, leave every byte."""
    assert apply(data, Choices()) == data
    assert apply(data, Choices(columns={"channel": "channel", "level": "tier"})) == data


@pytest.mark.parametrize("order", DATE_ORDERS)
def test_dates_of_the_format_stay_in_any_order(order: DateOrder) -> None:
    """A date that the format reads is never touched, and text that is none neither."""
    data = b"channel,date,state\nA,2022-08-05,open\nA,2022/2023,open\nA,soon,open\n"
    assert apply(data, Choices(date_order=order)) == data


def test_words_change_in_their_column_alone() -> None:
    """A word stays where it stands in another column or within a longer cell."""
    data = b"channel,date,state,cause\ncut,2020,Cut,cut\nB,2021,cut off,\n"
    expected = b"channel,date,state,cause\ncut,2020,severed,cut\nB,2021,cut off,\n"
    assert apply(data, Choices(words={"state": {"cut": "severed"}})) == expected


def test_intervals_are_read_in_the_chosen_order() -> None:
    """`start` and `end` follow the order of dates like `date`."""
    data = b"channel,From,To,state\nA,1.2.2020,3.4.2021,open\n"
    choices = Choices({"start": "From", "end": "To"}, date_order="day-first")
    assert apply(data, choices) == b"channel,start,end,state\nA,2020-02-01,2021-04-03,open\n"


def test_what_is_no_text_stays_as_it_is() -> None:
    """A file that cannot be read as text is returned unchanged."""
    assert apply(b"%PDF-1.7", _CHOICES) == b"%PDF-1.7"


@given(files(), _ANY)
def test_rows_stay_on_their_lines(data: bytes, choices: Choices) -> None:
    """Whatever is chosen, the same rows begin on the same lines, and other cells stay."""
    before, after = read_source(data), read_source(apply(data, choices))
    assert isinstance(before, Source)
    assert isinstance(after, Source)
    assert [row.line for row in before.rows] == [row.line for row in after.rows]
    assert [row.cells[3:] for row in before.rows[1:]] == [row.cells[3:] for row in after.rows[1:]]


@given(files(), _ANY)
def test_applying_again_changes_nothing_more(data: bytes, choices: Choices) -> None:
    """Choices whose words lead to words of the format do all that they do at once."""
    words = {"state": {"last": "open", "b": "severed"}}
    settled = Choices(words=words, date_order=choices.date_order)
    once = apply(data, settled)
    assert apply(once, settled) == once


@given(_ANY)
def test_choices_survive_json(choices: Choices) -> None:
    """Choices that are written and read again are the same."""
    assert Choices.from_json(choices.to_json()) == choices


@pytest.mark.parametrize(
    "text",
    ["", "null", "[]", "[" * 100_000, '{"columns": 3, "words": {"state": 4}, "date_order": "x"}'],
)
def test_what_is_no_choice_is_none(text: str) -> None:
    """Text that holds no choices gives none, and never raises."""
    assert apply(_FILE, Choices.from_json(text)) == _FILE


@given(st.text() | st.recursive(st.none() | st.integers() | st.text(), st.lists).map(str))
def test_no_text_makes_choices_raise(text: str) -> None:
    """Any text can be handed in as choices."""
    assert isinstance(Choices.from_json(text), Choices)


@given(st.sampled_from([b"", b"channel,date,state\n", b"sep=;\n"]), st.binary(max_size=99), _ANY)
def test_no_bytes_make_applying_raise(header: bytes, body: bytes, choices: Choices) -> None:
    """Any bytes with any choices give bytes."""
    assert isinstance(apply(header + body, choices), bytes)
