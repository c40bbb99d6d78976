"""Saved records on the board: the store of this process, and the record that an address shows."""

import os
from dataclasses import replace
from datetime import date
from typing import Final

import streamlit as st
from sqlalchemy import make_url
from streamlit.runtime.scriptrunner import get_script_run_ctx

from openline.record.hidden import visible_name
from openline.record.problems import Problem
from openline.sentences.problems import broken_file_note
from openline.sentences.saved import Saved, record_title, silent_store
from openline.settings import BUNDLED_FILE, store_quota
from openline.store.address import store_address
from openline.store.problems import StoreError
from openline.store.revisions import Revision, SavedRecord
from openline.store.store import Store
from openline.ui.data.editions import edition_record
from openline.ui.data.library import Library
from openline.ui.data.looks import bundled_name, data_path, load_bundled, read_once
from openline.view.names import (
    faulty_record,
    hidden_record,
    malformed_record,
    unknown_record,
    unknown_revision,
)
from openline.view.parameters import BUNDLED
from openline.view.record_name import RecordName, edition_name, edition_of, is_bundled
from openline.web.source import Kept, Shown

_REVISIONS: Final = 256
_LETTERS: Final = 12


def the_store() -> Store:
    """Return the store that the settings name, which logs this viewer's acts; it is created if
    necessary.

    Raises `StoreError` where it cannot be opened; the next call tries again.
    """
    return the_library().store().seen_from(_client())


def the_library() -> Library:
    """Return the library of the store that the settings name, without opening the store.

    Raises `StoreError` (`store-address`) where the settings name none.
    """
    return _library(_address(), store_quota())


def forget_list() -> None:
    """Make every viewer's list of records be read again, as after a save."""
    the_library().forget()


def shown_record(view_record: str, today: date, held: int | None = None) -> Shown:
    """Return what an address's `record` shows, with its problems.

    `bundled` is the bundled record, `bundled@HASH` particular bytes of it, NAME the newest revision
    of a saved one, NAME@REVISION that revision. `held` is the revision that a viewer of NAME is
    reading. If the record cannot be shown there is no data, never that of another record.
    """
    if is_bundled(view_record):
        return _bundled(today)
    if (edition := edition_of(view_record)) is not None:
        return _edition(edition, today)
    named = RecordName.read(view_record)
    if named is None:
        return Shown(f"Record {view_record}", problems=(malformed_record(view_record),))
    kept = kept_records()
    item = kept.find(named.name)
    if item is None:
        return Shown(f"Record {named}", problems=(_absent(named, kept),))
    spelled = replace(named, name=item.name)
    if spelled.revision is None and held is not None and held <= item.newest.number:
        spelled = replace(spelled, revision=held)
    return _saved(spelled, item, kept.problem, today)


def kept_records(*, is_needed: bool = True) -> Kept:
    """Return the saved records as of the store's last answer; the first answer is waited for if it
    `is_needed`."""
    try:
        return the_library().listed(is_needed=is_needed)
    except StoreError as error:
        return Kept(problem=error.problem)


def listed_names() -> list[str]:
    """Return the names of the saved records that are not hidden, in order."""
    return [item.name for item in kept_records(is_needed=False).shown]


def newest_saved(name: str) -> Revision | None:
    """Return the newest revision of a saved record, None where there is none."""
    item = kept_records(is_needed=False).find(name)
    return item.newest if item else None


def spelled_record(text: str) -> str:
    """Return an address's name of a record in the spelling in which it was saved."""
    if (edition := edition_of(text)) is not None:
        return edition_name(edition)
    named = RecordName.read(text)
    if named is None or is_bundled(text):
        return BUNDLED if named else text
    item = kept_records().find(named.name)
    return str(replace(named, name=item.name)) if item else text


def told(revision: Revision) -> Saved:
    """Return a revision in the form that sentences take."""
    day = revision.saved_at.date()
    return Saved(revision.record, revision.number, day, revision.saved_by, revision.note)


def _bundled(today: date) -> Shown:
    bundled = load_bundled(today)
    missing = visible_name(data_path().name) if bundled.missing else None
    note = broken_file_note(bundled.errors, missing, bundled.record is not None)
    silent = kept_records(is_needed=False).problem
    problems = (silent_store(silent, is_bundled=True, is_shown=True),) if silent else ()
    return Shown(bundled_name(), bundled.record, problems, note)


def _edition(edition: str, today: date) -> Shown:
    """Return particular bytes of the bundled record, by the beginning of their SHA-256."""
    title = f"{bundled_name()}, edition {edition[:_LETTERS]}"
    pinned = edition_record(edition, today, the_store)
    if isinstance(pinned, Problem):
        return Shown(title, problems=(pinned,))
    return Shown(title, pinned, edition=edition_name(pinned.digest))


def _absent(named: RecordName, kept: Kept) -> Problem:
    if kept.problem is not None:
        return silent_store(kept.problem, is_bundled=False, is_shown=False)
    return unknown_record(named.name, [item.name for item in kept.shown])


def _saved(named: RecordName, item: SavedRecord, silent: Problem | None, today: date) -> Shown:
    try:
        revision = _revision(named, item, silent)
        record = read_once(
            revision.digest,
            today,
            lambda: _asked(silent).bytes_of(revision.record, revision.number),
        )
    except StoreError as error:
        return Shown(f"Record {named}", problems=(_unread(named, item, error.problem),))
    title = record_title(told(revision))
    if record.has_errors:
        return Shown(title, None, (faulty_record(str(named), record.errors),))
    problems = [hidden_record(item.name)] if item.hidden else []
    if silent is not None:
        problems.append(silent_store(silent, is_bundled=False, is_shown=True))
    return Shown(title, record, tuple(problems), revision=revision)


def _unread(named: RecordName, item: SavedRecord, problem: Problem) -> Problem:
    if problem.code == "revision-unknown":
        return unknown_revision(item.name, named.revision or 0, item.newest.number)
    return silent_store(problem, is_bundled=False, is_shown=False)


def _revision(named: RecordName, item: SavedRecord, silent: Problem | None) -> Revision:
    number = named.revision or item.newest.number
    if number == item.newest.number:
        return item.newest
    return _older(_address(), named.name, number, silent)


def _asked(silent: Problem | None) -> Store:
    """Return the store to ask; if it does not answer now, raise its problem instead of waiting."""
    if silent is not None:
        raise StoreError(silent)
    return the_store()


def _client() -> str | None:
    """Return the address of the browser whose page is being drawn; None for a browser on this
    machine, or where there is no browser."""
    address = st.context.ip_address if get_script_run_ctx(suppress_warning=True) else None
    return address if isinstance(address, str) else None


def _address() -> str:
    url = store_address(os.environ, BUNDLED_FILE.parents[1])
    return url.render_as_string(hide_password=False)


@st.cache_resource(show_spinner=False)
def _library(address: str, most: int | None) -> Library:
    return Library(make_url(address), most)


@st.cache_resource(max_entries=_REVISIONS, show_spinner=False)
def _older(address: str, name: str, number: int, _silent: Problem | None) -> Revision:
    """Return a revision that is not the newest; it never changes."""
    return _asked(_silent).revision(name, number)
