"""Saved records and their revisions, as lists for programs."""

from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter
from typing import Final

import pandas as pd

from openline.formats.machine import text_of
from openline.record.problems import Problem
from openline.store.revisions import Revision
from openline.view.names import unknown_record
from openline.web.envelope import Refusal
from openline.web.kept_answers import Answer, fixed_answer
from openline.web.source import BoardSource
from openline.web.table_answers import MEDIA

LISTED: Final[Mapping[str, Callable[[Revision], object]]] = {
    "record": attrgetter("record"),
    "revision": attrgetter("number"),
    "digest": attrgetter("digest"),
    "size": attrgetter("size"),
    "saved_by": attrgetter("saved_by"),
    "saved_at": lambda revision: revision.saved_at.isoformat(),
    "note": attrgetter("note"),
    "parent": attrgetter("parent"),
}
"""The columns of both lists, and the part of a revision in each."""


def record_list(form: str, source: BoardSource) -> Answer | Refusal:
    """Return the saved records that are not hidden by name, each with its newest revision."""
    kept = source.kept()
    if kept.problem is not None:
        return Refusal(503, kept.problem.message, [kept.problem])
    return _listed((item.newest for item in kept.shown), form)


def revision_list(name: str, form: str, source: BoardSource) -> Answer | Refusal:
    """Return the revisions of a record, the newest first, even of a hidden one if it is named."""
    kept = source.kept()
    item = kept.find(name)
    if item is None:
        absent = unknown_record(name, [one.name for one in kept.shown])
        problem, status = kept.problem or absent, 503 if kept.problem else 404
        return Refusal(status, problem.message, [problem])
    revisions = source.revisions(item)
    if isinstance(revisions, Problem):
        return Refusal(503, revisions.message, [revisions])
    return _listed(revisions, form)


def _listed(revisions: Iterable[Revision], form: str) -> Answer:
    rows = [[value(revision) for value in LISTED.values()] for revision in revisions]
    frame = pd.DataFrame(rows, columns=list(LISTED)).astype({"parent": "Int64"})
    return fixed_answer(text_of(frame, form), MEDIA[form])
