"""The brief of a view, as a file to take along."""

from dataclasses import replace

from openline.brief import Brief, brief_html
from openline.questions import question_of
from openline.settings import marking
from openline.ui.data.late import revision_before, rows_since
from openline.ui.scene import Scene


def brief_bytes(scene: Scene, link: str) -> bytes:
    """Return the brief of what a scene shows, which `link` shows again, as an HTML file."""
    question = question_of(scene.view, scene.record, scene.as_of)
    brief = Brief(
        question,
        scene.shown.title,
        scene.today,
        scene.last_day,
        link,
        marking(),
        scene.view.range,
    )
    before = revision_before(scene.shown.revision, brief.since)
    late = rows_since(before, scene.record, scene.today)
    return brief_html(replace(brief, late=late)).encode("utf-8", "replace")
