"""The entry point: any table of the contract, from the text of a record; and its errors."""

from collections.abc import Callable

from .comparison import compare_table, observations_table, search_table, since_table
from .gaps import gaps_table
from .judging import contradicted
from .openings import openings_table, signs_table
from .openness import openness_table, shares_table
from .options import Options
from .reading import channels_of, read, read_rows
from .severances import causes_table, unusual_table
from .spans import spans_table, status_table
from .survival import survival_table

__all__ = ["TABLES", "contradicted_lines", "errors", "errors_at", "table"]


def _since_table(text: str, options: Options) -> list[dict[str, object]]:
    assert options.first is not None
    return since_table(text, options, min(options.first, options.as_of))


TABLES: dict[str, Callable[[str, Options], list[dict[str, object]]]] = {
    "causes": causes_table,
    "compare": compare_table,
    "gaps": gaps_table,
    "observations": observations_table,
    "openings": openings_table,
    "openness": openness_table,
    "search": lambda text, options: search_table(text, options, options.q),
    "shares": shares_table,
    "signs": signs_table,
    "since": _since_table,
    "spans": spans_table,
    "status": status_table,
    "survival": survival_table,
    "unusual": unusual_table,
}


def table(name: str, csv_text: str, options: Options) -> list[dict[str, object]]:
    """The rows of a table as JSON would have them, in the contract's order."""
    return TABLES[name](csv_text, options)


def errors(csv_text: str) -> frozenset[str]:
    """The codes of the errors that the record has."""
    return frozenset(code for code, _ in errors_at(csv_text))


def errors_at(csv_text: str) -> frozenset[tuple[str, int]]:
    """The codes of the errors, each with its line."""
    found = read(csv_text).errors
    return frozenset(found) | {
        ("check-contradicted", line) for line in contradicted_lines(csv_text)
    }


def contradicted_lines(csv_text: str) -> tuple[int, ...]:
    """The lines of checks whose state holds on no day that their date allows."""
    channels = channels_of(read_rows(csv_text))
    return tuple(sorted(line for rows in channels for line in contradicted(rows)))
