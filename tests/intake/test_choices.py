"""Choices: a file in an analyst's words becomes one in the format's, and nothing else changes."""

import json
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openline.intake.choices import (
    DATE_COLUMNS,
    DATE_ORDERS,
    WORD_COLUMNS,
    Choices,
    DateOrder,
    DateReading,
    Header,
    Join,
)
from openline.intake.deriving import derive
from openline.intake.source import Source, read_source
from openline.record.reading import read_record
from tests.asking import TODAY
from tests.intake.files import HEADER, files
from tests.json_values import ANY_JSON

_FILE = (
    b"Line;Countries;Since;Status;Notes\r\n"
    b'Hotline;A, B;8/5/2022;Suspended;"said ""no"""\r\n'
    b"Hotline;A, B;2023-01;active;\r\n"
    b'Hotline;A, B;25/12/2023;severed;"suspended; later"\r\n'
)
_CHOICES = Choices(
    names={"Line": "channel", "Countries": "parties", "Since": "date", "Status": "state"},
    words={"state": {"suspended": "severed", "active": "open"}},
    dates={"date": DateReading("day-first")},
)

_TEXT = st.text(st.characters(exclude_categories=["C"]), max_size=4)
_LIST = st.lists(_TEXT, max_size=2, unique=True).map(tuple)
_WORDS = st.dictionaries(_TEXT, st.sampled_from(["open", "severed", "x,y", "a\nb"]), max_size=3)
_READINGS = st.builds(
    DateReading,
    order=st.none() | st.sampled_from(DATE_ORDERS),
    pivot=st.none() | st.integers(0, 99),
    epoch=st.sampled_from([None, 1900, 1904]),
    month_year=st.booleans(),
    without_time=st.booleans(),
    no_end=_LIST,
    last_day=st.booleans(),
)
_ANY: st.SearchStrategy[Choices] = st.builds(
    Choices,
    names=st.dictionaries(st.sampled_from(HEADER), st.sampled_from(["level", "kind"]), max_size=2),
    joins=st.dictionaries(
        st.sampled_from(["cause", "end"]),
        st.builds(
            Join,
            columns=st.lists(st.sampled_from(HEADER), min_size=1, unique=True).map(tuple),
            between=st.none() | _TEXT,
            unknown=_LIST,
        ),
        max_size=2,
    ),
    constants=st.dictionaries(st.sampled_from(["actor", "kind", "date"]), _TEXT, max_size=2),
    filled=st.lists(st.sampled_from(HEADER), max_size=2, unique=True).map(tuple),
    words=st.dictionaries(st.sampled_from(WORD_COLUMNS), _WORDS, max_size=3),
    dates=st.dictionaries(st.sampled_from(DATE_COLUMNS), _READINGS, max_size=2),
    split=_LIST,
    whole=_LIST,
    aliases=st.dictionaries(_TEXT, _TEXT, max_size=2),
    left_out=st.sampled_from([(), ("headers",), ("totals", "notes", "sections")]),
)


def test_a_file_becomes_one_in_the_form_of_the_contract() -> None:
    """Names, words and dates are rewritten as chosen; delimiter, quotes and line ends stay."""
    assert derive(_FILE, _CHOICES) == (
        b"channel;parties;date;state;Notes\r\n"
        b'Hotline;A, B;2022-05-08;severed;"said ""no"""\r\n'
        b"Hotline;A, B;2023-01;open;\r\n"
        b'Hotline;A, B;2023-12-25;severed;"suspended; later"\r\n'
    )


def test_what_was_applied_reads_without_errors() -> None:
    """The file that comes out is a sound record, with the lines of the file that went in."""
    record = read_record(derive(_FILE, _CHOICES), TODAY)
    assert record.errors == ()
    assert sorted(record.observations["line"]) == [2, 3, 4]


@given(files())
def test_without_a_choice_nothing_changes(data: bytes) -> None:
    """No choice, or choices that the file does not need, leave every byte."""
    assert derive(data, Choices()) == data
    assert derive(data, Choices(names={"channel": "channel", "tier": "level"})) == data


@pytest.mark.parametrize("order", DATE_ORDERS)
def test_dates_of_the_format_stay_in_any_order(order: DateOrder) -> None:
    """A date that the format reads is never touched, and text that is none neither."""
    data = b"channel,date,state\nA,2022-08-05,open\nA,2022/2023,open\nA,soon,open\n"
    assert derive(data, Choices(dates={"date": DateReading(order)})) == data


def test_words_change_in_their_column_alone() -> None:
    """A word stays where it stands in another column or within a longer cell."""
    data = b"channel,date,state,cause\ncut,2020,Cut,cut\nB,2021,cut off,\n"
    expected = b"channel,date,state,cause\ncut,2020,severed,cut\nB,2021,cut off,\n"
    assert derive(data, Choices(words={"state": {"cut": "severed"}})) == expected


def test_intervals_are_read_in_the_chosen_order() -> None:
    """`start` and `end` follow the order of dates like `date`."""
    data = b"channel,From,To,state\nA,1.2.2020,3.4.2021,open\n"
    order = DateReading("day-first")
    choices = Choices(names={"From": "start", "To": "end"}, dates={"start": order, "end": order})
    assert derive(data, choices) == b"channel,start,end,state\nA,2020-02-01,2021-04-03,open\n"


def test_what_is_no_text_stays_as_it_is() -> None:
    """A file that cannot be read as text is returned unchanged."""
    assert derive(b"%PDF-1.7", _CHOICES) == b"%PDF-1.7"


