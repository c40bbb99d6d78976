"""A page in its frame: what the pages have in common that are drawn from channels."""

from collections.abc import Callable

from openline.ui.empty import draw_empty
from openline.ui.frame import close_frame, draw_frame
from openline.ui.pages_table import Page
from openline.ui.scene import Scene
from openline.ui.takeaway import draw_takeaway

__all__ = ["draw_framed"]

_Drawn = Callable[[Scene], None]


def draw_framed(
    page: Page, draw: _Drawn, data: Callable[[Scene], bytes], follow: _Drawn | None = None
) -> None:
    """Draw a page of channels, or say why there are none.

    `follow` goes first where a choice on the page leads elsewhere; `data` makes the file that
    the page gives.
    """
    scene = draw_frame(page)
    if scene is not None:
        if follow is not None:
            follow(scene)
        draw_takeaway(scene, lambda: data(scene))
        if len(scene.tables.status):
            draw(scene)
        else:
            draw_empty(scene, page)
    close_frame()
