"""The figures of time to reopening, as they are taken."""

import pytest
from streamlit.runtime.context import ContextProxy

from tests.screen import markup, run_page


@pytest.mark.usefixtures("set_today")
def test_groups_stand_alone_as_panels(monkeypatch: pytest.MonkeyPatch) -> None:
    """The figure is that which the page draws for a view: a curve, or one for each group."""
    monkeypatch.setattr(ContextProxy, "is_embedded", True)
    at = run_page("pages/gaps.py", figure="survival", by="level", asof="2023-10-05")
    assert not at.exception
    assert "Half of severed channels had reopened after 485 days in operat" in markup(at)
    few = run_page("pages/gaps.py", figure="survival", parties="China; Philippines")
    assert "There is nothing to draw here." in markup(few)
