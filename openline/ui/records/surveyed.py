"""A survey of the current file as a whole, made once after each choice."""

from openline.intake.large import is_large, survey_apart
from openline.intake.survey import Survey, survey
from openline.record.problems import Problem
from openline.record.progress import Progress, silent
from openline.settings import upload_limits
from openline.ui.data.remembered import remembered
from openline.ui.records.draft import ROW_PLACES, Draft, came_of


def look_through(draft: Draft, progress: Progress = silent) -> Survey | Problem | None:
    """Return the survey of a file; the problem if that takes too long or too much memory; None if
    it is not text. A large file is surveyed apart."""

    def compute() -> Survey | Problem | None:
        if is_large(draft.text):
            return _apart(draft, progress)
        source = came_of(draft, progress)
        return None if source is None else survey(source, draft.choices, draft.edits)

    return remembered("survey", (draft.text, draft.choices, draft.edits), compute)


def surveyed(draft: Draft) -> Survey:
    """Return the survey of a file. Raises `TypeError` if there is none."""
    held = look_through(draft)
    if not isinstance(held, Survey):
        raise TypeError("the file could not be looked through")
    return held


def _apart(draft: Draft, progress: Progress) -> Survey | Problem:
    extent = upload_limits().extent
    outcome = survey_apart(draft.text, draft.choices, draft.edits, extent, progress)
    if isinstance(outcome, Problem):
        return outcome
    places, held = outcome
    given = draft.text, draft.choices.header
    remembered(ROW_PLACES, given, lambda: places, is_light=True)
    return held
