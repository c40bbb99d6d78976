"""Lists of all channels, and of those of each state, level, kind and party: they need no script."""

from collections.abc import Iterator
from typing import Final

import pandas as pd

from openline.markup.text import NOTHING, Child, Markup, joined, tag
from openline.record.columns import ENDED, OPEN, PARTIAL, SEVERED, UNKNOWN
from openline.sentences.runs import count
from openline.site.groups import Group, Grouping
from openline.site.page import FEED, SitePage
from openline.site.paging import paged
from openline.site.parts import Part
from openline.site.rows import board_html, listed
from openline.site.site import Site

_STATES: Final = (SEVERED, PARTIAL, OPEN, UNKNOWN)
MOST_ROWS: Final = 1_000
"""How many channels a set of parties has on its own page; all of more are on pages of a list."""
_MOST_NAMED: Final = 24
"""How many groups a page leads to by itself; the others are in the list of all."""


def channels_pages(site: Site) -> Iterator[SitePage]:
    """Give the pages that list all channels, in the order of their parties and names, and those
    of each state alone."""
    status = site.brief.status.sort_values("channel_id")
    counts = status["state"].value_counts()
    states = [state for state in (*_STATES, ENDED) if counts.get(state, 0)]
    kinds = [("channels", "All", len(status))]
    kinds += [(f"channels-{state}", state.capitalize(), int(counts[state])) for state in states]
    others = [ways_to(grouping) for grouping in site.groupings]
    for stem, words, rows in kinds:
        state = words.lower() if stem != "channels" else ""
        title = tag("h1", count(rows, f"{state} channel".strip()))
        shown = status[status["state"] == state] if state else status
        head = (title, _choices(kinds, stem), others)
        yield from _listed(site, shown, stem, words if state else "Channels", head)


def groups_pages(site: Site) -> Iterator[SitePage]:
    """Give the pages that list all levels, kinds and parties, and the channels of each."""
    for grouping in site.groupings:
        yield from _all_groups(site, grouping)
        for group in grouping.groups:
            rows = site.status.of(*group.channels).sort_values("channel_id")
            title = tag("h1", count(len(rows), "channel"))
            way = tag("a", f"all {grouping.many}", href=f"../{grouping.file}.html")
            head = (tag("div", (f"{grouping.one}: {group.name} · ", way), "context"), title)
            if not group.has_page_elsewhere:
                yield from _listed(site, rows, group.file, group.name, head)


def part_pages(site: Site, part: Part) -> Iterator[SitePage]:
    """Give the pages that list all channels of a set of parties whose own page has not all."""
    if len(part.channels) > MOST_ROWS:
        rows = site.status.of(*part.channels).sort_values("channel_id")
        title = tag("h1", count(len(rows), "channel"))
        way = tag("a", part.name, href=f"../{part.file}.html")
        head = (tag("div", way, "context"), title)
        yield from _listed(site, rows, part.list_file, part.name, head)


def ways_to(grouping: Grouping) -> Markup:
    """Return the ways to the channels of each group, those with most channels first."""
    if not grouping.groups:
        return NOTHING
    named = grouping.largest(_MOST_NAMED)
    links = [
        tag("a", f"{group.name} {len(group.channels):,}", href=f"{group.file}.html")
        for group in named
    ]
    every = f"all {len(grouping.groups):,} {grouping.many}"
    head = tag("span", f"By {grouping.one}:", "said")
    end = tag("a", every, href=f"{grouping.file}.html")
    return tag("nav", (head, *links, end), "choices", aria_label=f"Channels by {grouping.one}")


def states_row(site: Site, name: Child, href: str, channels: tuple[int, ...]) -> Markup:
    """Return a row that says how many channels there are, and of which state."""
    states = site.status.of(*channels)["state"].value_counts()
    cells = [tag("td", tag("a", name, "named", href=href)), tag("td", f"{len(channels):,}")]
    cells += [tag("td", f"{int(states.get(state, 0)) or '–'}", f"ol-{state}") for state in _STATES]
    return tag("tr", cells)


def states_heads(first: str) -> tuple[str, ...]:
    """Return the names of the columns of `states_row`."""
    return (first, "Channels", *(state.capitalize() for state in _STATES))


def _all_groups(site: Site, grouping: Grouping) -> Iterator[SitePage]:
    groups, words = grouping.groups, grouping.one.capitalize()
    title = tag("h1", count(len(groups), grouping.one, grouping.many))
    for file, places, ways in paged(len(groups), grouping.file):
        rows = [_group_row(site, group) for group in groups[places]]
        page = (title, listed(states_heads(words), rows, "counts"), ways)
        yield SitePage(file, grouping.many.capitalize(), page, FEED)


def _group_row(site: Site, group: Group) -> Markup:
    return states_row(site, group.name, f"{group.file}.html", group.channels)


def _listed(
    site: Site, rows: pd.DataFrame, stem: str, title: str, head: Child
) -> Iterator[SitePage]:
    up = "../" * stem.count("/")
    for file, places, ways in paged(len(rows), stem):
        table = board_html(rows.iloc[places], lambda at: up + site.page_of(at), with_parties=True)
        yield SitePage(file, title, (head, table, ways), FEED)


def _choices(kinds: list[tuple[str, str, int]], chosen: str) -> Markup:
    """Return the ways to the lists of one state: a filter that needs no script."""
    links = [
        tag("a", f"{words} {rows:,}", href=f"{stem}.html", aria_current=_page_if(stem == chosen))
        for stem, words, rows in kinds
    ]
    return tag("nav", joined(links), "choices", aria_label="Channels by state")


def _page_if(is_here: bool) -> str | None:
    return "page" if is_here else None
