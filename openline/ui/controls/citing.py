"""How what is shown is cited: a dialog with the citation in each form."""

from typing import Final

from openline.cite.forms import Cited, citations
from openline.record.columns import DATE, EVENT, SUMMARY
from openline.record.dates import show_date
from openline.sentences.context import filter_words
from openline.sentences.runs import named
from openline.ui.browser.components import component, read_file
from openline.ui.controls.kept_edition import Keeping
from openline.ui.controls.page_links import cited_link
from openline.ui.data.looks import row_named
from openline.ui.scene import Scene

_HEIGHT: Final = 22
_WIDTH: Final = 60


def cited_in_forms(scene: Scene, title: str) -> dict[str, str]:
    """Return the citation of something of a scene in each form, by its name; `title` says what
    it is."""
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
    """What the observation says that the address names; "" where it names none."""
    row = row_named(scene.view, scene.record)
    if row is None:
        return ""
    cited_row = scene.record.observations.loc[row]
    said = cited_row[SUMMARY] if isinstance(cited_row[SUMMARY], str) else cited_row[EVENT]
    return f"{named(cited_row)}, {show_date(cited_row[DATE])}: {said}"
