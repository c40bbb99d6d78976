"""Citing: a dialog with the citation in each form, and the bytes of the bundled record, kept for
anyone who cites or links to them."""

from dataclasses import dataclass
from typing import Any, Final

import streamlit as st

from openline.cite.forms import Cited, citations
from openline.record.columns import DATE, EVENT, SUMMARY
from openline.record.dates import show_date
from openline.record.problems import Problem
from openline.sentences.context import filter_words
from openline.sentences.runs import named
from openline.ui.browser.components import component, read_file
from openline.ui.controls.page_links import cited_link
from openline.ui.data.clock import moment
from openline.ui.data.editions import keep_edition
from openline.ui.data.looks import row_named
from openline.ui.data.saved import the_store
from openline.ui.scene import Scene

_HEIGHT: Final = 22
_WIDTH: Final = 60
_KEPT: Final = "openline_edition_kept"
"""The key for the SHA-256 of the bytes kept for a link, or for the problem that prevented it."""
_UNKEPT: Final = (
    "The board could not keep this edition: once the record's file changes, this address will no "
    "longer find it."
)


@dataclass(frozen=True, eq=False)
class Keeping:
    """The bytes of the bundled record that a scene shows, and whether this visitor had them kept.
    Those of a saved record or of an edition are already kept."""

    scene: Scene

    @property
    def is_needed(self) -> bool:
        """Whether the bytes are those of the file, which can be replaced."""
        return self.scene.shown.revision is None and not self.scene.shown.edition

    @property
    def done(self) -> bool | Problem:
        """Whether the bytes were kept, or the problem that prevented it."""
        kept = st.session_state.get(_KEPT)
        return kept if isinstance(kept, Problem) else bool(kept == self.scene.record.digest)

    def keep(self) -> None:
        """Keep the bytes, if needed."""
        if self.is_needed:
            digest = self.scene.record.digest
            st.session_state[_KEPT] = keep_edition(digest, the_store, moment()) or digest

    def told(self) -> dict[str, Any]:
        """Return the data for a dialog with citations: whether opening it keeps anything, and a
        note if that failed."""
        failed = self.is_needed and isinstance(self.done, Problem)
        return {"keeps": self.is_needed and not self.done, "unkept": _UNKEPT if failed else ""}


def cited_in_forms(scene: Scene, title: str) -> dict[str, str]:
    """Return the citation of a part of a scene in each form, by the form's name; `title` names the
    part."""
    record, link = scene.record, cited_link(scene)
    cited = Cited(title, scene.shown.title, record.digest, scene.as_of, scene.today, link)
    return citations(cited)


def draw_cite(scene: Scene) -> None:
    """Draw the button that opens the citation of a scene's page."""
    forms = cited_in_forms(scene, _observation(scene) or _page(scene))
    mount = component(
        "citing", "pass_on", "cite", markup=read_file("markup/cite.html"), style="save_figure"
    )
    keeping = Keeping(scene)
    mount(
        key="ol_cite",
        data={"cite": forms, **keeping.told()},
        on_cited_change=keeping.keep,
        height=_HEIGHT,
        width=_WIDTH,
    )


def _page(scene: Scene) -> str:
    filters = filter_words(scene.filters, scene.view.carry) or ["all channels"]
    return f"{scene.page.title}: {', '.join(filters)}"


def _observation(scene: Scene) -> str:
    """Return the text of the observation that the address names; "" where it names none."""
    row = row_named(scene.view, scene.record)
    if row is None:
        return ""
    cited_row = scene.record.observations.loc[row]
    said = cited_row[SUMMARY] if isinstance(cited_row[SUMMARY], str) else cited_row[EVENT]
    return f"{named(cited_row)}, {show_date(cited_row[DATE])}: {said}"
