"""Find: a list of all channels, searched by a script in the page, and what to do without the
script."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pandas as pd

from openline.markup.text import Markup, tag
from openline.record.columns import CAUSE, CHANNEL, KIND, LEVEL, SUMMARY
from openline.record.names import names_alike
from openline.site.page import SitePage
from openline.site.site import Site

SCRIPT: Final = (Path(__file__).parent / "find.js").read_text(encoding="utf-8")
"""The script that searches the list: it runs on this page alone, and requests only `find.json`."""
_MOST: Final = 300
"""How many characters of a summary the list has, since a browser loads it whole."""
_LABEL: Final = "Words of a channel: its parties, level, kind, causes, or what was last said of it"
_LOADED: Final = Markup('<script src="find.js" defer></script>')


def find_page() -> SitePage:
    """Return the page for finding a channel by typing."""
    label = tag("label", _LABEL, for_="words")
    field = tag("input", id="words", type="search", autocomplete="off")
    box = tag("div", (label, field), id="find", hidden=True)
    lists = (
        tag("a", "parties", href="parties.html"),
        " and ",
        tag("a", "channels", href="channels.html"),
    )
    without = tag("p", ("All channels are in the lists of ", *lists, "."), "how")
    results = tag("ul", "", id="found")
    outcome = tag("p", "", id="told", role="status")
    parts = (tag("h1", "Find a channel"), box, outcome, results, without, _LOADED)
    return SitePage("find.html", "Find", parts, runs=True)


def find_index(site: Site) -> Iterator[str]:
    """Yield the list of channels as JSON, one line per channel: name, parties, other words (level,
    kind, other names of the parties, causes), state, page, newest summary."""
    before = "["
    for part in site.parts:
        others = [name for side in part.sides for name in sorted(names_alike(side))]
        for _, row in site.status.of(*part.channels).iterrows():
            channel = int(row["channel_id"])
            kinds = [row[name] for name in (LEVEL, KIND) if isinstance(row[name], str)]
            causes, summary = _said_of(site.observations.of(channel))
            words = " ".join([*kinds, *others, *causes])[:_MOST]
            line = [row[CHANNEL], part.name, words, row["state"], site.page_of(channel), summary]
            yield before + "\n" + json.dumps(line, ensure_ascii=False)
            before = ","
    yield "[]\n" if before == "[" else "\n]\n"


def _said_of(rows: pd.DataFrame) -> tuple[list[str], str]:
    """Return the causes that a channel's observations name, and the newest summary."""
    summaries = rows[SUMMARY].dropna()
    newest = str(summaries.iloc[-1]) if len(summaries) else ""
    return [str(cause) for cause in rows[CAUSE].dropna().unique()], newest[:_MOST]
