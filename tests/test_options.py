"""The options of the command line: defaults, repeats and refusals."""

import argparse

import pytest

from openline.analysis.gaps import MIN_DAYS
from openline.analysis.method import METHOD
from openline.analysis.openings import WINDOW
from openline.analysis.tables import TABLES, Table
from openline.options import build_parser

_NAMES = ("check", *(table.name for table in TABLES), "export")
_READING = ("--max-bytes", "--max-rows", "--max-columns")
_FILTERS = ("--parties", "--level", "--kind", "--channel", "--confidence")
_SINGLE = {
    "gaps": {"--min-days"},
    "openings": {"--min-days", "--window", "--closings"},
    "unusual": {"--min-days"},
    "signs": {"--min-days", "--window"},
    "shares": {"--by"},
    "survival": {"--by", "--until", "--summary"},
}
_VALUES = {
    "--encoding": ("utf-8",),
    "--format": ("json",),
    "--confidence": ("confirmed",),
    "--from": ("2021-01-01",),
    "--to": ("2022-01-01",),
    "--as-of": ("2022-01-01",),
    "--closings": (),
    "--by": ("level",),
    "--until": ("open",),
    "--summary": (),
    **dict.fromkeys(("--parties", "--level", "--kind", "--channel"), ("A",)),
    **dict.fromkeys(("--carry", "--min-days", "--window", *_READING), ("1",)),
}


def _parsed(*arguments: str) -> argparse.Namespace:
    return build_parser().parse_args(arguments)


def test_help_names_the_method() -> None:
    """The help on the commands gives the date of the method."""
    assert f"The formulas are those of {METHOD}." in " ".join(build_parser().format_help().split())


def test_defaults_count_everything() -> None:
    """Without options the whole bundled record is read and all evidence counts."""
    options = _parsed("status")
    assert options.file is None
    assert options.as_of is None
    assert options.carry is None
    assert options.confidence == "inferred"
    assert (options.encoding, options.max_bytes, options.max_rows, options.max_columns) == (
        None,
        None,
        None,
        None,
    )
    assert options.format == "table"
    openings = _parsed("openings")
    assert (openings.min_days, openings.window) == (MIN_DAYS, WINDOW)


def test_names_may_be_repeated() -> None:
    """Each option that takes names collects its repeats in order."""
    options = _parsed("status", "--parties", "A; B", "--parties", "C", "--level", "x")
    assert options.parties == ["A; B", "C"]
    assert options.level == ["x"]
    assert options.kind == options.channel == []


def test_repeats_do_not_leak_into_the_next_reading() -> None:
    """Names given in one reading of options do not appear in the next."""
    parser = build_parser()
    parser.parse_args(["status", "--parties", "A"])
    assert parser.parse_args(["status"]).parties == []


@pytest.mark.parametrize("name", _NAMES)
def test_every_command_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The help of each command names the options that all take."""
    with pytest.raises(SystemExit) as ended:
        _parsed(name, "--help")
    assert ended.value.code == 0
    out = capsys.readouterr().out
    assert all(option in out for option in _READING)


def _taken(name: str) -> set[str]:
    """Return the options that a command takes by the contract, worked out by hand."""
    taken = {"--encoding", *_READING}
    taken |= set() if name == "export" else {"--format"}
    if name in {"check", "export"}:
        return taken
    taken |= {*_FILTERS, "--carry"}
    taken |= {"--from", "--to"} if name == "compare" else {"--as-of"}
    return taken | _SINGLE.get(name, set())


@pytest.mark.parametrize("name", _NAMES)
def test_a_command_takes_the_options_that_it_uses(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every other option is refused with 2, as unknown."""
    days = ("--from", "2021-01-01", "--to", "2022-01-01") if name == "compare" else ()
    for option, value in _VALUES.items():
        asked = [option, *value]
        if option in _taken(name):
            _parsed(name, *days, *asked)
            continue
        with pytest.raises(SystemExit) as ended:
            _parsed(name, *days, *asked)
        assert ended.value.code == 2, option
        assert "unrecognized arguments" in capsys.readouterr().err


@pytest.mark.parametrize("value", ["-1", "1.5", "", "ten", "²", "٣"])
@pytest.mark.parametrize("option", ["--carry", "--min-days", "--window", "--max-columns"])
def test_numbers_are_whole_and_not_negative(option: str, value: str) -> None:
    """A number of days or rows is written in digits, or else refused with 2."""
    with pytest.raises(SystemExit) as ended:
        _parsed("openings", f"{option}={value}")
    assert ended.value.code == 2


def test_a_number_of_thousands_of_digits_is_as_good_as_no_limit(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Thousands of digits are a large number, and a message shortens thousands of letters."""
    assert _parsed("gaps", "--min-days", "9" * 5_000).min_days > 4_000_000
    assert _parsed("gaps", "--min-days", "0" * 5_000 + "7").min_days == 7
    with pytest.raises(SystemExit):
        _parsed("gaps", "--min-days", "x" * 5_000)
    assert len(capsys.readouterr().err) < 1_000


@pytest.mark.parametrize(
    ("name", "encoding"), [("UTF-8", "utf-8"), ("windows-1251", "cp1251"), ("euc-kr", "cp949")]
)
def test_an_encoding_is_taken_by_any_of_its_names(name: str, encoding: str) -> None:
    """The option gives Python's name of the encoding."""
    assert _parsed("check", "--encoding", name).encoding == encoding


def test_an_unknown_encoding_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """A name that is not an encoding's is a bad option."""
    with pytest.raises(SystemExit) as ended:
        _parsed("check", "--encoding", "klingon")
    assert ended.value.code == 2
    assert "'klingon' is not a known encoding" in capsys.readouterr().err


def test_zero_is_a_number_of_days() -> None:
    """Zero is allowed where days are counted."""
    assert _parsed("status", "--carry", "0").carry == 0


@pytest.mark.parametrize("table", [table for table in TABLES if table.groups])
def test_groups_are_those_of_the_table(table: Table) -> None:
    """A table that can be grouped accepts each of its groups and no other."""
    name, groups = table.name, table.groups
    assert [_parsed(name, "--by", group).by for group in groups] == list(groups)
    with pytest.raises(SystemExit):
        _parsed(name, "--by", "colour")


def test_comparison_needs_both_days() -> None:
    """A comparison takes two days, and neither may be missing."""
    options = _parsed("compare", "--from", "2021-01-01", "--to", "2022-01-01")
    assert (options.first, options.second) == ("2021-01-01", "2022-01-01")
    with pytest.raises(SystemExit):
        _parsed("compare", "--to", "2022-01-01")


def test_options_are_not_abbreviated() -> None:
    """A part of an option's name is not an option."""
    with pytest.raises(SystemExit):
        _parsed("status", "--conf", "confirmed")


def test_options_of_single_commands() -> None:
    """`--closings` goes with `openings`, `--until` and `--summary` with `survival`."""
    assert _parsed("openings", "--closings").closings
    assert _parsed("survival", "--until", "open", "--summary").until == "open"
    with pytest.raises(SystemExit):
        _parsed("status", "--closings")
