"""The only list of pages, from which the frame takes its links and the pages their titles."""

from dataclasses import dataclass
from typing import Final

from openline.view import figure_names as named
from openline.view.stretch import USUAL_RANGE


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its title, its path in an address, and its script, relative to the entry's; whether
    an address can name one channel on it, whether it counts silences from a number of days, whether
    it counts states and can leave out stale ones, whether it has a range and its default range, the
    table of its data, and the names of its figures."""

    title: str
    path: str
    script: str
    of_one_channel: bool = False
    counts_silences: bool = False
    counts_states: bool = False
    has_range: bool = False
    usual_range: str = USUAL_RANGE
    table: str = "observations"
    figures: tuple[str, ...] = ()


STATUS_PAGE: Final = Page(
    "Status",
    "",
    "dashboard.py",
    counts_states=True,
    has_range=True,
    table="status",
    figures=(named.TIMELINE,),
)
CHANNEL_PAGE: Final = Page(
    "Channel",
    "channel",
    "pages/channel.py",
    of_one_channel=True,
    has_range=True,
    usual_range="all",
    figures=(named.BAND,),
)
GAPS_PAGE: Final = Page(
    "Gaps",
    "gaps",
    "pages/gaps.py",
    counts_silences=True,
    has_range=True,
    table="gaps",
    figures=(
        named.CAUSES_FIGURE,
        named.SEVERED_NOW,
        named.SILENT_NOW,
        named.HISTORY,
        named.REOPENING,
    ),
)
OPENINGS_PAGE: Final = Page(
    "Openings",
    "openings",
    "pages/openings.py",
    counts_silences=True,
    has_range=True,
    table="openings",
    figures=(named.COUNTS,),
)
COMPARE_PAGE: Final = Page(
    "Compare", "compare", "pages/compare.py", table="compare", figures=(named.CHANGES_FIGURE,)
)
RECORDS_PAGE: Final = Page("Records", "records", "pages/records.py")
METHOD_PAGE: Final = Page("Method", "method", "pages/method.py")
PAGES: Final = (
    STATUS_PAGE,
    CHANNEL_PAGE,
    GAPS_PAGE,
    OPENINGS_PAGE,
    COMPARE_PAGE,
    RECORDS_PAGE,
    METHOD_PAGE,
)
"""Every page, in the order of the frame's links."""
WHAT_CHANGED: Final = "ol-what-changed"
"""The place on Compare where two revisions of a record are side by side."""
