"""Settings: what the environment says, and where the bundled record is."""

import os
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from openline.record.cell_checks import LONGEST_CELL
from openline.record.dates import DateRange, parse_date
from openline.record.hidden import visible_name
from openline.record.limits import LONGEST_LINE, MOST_CELLS, Extent, ReadingLimits

_PACKAGE: Final = Path(__file__).parent
_IS_INSTALLED: Final = (_PACKAGE / "data").is_dir()
ROOT: Final = _PACKAGE if _IS_INSTALLED else _PACKAGE.parent
"""Where the folders `data` and `docs` are: in the package if it is installed, otherwise beside
it."""
BUNDLED_FILE: Final = ROOT / "data" / "channels.csv"
METHOD_FILE: Final = ROOT / "docs" / "method.md"
DATA_VARIABLE: Final = "OPENLINE_DATA"
"""The environment variable that names another CSV file for the board to show."""
TODAY_VARIABLE: Final = "OPENLINE_TODAY"
"""The environment variable that sets today, as 2023-10-05."""

HOSTS_VARIABLE: Final = "OPENLINE_HOSTS"
"""The environment variable that lists the names under which the board is reached."""
FRAMES_VARIABLE: Final = "OPENLINE_FRAMED_BY"
"""The environment variable that lists the sites whose pages may frame the board's."""
MARKING_VARIABLE: Final = "OPENLINE_MARKING"
"""The environment variable that says how printed pages may be handled."""
_MOST_MARKING: Final = 100
ORIGINS_VARIABLE: Final = "OPENLINE_API_ORIGINS"
"""The environment variable that lists the sites whose scripts may read what is not a page."""
_ORIGIN: Final = re.compile(r"https?://[A-Za-z0-9.*\-]+(?::\d{1,5})?")
_HOST: Final = re.compile(r"\*|(?:\*\.)?[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)*\.?")


class SettingError(ValueError):
    """A setting with a value that makes no sense."""


@dataclass(frozen=True, slots=True)
class Number:
    """A setting that is a whole number above 0: the environment variable that sets it, its
    default, and its maximum, if it has one."""

    variable: str
    usual: int
    most: int | None = None

    def read(self) -> int:
        """Return its value. Raises `SettingError` if the environment has something that is not
        such a number."""
        text = os.environ.get(self.variable, "").strip()
        if not text:
            return self.usual
        if not (text.isascii() and text.isdigit() and int(text) > 0):
            raise SettingError(
                f"{self.variable} is {text!r}, which is not a whole number; write {self.usual}"
            )
        if self.most is not None and int(text) > self.most:
            raise SettingError(f"{self.variable} is {text!r}; the most is {self.most}")
        return int(text)


