"""What a browser reads in markup."""

from html.parser import HTMLParser


class _Seen(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.words += data


def read_html(markup: str) -> _Seen:
    """Read markup as a browser does: the names of its elements, and its words."""
    seen = _Seen()
    seen.feed(markup)
    seen.close()
    return seen
