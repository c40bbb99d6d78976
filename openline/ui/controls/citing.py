"""How what is shown is cited: a dialog with the citation in each form."""

from typing import Final

from openline.cite import Cited, citations
from openline.sentences.context import filter_words
from openline.ui.browser.components import component, read
from openline.ui.controls.page_links import pinned_link
from openline.ui.scene import Scene

_HEIGHT: Final = 22
_WIDTH: Final = 60


def cited_in_forms(scene: Scene, title: str) -> dict[str, str]:
    """Return the citation of something of a scene in each form, by its name; `title` says what
    it is."""
    record, link = scene.record, pinned_link(scene)
    cited = Cited(title, scene.shown.title, record.digest, scene.as_of, scene.today, link)
    return citations(cited)


def draw_cite(scene: Scene) -> None:
    """Draw the button that opens the citation of a scene's page."""
    told = filter_words(scene.filters, scene.view.carry) or ["all channels"]
    forms = cited_in_forms(scene, f"{scene.page.title}: {', '.join(told)}")
    mount = component(
        "citing", "pass_on", "cite", markup=read("markup/cite.html"), style="save_figure"
    )
    mount(key="ol_cite", data={"cite": forms}, height=_HEIGHT, width=_WIDTH)
