"""Writing a site page by page, so that only one page is in memory at a time."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from openline.figures.theme import css_variables
from openline.site.about import about_page
from openline.site.changes import parties_feeds, site_feeds
from openline.site.channel import band_of, channel_page
from openline.site.data import data_files, data_page, tables_of
from openline.site.find import SCRIPT, find_index, find_page
from openline.site.folder import Folder
from openline.site.home import status_page
from openline.site.lists import channels_pages, groups_pages, part_pages, parties_pages
from openline.site.method import method_page
from openline.site.page import SitePage, page_html
from openline.site.parties import parties_page, parties_timeline
from openline.site.site import Site
from openline.web.badges import channel_badge, parties_badge

_STYLE: Final = (Path(__file__).parent / "site.css").read_text(encoding="utf-8")


def write_site(site: Site, folder: Folder) -> int:
    """Write a site into a folder and return its number of files. The same site always gives the
    same files, byte for byte.

    Raises `openline.site.folder.FolderError` if something cannot be written.
    """
    folder.write("site.css", [css_variables(), "\n", _STYLE])
    folder.write("find.js", [SCRIPT])
    folder.write("find.json", find_index(site))
    tables = []
    for name, meaning, frame in tables_of(site):
        tables.append((name, meaning, len(frame)))
        for file, parts in data_files(frame, name):
            folder.write(file, parts)
    for file, text in site_feeds(site):
        folder.write(file, [text])
    for page in _pages(site, tables):
        folder.write(page.file, [page_html(site, page)])
    _write_parts(site, folder)
    return folder.finish()


def _pages(site: Site, tables: list[tuple[str, str, int]]) -> Iterator[SitePage]:
    yield status_page(site)
    yield from parties_pages(site)
    yield from channels_pages(site)
    yield from groups_pages(site)
    yield find_page()
    yield data_page(site, tables)
    yield about_page(site)
    yield method_page()


def _write_parts(site: Site, folder: Folder) -> None:
    """Write the files of each set of parties, and of each of its channels."""
    for part in site.parts:
        first, *others = part.channels
        band = band_of(site, first)
        page = parties_page(site, part, parties_timeline(site, part) if others else band)
        folder.write(page.file, [page_html(site, page)])
        for listing in part_pages(site, part):
            folder.write(listing.file, [page_html(site, listing)])
        rows = site.status.of(*part.channels)
        folder.write(f"badges/{part.file}.svg", [parties_badge(part.name, rows)])
        for file, text in parties_feeds(site, part):
            folder.write(file, [text])
        for channel in part.channels:
            band = band if channel == first else band_of(site, channel)
            page = channel_page(site, part, channel, band)
            folder.write(page.file, [page_html(site, page)])
            row = site.status.of(channel).iloc[0]
            folder.write(f"badges/{site.file_of(channel)}.svg", [channel_badge(row)])