@given(files(), _ANY)
def test_rows_stay_on_their_lines(data: bytes, choices: Choices) -> None:
    """Whatever is chosen, the same rows begin on the same lines, but for those left out."""
    before, after = read_source(data), read_source(derive(data, choices))
    assert isinstance(before, Source)
    assert isinstance(after, Source)
    stand = {row.line for row in before.rows if "".join(row.cells).strip()}
    found = {row.line for row in after.rows if "".join(row.cells).strip()}
    assert found <= stand | {row.line for row in before.rows}
    assert len(after.lines) == len(before.lines)
    assert choices.left_out or found >= stand


@given(files(), _ANY)
def test_other_cells_stay(data: bytes, choices: Choices) -> None:
    """Words, dates and names change nothing in a column that is none of theirs."""
    bare = Choices(names=choices.names, words=choices.words, dates=choices.dates)
    before, after = read_source(data), read_source(derive(data, bare))
    assert isinstance(before, Source)
    assert isinstance(after, Source)
    kept = [row.cells[3:] for row in before.rows[1:] if "".join(row.cells).strip()]
    assert [row.cells[3:] for row in after.rows[1:] if "".join(row.cells).strip()] == kept


@given(files())
def test_applying_again_changes_nothing_more(data: bytes) -> None:
    """Choices whose words lead to words of the format do all that they do at once."""
    words = {"state": {"last": "open", "b": "severed"}}
    settled = Choices(words=words, dates={"date": DateReading("day-first")})
    once = derive(data, settled)
    assert derive(once, settled) == once


@given(_ANY)
def test_choices_survive_json(choices: Choices) -> None:
    """Choices that are written and read again are the same."""
    assert Choices.from_dict(json.loads(json.dumps(choices.to_dict()))) == choices


@pytest.mark.parametrize(
    "found",
    [
        *(None, [], {}),
        {"names": 3, "words": {"state": 4}, "dates": {"date": {"order": 1, "pivot": True}}},
        {"header": {"line": 0, "delimiter": ";;"}, "joins": [], "left_out": ["x"]},
    ],
)
def test_what_is_no_choice_is_none(found: object) -> None:
    """What holds no choices gives none, and never raises."""
    assert derive(_FILE, Choices.from_dict(found)) == _FILE


@given(ANY_JSON | st.dictionaries(st.sampled_from([one.name for one in fields(Choices)]), ANY_JSON))
def test_nothing_makes_choices_raise(found: object) -> None:
    """Whatever JSON held can be handed in as choices."""
    assert isinstance(Choices.from_dict(found), Choices)


@given(st.sampled_from([b"", b"channel,date,state\n", b"sep=;\n"]), st.binary(max_size=99), _ANY)
def test_no_bytes_make_applying_raise(header: bytes, body: bytes, choices: Choices) -> None:
    """Any bytes with any choices give bytes."""
    assert isinstance(derive(header + body, choices), bytes)


def test_choices_of_an_earlier_version_are_understood() -> None:
    """Columns stood by the format's name then, and one order held for all dates."""
    old = {"columns": {"channel": "Line"}, "date_order": "month-first", "sheet": "Log"}
    assert Choices.from_dict(old) == Choices(
        names={"Line": "channel"},
        dates={name: DateReading("month-first") for name in DATE_COLUMNS},
    )


def test_choices_add_up() -> None:
    """Later choices stand beside earlier ones, and win where both speak."""
    first = Choices(names={"Line": "channel"}, words={"state": {"shut": "severed"}})
    more = Choices(
        names={"Line": "summary"}, words={"state": {"up": "open"}}, header=Header(3, ",")
    )
    assert first.joined(more) == Choices(
        names={"Line": "summary"},
        words={"state": {"shut": "severed", "up": "open"}},
        header=Header(3, ","),
    )


def test_lines_above_the_header_are_empty_and_rows_keep_theirs() -> None:
    """A title and a note above the header are left out; a quote that the title opens too."""
    data = b'Log of "lines\n\nLine;Status;Since\nHotline;open;2020\n'
    choices = Choices(header=Header(3, ";"), names={"Line": "channel"})
    assert derive(data, choices) == b"\n\nchannel;Status;Since\nHotline;open;2020\n"
    pipes = b"Log\nchannel|date|state\nA|2020|open\n"
    again = derive(pipes, Choices(header=Header(2, "|")))
    assert again == b"sep=|\n\nchannel|date|state\nA|2020|open\n"
    record = read_record(again, TODAY)
    assert (record.problems, record.observations["line"].tolist()) == ((), [3])


def test_a_header_of_several_lines_keeps_the_rows_below_it_in_place() -> None:
    """Where a shorter name stands for one of two lines, an empty line follows it."""
    data = b'"Line\nname",date,state\nA,2020,open\n'
    assert derive(data, Choices(names={"Line\nname": "channel"})) == (
        b"channel,date,state\n\nA,2020,open\n"
    )


def test_a_column_is_made_of_others_or_of_one_value() -> None:
    """Made columns stand after the file's own, before cells beyond the header; a name that the
    file has is never made again."""
    data = b"year,month,state\n1948,6,open,beyond\n1989\n"
    choices = Choices(
        joins={"date": Join(("year", "month")), "state": Join(("year",))},
        constants={"channel": "Mission, main", "month": "x"},
    )
    assert derive(data, choices) == (
        b"year,month,state,date,channel\n"
        b'1948,6,open,1948-06,"Mission, main",beyond\n'
        b'1989,,,1989,"Mission, main"\n'
    )


def test_empty_cells_are_filled_with_what_stands_above() -> None:
    """Only in the columns that were chosen, and never in an empty row."""
    data = b"parties,channel,state\nA; B,North,open\n,North,\n\n,South,\nC,,\n"
    assert derive(data, Choices(filled=("parties", "channel"))) == (
        b"parties,channel,state\nA; B,North,open\nA; B,North,\n\nA; B,South,\nC,South,\n"
    )
