"""Lists of all parties and channels, and of those of each state, level, kind and party. They need
no script; long ones are split into pages that link to each other."""

from collections.abc import Iterator, Sequence
from typing import Final

import pandas as pd

from openline.markup.text import NOTHING, Child, Markup, tag
from openline.record.columns import LIVING_STATES, STATUS_WORDS
from openline.sentences.runs import count
from openline.site.groups import SIDES, Group, Grouping, Part
from openline.site.page import FEED, SitePage
from openline.site.rows import board_html, listed
from openline.site.site import Site

MOST_ROWS: Final = 1_000
"""How many channels a set of parties has on its own page; if it has more, pages of a list have
them all."""
_ROWS_A_PAGE: Final = 250
_MOST_NAMED: Final = 24
"""To how many groups a page links directly; the others are in the full list."""


def parties_pages(site: Site) -> Iterator[SitePage]:
    """Yield the pages that list the sets of parties and their channels' states."""
    title = tag("h1", count(len(site.parts), "set of parties", "sets of parties"))
    by_side = [_ways_to(grouping) for grouping in site.groupings if grouping.file == SIDES]
    yield from _counted(site, site.parts, "parties", ("Parties", "Parties"), (title, by_side))


def channels_pages(site: Site) -> Iterator[SitePage]:
    """Yield the pages that list all channels, ordered by parties and name, and those of each
    state."""
    status = site.brief.status.sort_values("channel_id")
    counts = status["state"].value_counts()
    states = [state for state in STATUS_WORDS if counts.get(state, 0)]
    kinds = [("channels", "All", len(status))]
    kinds += [(f"channels-{state}", state.capitalize(), int(counts[state])) for state in states]
    others = [_ways_to(grouping) for grouping in site.groupings]
    for stem, words, rows in kinds:
        state = words.lower() if stem != "channels" else ""
        title = tag("h1", count(rows, f"{state} channel".strip()))
        shown = status[status["state"] == state] if state else status
        head = (title, _choices(kinds, stem), others)
        yield from _listed(site, shown, stem, words if state else "Channels", head)


def groups_pages(site: Site) -> Iterator[SitePage]:
    """Yield the pages that list all levels, kinds and parties, and the channels of each."""
    for grouping in site.groupings:
        groups, words = grouping.groups, (grouping.many.capitalize(), grouping.one.capitalize())
        title = tag("h1", count(len(groups), grouping.one, grouping.many))
        yield from _counted(site, groups, grouping.file, words, title)
        for group in grouping.groups:
            rows = site.status.of(*group.channels).sort_values("channel_id")
            title = tag("h1", count(len(rows), "channel"))
            way = tag("a", f"all {grouping.many}", href=f"../{grouping.file}.html")
            head = (tag("div", (f"{grouping.one}: {group.name} · ", way), "context"), title)
            if not group.has_page_elsewhere:
                yield from _listed(site, rows, group.file, group.name, head)


def part_pages(site: Site, part: Part) -> Iterator[SitePage]:
    """Yield the pages that list all channels of a set of parties whose own page does not."""
    if len(part.channels) > MOST_ROWS:
        rows = site.status.of(*part.channels).sort_values("channel_id")
        title = tag("h1", count(len(rows), "channel"))
        way = tag("a", part.name, href=f"../{part.file}.html")
        head = (tag("div", way, "context"), title)
        yield from _listed(site, rows, part.list_file, part.name, head)


def _ways_to(grouping: Grouping) -> Markup:
    """Return links to the channels of each group, those with the most channels first."""
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


def _counted(
    site: Site, groups: Sequence[Part | Group], stem: str, words: tuple[str, str], head: Child
) -> Iterator[SitePage]:
    """Yield the pages that count each group's channels by state; `words` are the title of the
    pages, and the head of the column of names."""
    heads = (words[1], "Channels", *(state.capitalize() for state in LIVING_STATES))
    for file, places, ways in paged(len(groups), stem):
        rows = [_states_row(site, group) for group in groups[places]]
        yield SitePage(file, words[0], (head, listed(heads, rows, "counts"), ways), FEED)


def _states_row(site: Site, group: Part | Group) -> Markup:
    states = site.status.of(*group.channels)["state"].value_counts()
    name = tag("a", group.name, "named", href=f"{group.file}.html")
    cells = [tag("td", name), tag("td", f"{len(group.channels):,}")]
    cells += [
        tag("td", f"{int(states.get(state, 0)) or '–'}", f"ol-{state}") for state in LIVING_STATES
    ]
    return tag("tr", cells)


def _listed(
    site: Site, rows: pd.DataFrame, stem: str, title: str, head: Child
) -> Iterator[SitePage]:
    up = "../" * stem.count("/")
    for file, places, ways in paged(len(rows), stem):
        table = board_html(rows.iloc[places], lambda at: up + site.page_of(at), with_parties=True)
        yield SitePage(file, title, (head, table, ways), FEED)


def _choices(kinds: list[tuple[str, str, int]], chosen: str) -> Markup:
    """Return links to the list of each state: a filter that needs no script."""
    links = [
        tag("a", f"{words} {rows:,}", href=f"{stem}.html", aria_current=here)
        for stem, words, rows in kinds
        for here in ["page" if stem == chosen else None]
    ]
    return tag("nav", links, "choices", aria_label="Channels by state")


def paged(rows: int, name: str) -> Iterator[tuple[str, slice, Markup]]:
    """Yield the file of each page of a list, the places of its rows, and links to the other
    pages."""
    files = [f"{name}.html"]
    files += [f"{name}-{page}.html" for page in range(2, -(-rows // _ROWS_A_PAGE) + 1)]
    near = [file.rpartition("/")[2] for file in files]
    for at, file in enumerate(files):
        yield file, slice(at * _ROWS_A_PAGE, (at + 1) * _ROWS_A_PAGE), _ways(near, at)


def _ways(files: list[str], at: int) -> Markup:
    if len(files) == 1:
        return NOTHING
    before = tag("a", "Previous page", href=files[at - 1], rel="prev") if at else NOTHING
    after = tag("a", "Next page", href=files[at + 1], rel="next") if files[at + 1 :] else NOTHING
    place = f"Page {at + 1:,} of {len(files):,}"
    return tag("nav", (before, tag("span", place), after), "pages", aria_label="Pages of this list")
