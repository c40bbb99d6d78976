"""Lines of HTML that show a page, or one figure of it, within a page of another site."""

from typing import Final
from urllib.parse import urlencode

from openline.markup.text import tag
from openline.record.hidden import visible
from openline.ui.controls.page_links import board_address
from openline.ui.scene import Scene
from openline.view.figure_names import FIGURE_TITLES
from openline.view.view import View

PAGE_HEIGHT: Final = 700
"""How high a frame is that shows a whole page, in pixels."""
_SANDBOX: Final = (
    "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads"
)
"""What a frame may do: draw itself from the board's own host, and open links and files."""


def frame_snippet(scene: Scene, view: View, height: int = PAGE_HEIGHT, figure: str = "") -> str:
    """Return the line that shows a view of a scene's page, or one figure of it; record and day
    are those of the view, and so are followed where it follows them."""
    query = {**view.to_query(), "embed": "true", **({"figure": figure} if figure else {})}
    address = f"{board_address(scene.page)}/{scene.page.path}"
    part = FIGURE_TITLES.get(figure, figure)
    named = f"{scene.page.title}{f': {part}' if part else ''} · Openline"
    return tag(
        "iframe",
        src=f"{address}?{urlencode(query, doseq=True, safe='@')}",
        title=visible(named),
        width="100%",
        height=height,
        style="border:0",
        loading="lazy",
        sandbox=_SANDBOX,
    )
