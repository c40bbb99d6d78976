"""Settings: what the environment says, and where the bundled record lies."""

import os
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from openline.record.cell_checks import LONGEST_CELL
from openline.record.dates import DateRange, parse_date
from openline.record.extent import LONGEST_LINE, MOST_CELLS, Extent
from openline.record.hidden import visible
from openline.record.limits import ReadingLimits

_PACKAGE: Final = Path(__file__).parent
_IS_INSTALLED: Final = (_PACKAGE / "data").is_dir()
ROOT: Final = _PACKAGE if _IS_INSTALLED else _PACKAGE.parent
"""Where the folders `data` and `docs` lie: in the package where it is installed, else beside it."""
BUNDLED_FILE: Final = ROOT / "data" / "channels.csv"
METHOD_FILE: Final = ROOT / "docs" / "method.md"
DATA_VARIABLE: Final = "OPENLINE_DATA"
"""The environment variable that names another CSV file for the board to show."""
TODAY_VARIABLE: Final = "OPENLINE_TODAY"
"""The environment variable that sets today, as 2023-10-05."""

MAX_MB: Final = 50
"""The most megabytes that a file brought to the board may have, unless the setting differs."""
MAX_ROWS: Final = 1_000_000
"""The most rows that it may have."""
MAX_COLUMNS: Final = 500
"""The most columns that it may have."""
MAX_CHANNELS: Final = 20_000
"""The most channels that it may have: a page of more takes minutes, and much of the memory."""
MAX_MB_VARIABLE: Final = "OPENLINE_MAX_MB"
MAX_ROWS_VARIABLE: Final = "OPENLINE_MAX_ROWS"
MAX_COLUMNS_VARIABLE: Final = "OPENLINE_MAX_COLUMNS"
MAX_CHANNELS_VARIABLE: Final = "OPENLINE_MAX_CHANNELS"
MAX_CELLS_VARIABLE: Final = "OPENLINE_MAX_CELLS"
MAX_LINE_VARIABLE: Final = "OPENLINE_MAX_LINE"
MAX_LETTERS_VARIABLE: Final = "OPENLINE_MAX_LETTERS"
MAX_PASTED: Final = 1_000_000
"""The most letters that can be pasted at once, unless the setting differs."""
MAX_PASTED_VARIABLE: Final = "OPENLINE_MAX_PASTED"
_MOST_PASTED: Final = 5_000_000
"""Streamlit's connection ends above 25 MB in one message."""
_LETTER_BYTES: Final = 4
_FIELD_BYTES: Final = 2_000_000
WORK_MB: Final = 800
"""The most megabytes of memory for all files that are worked on, and what is computed of them."""
WORK_MB_VARIABLE: Final = "OPENLINE_WORK_MB"
SESSION_MB: Final = 150
"""The most megabytes of files that one session has put aside."""
SESSION_MB_VARIABLE: Final = "OPENLINE_SESSION_MB"
KEEP_MINUTES: Final = 10
"""How many minutes unfinished work is kept after the last connection of its tab."""
KEEP_MINUTES_VARIABLE: Final = "OPENLINE_KEEP_MINUTES"
STORE_MB_VARIABLE: Final = "OPENLINE_STORE_MB"
"""The environment variable that sets how many megabytes of files the store may keep."""
HOSTS_VARIABLE: Final = "OPENLINE_HOSTS"
"""The environment variable that lists the names under which the board is reached."""
FRAMES_VARIABLE: Final = "OPENLINE_FRAMED_BY"
"""The environment variable that lists the sites whose pages may frame one of the board."""
MARKING_VARIABLE: Final = "OPENLINE_MARKING"
"""The environment variable that says how what is printed may be handled."""
_MOST_MARKING: Final = 100
ORIGINS_VARIABLE: Final = "OPENLINE_API_ORIGINS"
"""The environment variable that lists the sites whose scripts may read what is no page."""
_BYTES: Final = 1_000_000
_QUOTA: Final = 10_000
"""What a wrong quota is told to be like."""
_ORIGIN: Final = re.compile(r"https?://[A-Za-z0-9.*\-]+(?::\d{1,5})?")
_HOST: Final = re.compile(r"\*|(?:\*\.)?[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)*\.?")


class SettingError(ValueError):
    """A setting whose value makes no sense."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a file that is brought to the board may have at most: megabytes, rows, columns,
    cells, bytes of a line, letters of a cell; letters of what is pasted; and channels."""

    megabytes: int = MAX_MB
    rows: int = MAX_ROWS
    columns: int = MAX_COLUMNS
    cells: int = MOST_CELLS
    line: int = LONGEST_LINE
    letters: int = LONGEST_CELL
    pasted: int = MAX_PASTED
    channels: int = MAX_CHANNELS

    @property
    def size(self) -> int:
        """The most bytes."""
        return self.megabytes * _BYTES

    @property
    def reading(self) -> ReadingLimits:
        """The limits that a record is read with."""
        return ReadingLimits(self.size, self.rows, self.columns, self.channels, self.letters)

    @property
    def extent(self) -> Extent:
        """The most cells, and bytes of a line."""
        return Extent(self.cells, self.line)


