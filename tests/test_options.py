"""The options of the command line: defaults, repeats and what is refused."""

import argparse

import pytest

from openline.analysis.gaps import MIN_DAYS
from openline.analysis.method import METHOD
from openline.analysis.openings import WINDOW
from openline.analysis.tables import TABLES, Table
from openline.options import build_parser

_NAMES = ("check", *(table.name for table in TABLES), "export")


def _parsed(*arguments: str) -> argparse.Namespace:
    return build_parser().parse_args(arguments)


def test_help_names_the_method() -> None:
    """The date of the formulas is told where the commands are."""
    assert f"The formulas are of {METHOD}." in " ".join(build_parser().format_help().split())


def test_defaults_count_everything() -> None:
    """Without options the bundled record is read whole and all evidence counts."""
    options = _parsed("status")
    assert options.file is None
    assert options.as_of is None
    assert options.carry is None
    assert options.confidence == "inferred"
    assert (options.min_days, options.window) == (MIN_DAYS, WINDOW)
    assert (options.max_bytes, options.max_rows) == (None, None)
    assert options.format == "table"


def test_export_is_csv_by_default() -> None:
    """A record is written as CSV unless another format is asked for."""
    assert _parsed("export").format == "csv"


def test_names_may_be_repeated() -> None:
    """Each option of names gathers its repeats in order."""
    options = _parsed("status", "--parties", "A; B", "--parties", "C", "--level", "x")
    assert options.parties == ["A; B", "C"]
    assert options.level == ["x"]
    assert options.kind == options.channel == []


def test_repeats_do_not_leak_into_the_next_reading() -> None:
    """Names given once are not there when options are read again."""
    parser = build_parser()
    parser.parse_args(["status", "--parties", "A"])
    assert parser.parse_args(["status"]).parties == []


@pytest.mark.parametrize("name", _NAMES)
def test_every_command_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Each command has a help that names the options of all."""
    with pytest.raises(SystemExit) as ended:
        _parsed(name, "--help")
    assert ended.value.code == 0
    assert "--as-of" in capsys.readouterr().out


@pytest.mark.parametrize("value", ["-1", "1.5", "", "ten", "²", "٣"])
@pytest.mark.parametrize("option", ["--carry", "--min-days", "--window", "--max-rows"])
def test_numbers_are_whole_and_not_negative(option: str, value: str) -> None:
    """A number of days or rows is written in digits or refused with 2."""
    with pytest.raises(SystemExit) as ended:
        _parsed("status", f"{option}={value}")
    assert ended.value.code == 2


def test_zero_is_a_number_of_days() -> None:
    """Zero is allowed where days are counted."""
    assert _parsed("status", "--carry", "0").carry == 0


@pytest.mark.parametrize("table", [table for table in TABLES if table.groups])
def test_groups_are_those_of_the_table(table: Table) -> None:
    """A table that can be grouped takes each of its groups and no other."""
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
    """A part of an option's name is no option."""
    with pytest.raises(SystemExit):
        _parsed("status", "--conf", "confirmed")


def test_options_of_single_commands() -> None:
    """Closings belong to openings, `until` and the summary to survival."""
    assert _parsed("openings", "--closings").closings
    assert _parsed("survival", "--until", "open", "--summary").until == "open"
    with pytest.raises(SystemExit):
        _parsed("status", "--closings")
