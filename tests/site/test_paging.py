"""Long lists, parted into pages."""

from openline.markup.text import joined
from openline.site.home import parties_pages
from openline.site.lists import channels_pages
from openline.site.paging import paged
from tests.site.built import Document, site_of


def test_long_lists_are_parted_and_each_part_leads_on() -> None:
    """260 channels are two pages, which lead to each other."""
    lines = tuple(f"Line {i:03},P{i}; Q,2020-01-01,change,open,,,,," for i in range(260))
    site = site_of(lines=lines)
    for make, name in ((parties_pages, "parties"), (channels_pages, "channels")):
        first, second, *_ = make(site)
        assert (first.file, second.file) == (f"{name}.html", f"{name}-2.html")
        texts = [Document(joined(page.body)) for page in (first, second)]
        assert second.file in texts[0].addresses
        assert first.file in texts[1].addresses
        assert [page.tags.count("tr") for page in texts] == [251, 11]
        assert "Page 2 of 2" in texts[1].words


def test_every_row_is_on_one_page() -> None:
    """None twice, none left out; an empty list is one page that leads nowhere."""
    places = [range(501)[rows] for _, rows, _ in paged(501, "x")]
    assert [row for page in places for row in page] == list(range(501))
    ((file, _, ways),) = paged(0, "sides/x")
    assert (file, ways) == ("sides/x.html", "")
