"""The commands that write pages: a brief, and a site."""

import argparse
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from openline.analysis.question import Question
from openline.brief.brief import Brief
from openline.brief.document import brief_html
from openline.settings import marking
from openline.site.folder import Folder, FolderError
from openline.site.site import Site
from openline.site.writing import write_site
from openline.streams import StreamError, say, write_file, write_out


@dataclass(frozen=True, eq=False)
class AskedPages:
    """What pages are asked for: the question, what the record is called, whether it is the
    bundled one, today, and the last day that the record knows."""

    question: Question
    name: str
    is_bundled: bool
    today: date
    last_day: date | None

    def brief(self, options: argparse.Namespace) -> Brief:
        """Return the brief, marked as the options or else the environment say; raises
        `openline.settings.SettingError` where that is too long."""
        marked = marking(options.marking)
        return Brief(self.question, self.name, self.today, self.last_day, marking=marked)


def write_brief(asked: AskedPages, options: argparse.Namespace) -> None:
    """Write a brief; raises `StreamError` where it cannot be written."""
    text = brief_html(asked.brief(options))
    if options.output == "-":
        write_out(text, exact=True)
    else:
        write_file(text, options.output)


def write_folder(asked: AskedPages, options: argparse.Namespace) -> None:
    """Write a site into a folder; raises `StreamError` where it cannot be written."""
    brief = asked.brief(options)
    feed_name = "bundled" if asked.is_bundled else asked.name.casefold()
    site = Site(brief, options.address or "", feed_name)
    site = replace(site, brief=replace(brief, leads=site.page_of, shows=site.observation_at))
    try:
        files = write_site(site, Folder(Path(options.output), anyway=options.anyway))
    except FolderError as error:
        raise StreamError(str(error)) from error
    say(f"{files:,} files in {options.output}\n")
