"""The handling marking: a line of the house's own at the top and the foot of every page."""

from openline.markup.text import tag
from openline.settings import marking
from openline.ui.markup.sheet import running_heads
from openline.ui.markup.text import draw


def draw_marking() -> None:
    """Draw the marking that the environment names, if there is one: in the window at its top and
    its foot, on paper at those of every sheet.

    Raises `openline.settings.SettingError` where it is too long.
    """
    text = marking()
    if text:
        draw(running_heads(text))
        draw(tag("div", text, "ol-marking"))
        draw(tag("div", text, "ol-marking ol-marking-foot", aria_hidden="true"))
