"""The causes on Gaps: what severed how many channels, for how long, and what is unhealed."""

from openline.analysis.causes import CAUSES, causes
from openline.markup.text import Markup, tag
from openline.ui.controls.csv_file import to_download
from openline.ui.controls.places import place
from openline.ui.controls.save import save_table
from openline.ui.controls.width import width
from openline.ui.data.looks import Look
from openline.ui.data.shared import shared
from openline.ui.gaps.causes_list import causes_html
from openline.ui.gaps.open_cause import follow_opened
from openline.ui.gaps.sections import section_start
from openline.ui.markup.headings import heading
from openline.ui.markup.text import draw
from openline.ui.scene import Scene
from openline.view import View


def draw_causes(scene: Scene) -> None:
    """Draw the causes of a scene's severances, each with its channels."""
    table = causes(scene.tables.evidence)
    with place("ol_causes_head", horizontal=True, vertical_alignment="bottom"):
        draw(section_start("causes", heading("What severed them")))
        if len(table):
            rows = table[list(CAUSES)]
            save_table(scene, "CSV", "causes", lambda: to_download(rows))
    if len(table):
        draw(_listed(scene.look, scene.view.for_other_page(), width(), scene))
        follow_opened(scene)
    else:
        draw(tag("div", "No severance is on record here.", "ol-how"))


@shared
def _listed(look: Look, view: View, width: str, _scene: Scene) -> Markup:
    """The list, made once for all who look at the same; its links keep the view."""
    return causes_html(_scene)
