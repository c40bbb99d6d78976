"""The names of the figures."""

from openline.ui.pages import PAGES
from openline.view.figure_names import FIGURES, figure_elsewhere
from openline.view.view import View


def test_each_figure_is_of_one_page() -> None:
    """An address names a figure and thereby its page; no figure is without one."""
    named = [name for page in PAGES for name in page.figures]
    assert named == list(FIGURES)
    assert len(set(named)) == len(named)


def test_an_address_names_a_figure_and_another_page_forgets_it() -> None:
    """What is no figure is named with the list of all."""
    view, problems = View.from_query({"figure": ["History"]})
    assert (view.figure, problems) == ("history", ())
    assert view.to_query() == {"figure": "history"}
    assert view.for_other_page().figure is None
    view, problems = View.from_query({"figure": ["moon"]})
    assert view.figure is None
    assert problems[0].message == (
        "figure is ignored: “moon” is not one of timeline, band, causes, severed, silent, "
        "history, survival, counts or changes."
    )


def test_an_address_of_a_frame_is_understood() -> None:
    """Its data has the same address but for the path."""
    view, problems = View.from_query({"embed": ["true"], "figure": ["history"]})
    assert (view.figure, problems) == ("history", ())


def test_a_figure_of_another_page_is_told_with_those_there_are() -> None:
    """However many a page has."""
    told = figure_elsewhere("band", "Gaps", ("causes", "history"))
    assert told.message == "Gaps has no figure “band”; nothing is shown."
    assert told.suggestion == "Its figures are causes, history."
    assert figure_elsewhere("band", "Status", ("timeline",)).suggestion == (
        "Its one figure is timeline."
    )
    assert figure_elsewhere("band", "Method", ()).suggestion == "It has no figures."
