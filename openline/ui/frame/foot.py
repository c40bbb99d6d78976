"""The foot of a page on paper: whose record it shows, of which day, and where it stands."""

from openline.markup.text import Markup, tag, unbroken
from openline.record.dates import show_day
from openline.sentences.context import filter_words
from openline.ui.scene import Scene


def foot_html(scene: Scene, link: str) -> Markup:
    """Return the foot, which only print shows; `link` is the whole address of what is shown."""
    said = [
        "Openline",
        scene.shown.title,
        f"as of {show_day(scene.as_of)}",
        *filter_words(scene.filters, scene.view.carry),
        f"printed on {show_day(scene.today)}",
    ]
    words = tag("div", unbroken(" · ".join(said)))
    return tag("div", words + tag("div", link), "ol-print ol-foot")