def named_today() -> date | None:
    """Return the day that `OPENLINE_TODAY` names, None where it names none.

    Raises `SettingError` for anything that is no day.
    """
    text = os.environ.get(TODAY_VARIABLE, "").strip()
    if not text:
        return None
    day = parse_date(text)
    if not isinstance(day, DateRange) or day.earliest != day.latest:
        raise SettingError(f"{TODAY_VARIABLE} is {text!r}, which is not a day; write 2023-10-05")
    return day.earliest


def upload_limits() -> Limits:
    """Return the limits for files that are brought to the board.

    Raises `openline.settings.SettingError` where one is no whole number above 0, or more letters
    can be pasted than a connection bears.
    """
    return Limits(
        _whole(MAX_MB_VARIABLE, MAX_MB),
        _whole(MAX_ROWS_VARIABLE, MAX_ROWS),
        _whole(MAX_COLUMNS_VARIABLE, MAX_COLUMNS),
        _whole(MAX_CELLS_VARIABLE, MOST_CELLS),
        _whole(MAX_LINE_VARIABLE, LONGEST_LINE),
        _whole(MAX_LETTERS_VARIABLE, LONGEST_CELL),
        _whole(MAX_PASTED_VARIABLE, MAX_PASTED, _MOST_PASTED),
        _whole(MAX_CHANNELS_VARIABLE, MAX_CHANNELS),
    )


def most_said() -> int:
    """Return how many bytes a page may say at once: all that can be pasted, and its other fields.

    Raises `SettingError` as `upload_limits` does.
    """
    return _LETTER_BYTES * upload_limits().pasted + _FIELD_BYTES


def work_budget() -> int:
    """Return how many bytes of memory the files that all sessions work on may take, and what
    is computed of them.

    Raises `SettingError` where it is no whole number of megabytes above 0.
    """
    return _whole(WORK_MB_VARIABLE, WORK_MB) * _BYTES


def session_budget() -> int:
    """Return how many bytes of files one session may have put aside.

    Raises `SettingError` where it is no whole number of megabytes above 0.
    """
    return _whole(SESSION_MB_VARIABLE, SESSION_MB) * _BYTES


def keep_minutes() -> int:
    """Return how many minutes unfinished work is kept after the last connection of its tab.

    Raises `SettingError` where it is no whole number above 0.
    """
    return _whole(KEEP_MINUTES_VARIABLE, KEEP_MINUTES)


def store_quota() -> int | None:
    """Return how many bytes of files the store may keep, None for any number.

    Raises `SettingError` where it is no whole number of megabytes above 0.
    """
    named = os.environ.get(STORE_MB_VARIABLE, "").strip()
    return _whole(STORE_MB_VARIABLE, _QUOTA) * _BYTES if named else None


def own_hosts() -> tuple[str, ...]:
    """Return the names under which the board is reached, besides localhost and addresses of
    digits.

    Raises `SettingError` for what is no name of a host.
    """
    return _listed(HOSTS_VARIABLE, _HOST, "board.example.org, without http:// and port")


def framing_origins() -> tuple[str, ...]:
    """Return the origins of sites whose pages may frame one of the board, none unless told.

    Raises `SettingError` for what is no origin.
    """
    return _listed(FRAMES_VARIABLE, _ORIGIN, "https://site.example.org")


def reading_origins() -> tuple[str, ...]:
    """Return the origins of sites whose scripts may read the API, none unless told.

    Raises `SettingError` for what is no origin.
    """
    return _listed(ORIGINS_VARIABLE, _ORIGIN, "https://site.example.org")


def marking(said: str | None = None) -> str:
    """Return the line that stands on every printed page, as it is `said` or as the environment
    names it, "" for none: it shows everywhere alike, whatever cannot be seen or is no character
    as `�`.

    Raises `SettingError` for one of more than 100 letters.
    """
    name = MARKING_VARIABLE if said is None else "--marking"
    given = os.environ.get(MARKING_VARIABLE, "") if said is None else said
    text = " ".join(os.fsencode(given).decode("utf-8", "replace").split())
    if len(text) > _MOST_MARKING:
        raise SettingError(f"{name} has {len(text)} characters; write at most {_MOST_MARKING}")
    return visible(text)


def _listed(variable: str, form: re.Pattern[str], example: str) -> tuple[str, ...]:
    texts = [text.strip() for text in os.environ.get(variable, "").split(",")]
    for text in filter(None, texts):
        if not form.fullmatch(text):
            raise SettingError(f"{variable} names {text!r}; write {example}, separated by commas")
    return tuple(filter(None, texts))


def _whole(variable: str, otherwise: int, most: int | None = None) -> int:
    text = os.environ.get(variable, "").strip()
    if not text:
        return otherwise
    if not (text.isascii() and text.isdigit() and int(text) > 0):
        raise SettingError(
            f"{variable} is {text!r}, which is not a whole number; write {otherwise}"
        )
    if most is not None and int(text) > most:
        raise SettingError(f"{variable} is {text!r}; the most is {most}")
    return int(text)
