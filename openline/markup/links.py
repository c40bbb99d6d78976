"""Links to sources: only http and https lead out."""

from collections.abc import Mapping
from typing import Any, TypeAlias

import pandas as pd

from openline.markup.text import Markup, tag, unbroken
from openline.record.values import HTTP_ADDRESS

Sourced: TypeAlias = pd.Series | Mapping[str, Any]
"""A row of a table, by the names of its columns."""


def safe_url(url: object) -> str | None:
    """Return an address that may be linked, None for any other."""
    if isinstance(url, str) and HTTP_ADDRESS.fullmatch(url):
        return url
    return None


def outside_link(text: object, url: object) -> Markup:
    """Return text as a link to another site, or as mere text where its address is not safe."""
    target = safe_url(url)
    if target is None:
        return unbroken(text)
    outside = {"target": "_blank", "rel": "noopener noreferrer"}
    return tag("a", unbroken(text), "ol-link", href=target, **outside)


def cited(row: Sourced, prefix: str = "") -> object:
    """Return what a row cites: its source, or else the address of one; missing if neither."""
    source = row[f"{prefix}source"]
    return source if isinstance(source, str) else row[f"{prefix}source_url"]


def source_link(row: Sourced, prefix: str = "") -> Markup:
    """Return what a row cites, as a link where it has an address; nothing where it cites none."""
    return outside_link(cited(row, prefix), row[f"{prefix}source_url"])
