"""The board under test: a small record, and a run of a page without a browser."""

import csv
import io
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from streamlit.testing.v1 import AppTest

__all__ = [
    "COLUMNS",
    "DASHBOARD",
    "PAGE_CHANNEL",
    "ROOT",
    "TODAY",
    "broken",
    "csv_text",
    "markup",
    "run_page",
    "type_choice",
    "values",
]

ROOT: Final = Path(__file__).parents[1]
DASHBOARD: Final = ROOT / "dashboard.py"
PAGE_CHANNEL: Final = "pages/channel.py"
_PAIR: Final = re.compile(r'<span class="ol-one-line">([^<]*)</span>')
TODAY: Final = "2026-11-23"
COLUMNS: Final = ("channel", "parties", "date", "event", "state", "summary", "source_url")


def csv_text(rows: Sequence[Sequence[str]], columns: Sequence[str] = COLUMNS) -> str:
    """Return rows as the text of a record; short rows are padded."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([*row, *[""] * (len(columns) - len(row))] for row in rows)
    return out.getvalue()


def run_page(script: str | None = None, /, **query: str | list[str]) -> AppTest:
    """Run Status, or another page by its script, with the parameters of an address."""
    at = AppTest.from_file(str(DASHBOARD), default_timeout=30)
    if script is not None:
        at.switch_page(script)
    for name, value in query.items():
        at.query_params[name] = value
    at.run()
    return at


def type_choice(at: AppTest, key: str, typed: str) -> None:
    """Type words into a list of choices that accepts new ones, and run the page."""
    field = at.selectbox(key=key)
    assert field.proto.accept_new_options
    field.options.append(typed)  # AppTest sends only values among the options
    field.set_value(typed).run()


def values(at: AppTest, name: str) -> list[str]:
    """Return the values that a parameter has in the address."""
    if name not in at.query_params:
        return []
    found = at.query_params[name]
    return [found] if isinstance(found, str) else list(found)


def markup(at: AppTest) -> str:
    """Return all the page's own markup, without its styles and whatever only keeps words on one
    line."""
    bodies = [element.proto.body for element in at.get("html")]
    shown = "\n".join(body for body in bodies if not body.startswith("<style"))
    return broken(shown)


def broken(html: str) -> str:
    """Return markup without whatever only keeps words on one line."""
    return _PAIR.sub(r"\1", html)
