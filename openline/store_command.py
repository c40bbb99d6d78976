"""The command `store`: what is wrong with the store, for those who run the board."""

import argparse
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pandas as pd
from sqlalchemy import URL

from openline.formats.machine import text_of
from openline.formats.terminal import counted, plain_line, to_terminal
from openline.settings import BUNDLED_FILE
from openline.store.address import is_file, store_address
from openline.store.links import Break
from openline.store.problems import StoreError
from openline.store.verifying import Verified, verify_store
from openline.streams import say, write_out

BREAK_FIELDS: Final = ("record", "revision", "what", "found", "expected", "meaning")
"""The columns of the printed breaks."""


def run_store(options: argparse.Namespace, width: int) -> int:
    """Verify a store, print its breaks, and return the exit status: 0; 1 if there are breaks; 2 if
    the store cannot be read. `width` is that of the terminal, in characters."""
    try:
        url = _url(options.file)
    except StoreError as error:
        return _fail(str(error))
    if is_file(url) and not os.path.lexists(str(url.database)):
        return _fail(f"there is no store at {url.database}")
    try:
        verified = verify_store(url, options.noted)
    except StoreError as error:
        return _fail(f"{_place(url)}: {error}")
    exact = options.format != "table"
    if write_out(_breaks_text(verified.breaks, options.format, width), exact=exact):
        say(_summary(verified, url))
    return 1 if verified.breaks else 0


def _fail(reason: str) -> int:
    say(f"openline: {plain_line(reason)}\n")
    return 2


def _url(file: str | None) -> URL:
    if file is None:
        return store_address(os.environ, BUNDLED_FILE.parents[1])
    return URL.create("sqlite", database=str(Path(file).absolute()))


def _breaks_text(breaks: Sequence[Break], form: str, width: int) -> str:
    rows = [[_shown(getattr(item, name)) for name in BREAK_FIELDS] for item in breaks]
    frame = pd.DataFrame(rows, columns=list(BREAK_FIELDS)).astype({"revision": "Int64"})
    if form != "table":
        return text_of(frame, form)
    if not breaks:
        return ""
    meanings = {item.what: item.meaning for item in breaks}
    listed = "".join(f"{what}: {meaning}\n" for what, meaning in meanings.items())
    return to_terminal(frame, BREAK_FIELDS[:-1], (), width) + listed


def _shown(value: object) -> object:
    """Return a value that can be printed, whatever bytes it was read from."""
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


def _summary(verified: Verified, url: URL) -> str:
    counts = ", ".join(
        (
            f"{counted(verified.revisions, 'revision')} of {counted(verified.records, 'record')}",
            counted(verified.hidings, "hiding"),
            f"{counted(verified.files, 'file')} of {counted(verified.size, 'byte')}",
        )
    )
    head = verified.head
    end = f"The chain ends at place {head.place:,} with {head.chain}.\n" if head else ""
    breaks = counted(len(verified.breaks), "break")
    return f"{plain_line(_place(url))}: {counts} verified; {breaks}.\n{end}"


def _place(url: URL) -> str:
    """Return where a store is, without any password."""
    return str(url.database) if is_file(url) else url.render_as_string()