MAX_MB: Final = Number("OPENLINE_MAX_MB", 50)
"""The limits of a file added on the board: this one and the next six."""
MAX_ROWS: Final = Number("OPENLINE_MAX_ROWS", 1_000_000)
MAX_COLUMNS: Final = Number("OPENLINE_MAX_COLUMNS", 500)
MAX_CELLS: Final = Number("OPENLINE_MAX_CELLS", MOST_CELLS)
MAX_LINE: Final = Number("OPENLINE_MAX_LINE", LONGEST_LINE)
MAX_LETTERS: Final = Number("OPENLINE_MAX_LETTERS", LONGEST_CELL)
MAX_CHANNELS: Final = Number("OPENLINE_MAX_CHANNELS", 20_000)
"""A page with more channels takes minutes, and much of the memory."""
MAX_PASTED: Final = Number("OPENLINE_MAX_PASTED", 1_000_000, most=5_000_000)
"""How many characters can be pasted at once: Streamlit's connection breaks above 25 MB in a
message."""
WORK_MB: Final = Number("OPENLINE_WORK_MB", 800)
"""The most megabytes of memory for all files in progress, and for what is computed from them."""
SESSION_MB: Final = Number("OPENLINE_SESSION_MB", 150)
"""The most megabytes of files that one session has set aside."""
KEEP_MINUTES: Final = Number("OPENLINE_KEEP_MINUTES", 10)
"""How many minutes unfinished work is kept after the last connection of its tab."""
LOOK_SECONDS: Final = Number("OPENLINE_LOOK_SECONDS", 8, most=3_600)
"""How often, in seconds, a page of a saved record checks for a newer revision."""
STORE_MB: Final = Number("OPENLINE_STORE_MB", 10_000)
"""How many megabytes of files the store may keep; unlimited unless set."""
_LETTER_BYTES: Final = 4
_FIELD_BYTES: Final = 2_000_000
_BYTES: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of a file added on the board: megabytes, rows, columns, cells, bytes in a line,
    characters in a cell, pasted characters, and channels."""

    megabytes: int = MAX_MB.usual
    rows: int = MAX_ROWS.usual
    columns: int = MAX_COLUMNS.usual
    cells: int = MAX_CELLS.usual
    line: int = MAX_LINE.usual
    letters: int = MAX_LETTERS.usual
    pasted: int = MAX_PASTED.usual
    channels: int = MAX_CHANNELS.usual

    @property
    def size(self) -> int:
        """The most bytes."""
        return self.megabytes * _BYTES

    @property
    def reading(self) -> ReadingLimits:
        """The limits for reading a record."""
        return ReadingLimits(self.size, self.rows, self.columns, self.channels, self.letters)

    @property
    def extent(self) -> Extent:
        """The most cells, and the most bytes in a line."""
        return Extent(self.cells, self.line)


def named_today() -> date | None:
    """Return the day that `OPENLINE_TODAY` names, None if it names none.

    Raises `SettingError` for anything that is not a day.
    """
    text = os.environ.get(TODAY_VARIABLE, "").strip()
    if not text:
        return None
    day = parse_date(text)
    if not isinstance(day, DateRange) or day.earliest != day.latest:
        raise SettingError(f"{TODAY_VARIABLE} is {text!r}, which is not a day; write 2023-10-05")
    return day.earliest


def upload_limits() -> Limits:
    """Return the limits for files added on the board.

    Raises `SettingError` if one is not a whole number above 0, or allows more characters to be
    pasted than a connection can carry.
    """
    sizes = (MAX_MB, MAX_ROWS, MAX_COLUMNS, MAX_CELLS, MAX_LINE, MAX_LETTERS)
    return Limits(*(number.read() for number in (*sizes, MAX_PASTED, MAX_CHANNELS)))


def most_said() -> int:
    """Return how many bytes a page may send at once: everything pasted, and its other fields.

    Raises `SettingError` as `upload_limits` does.
    """
    return _LETTER_BYTES * upload_limits().pasted + _FIELD_BYTES


def work_budget() -> int:
    """Return how many bytes of memory the files in progress in all sessions may take, with what is
    computed from them. Raises `SettingError` as `Number.read` does."""
    return WORK_MB.read() * _BYTES


def session_budget() -> int:
    """Return how many bytes of files one session may have set aside. Raises `SettingError` as
    `Number.read` does."""
    return SESSION_MB.read() * _BYTES


def store_quota() -> int | None:
    """Return how many bytes of files the store may keep, None for any number. Raises
    `SettingError` as `Number.read` does."""
    is_set = os.environ.get(STORE_MB.variable, "").strip()
    return STORE_MB.read() * _BYTES if is_set else None


def own_hosts() -> tuple[str, ...]:
    """Return the names under which the board is reached, besides localhost and numeric addresses.

    Raises `SettingError` for anything that is not a host name.
    """
    return _listed(HOSTS_VARIABLE, _HOST, "board.example.org, without http:// and port")


def framing_origins() -> tuple[str, ...]:
    """Return the origins of sites whose pages may frame the board's, none by default.

    Raises `SettingError` for anything that is not an origin.
    """
    return _listed(FRAMES_VARIABLE, _ORIGIN, "https://site.example.org")


def reading_origins() -> tuple[str, ...]:
    """Return the origins of sites whose scripts may read the API, none by default.

    Raises `SettingError` for anything that is not an origin.
    """
    return _listed(ORIGINS_VARIABLE, _ORIGIN, "https://site.example.org")


def marking(said: str | None = None) -> str:
    """Return the line on every printed page, from `said` or from the environment, "" for none.
    Invisible characters and those that are not characters become `�`, so that the line looks the
    same everywhere.

    Raises `SettingError` if it is longer than 100 characters.
    """
    name = MARKING_VARIABLE if said is None else "--marking"
    given = os.environ.get(MARKING_VARIABLE, "") if said is None else said
    text = " ".join(given.split())
    if len(text) > _MOST_MARKING:
        raise SettingError(f"{name} has {len(text)} characters; write at most {_MOST_MARKING}")
    return visible_name(text)


def _listed(variable: str, form: re.Pattern[str], example: str) -> tuple[str, ...]:
    texts = [text.strip() for text in os.environ.get(variable, "").split(",")]
    for text in filter(None, texts):
        if not form.fullmatch(text):
            raise SettingError(f"{variable} names {text!r}; write {example}, separated by commas")
    return tuple(filter(None, texts))
