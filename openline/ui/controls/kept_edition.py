"""Keeping the bytes of the bundled record for whoever links to them or cites them."""

from dataclasses import dataclass
from typing import Any, Final

import streamlit as st

from openline.record.problems import Problem
from openline.ui.data.clock import moment
from openline.ui.data.editions import keep_edition
from openline.ui.data.saved import the_store
from openline.ui.scene import Scene

_KEPT: Final = "openline_edition_kept"
"""The SHA-256 of the bytes that were kept for a link, or what stood in the way."""
_UNKEPT: Final = (
    "The board could not keep this edition: once the record's file changes, this address will no "
    "longer find it."
)


@dataclass(frozen=True, eq=False)
class Keeping:
    """The bytes of the bundled record that a scene shows, and whether this visitor had them
    kept. Those of a saved record, or of an edition, are kept already."""

    scene: Scene

    @property
    def is_needed(self) -> bool:
        """Whether they are those of the file, which may be replaced."""
        return self.scene.shown.revision is None and not self.scene.shown.edition

    @property
    def done(self) -> bool | Problem:
        """Whether they were kept, or what stood in the way."""
        kept = st.session_state.get(_KEPT)
        return kept if isinstance(kept, Problem) else bool(kept == self.scene.record.digest)

    def keep(self) -> None:
        """Keep them, if need be."""
        if self.is_needed:
            digest = self.scene.record.digest
            st.session_state[_KEPT] = keep_edition(digest, the_store, moment()) or digest

    def told(self) -> dict[str, Any]:
        """Return what a dialog that cites is told: whether its opening keeps anything, and a
        note where that failed."""
        failed = self.is_needed and isinstance(self.done, Problem)
        return {"keeps": self.is_needed and not self.done, "unkept": _UNKEPT if failed else ""}
