"""The commands that write pages: a brief, and a site."""

import argparse
from dataclasses import replace
from datetime import date
from pathlib import Path

from openline.analysis.question import Question
from openline.brief.brief import Brief
from openline.brief.document import brief_html
from openline.questions import last_day
from openline.record.hidden import visible_name
from openline.settings import marking
from openline.site.folder import Folder, FolderError
from openline.site.site import Site
from openline.site.writing import write_site
from openline.streams import StreamError, say, write_file, write_out


def write_pages(question: Question, today: date, options: argparse.Namespace) -> None:
    """Write a brief, or a site into a folder, with the marking from the options or the
    environment.

    Raises `StreamError` if that fails, and `openline.settings.SettingError` if the marking is too
    long.
    """
    name = "Bundled record"
    if options.file is not None:
        name = f"Record {visible_name(Path(options.file).name)}"
    known, marked = last_day(question.record, today), marking(options.marking)
    brief = Brief(question, name, today, known, marking=marked)
    if options.command == "site":
        _write_folder(brief, options)
    elif options.output == "-":
        write_out(brief_html(brief), exact=True)
    else:
        write_file(brief_html(brief), options.output)


def _write_folder(brief: Brief, options: argparse.Namespace) -> None:
    feed_name = "bundled" if options.file is None else brief.record.casefold()
    site = Site(brief, options.address or "", feed_name)
    site = replace(site, brief=replace(brief, leads=site.page_of, shows=site.observation_at))
    try:
        files = write_site(site, Folder(Path(options.output), anyway=options.anyway))
    except FolderError as error:
        raise StreamError(str(error)) from error
    say(f"{files:,} files in {options.output}\n")
