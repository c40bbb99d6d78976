"""A page in its frame: the common part of all pages drawn from channels."""

from collections.abc import Callable

from openline.ui.controls.following import follow_choice
from openline.ui.frame.alone import Figures, stood_alone
from openline.ui.frame.empty import draw_empty
from openline.ui.frame.frame import draw_frame
from openline.ui.frame.share import draw_foot, draw_share
from openline.ui.pages import Page
from openline.ui.scene import Scene

_Drawn = Callable[[Scene], None]


def draw_page_of_channels(
    page: Page,
    draw: _Drawn,
    data: Callable[[Scene], bytes],
    figures: Figures,
    follow: _Drawn = follow_choice,
) -> None:
    """Draw a page of channels, or say why there are none; or draw only one of its `figures`.

    `follow` goes where a choice on the page leads; `data` makes the page's file to download.
    """
    scene = draw_frame(page, follow)
    if scene is not None and not stood_alone(scene, figures):
        draw_share(scene, lambda: data(scene))
        if len(scene.tables.status):
            draw(scene)
        else:
            draw_empty(scene, page)
        draw_foot(scene)
