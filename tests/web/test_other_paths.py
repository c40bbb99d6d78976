"""Feeds and badges in the description of the API."""

import pytest

from openline.web.badges import BADGES
from openline.web.description import description
from openline.web.feeds import FEEDS
from tests.web.beside import client

pytestmark = pytest.mark.usefixtures("set_today")


def test_every_feed_and_badge_is_described_as_it_answers() -> None:
    """With the type of its answer, and what it needs to be asked."""
    paths = description()["paths"]
    names = [*(f"/feeds/{name}" for name in FEEDS), *(f"/badges/{name}" for name in BADGES)]
    for path in names:
        query = "?parties=China%3B+United+States&channel=Defence+ministers"
        answer = client().get(f"{path}{query}")
        assert answer.status_code == 200, path
        media = answer.headers["content-type"].partition(";")[0]
        assert list(paths[path]["get"]["responses"]["200"]["content"]) == [media]
        needed = [item["name"] for item in paths[path]["parameters"] if item.get("required")]
        assert needed == {"channel.svg": ["channel"], "parties.svg": ["parties"]}.get(
            path.rpartition("/")[2], []
        )


def test_the_readable_page_names_them() -> None:
    """Beside tables and records."""
    page = client().get("/api").text
    assert "Feeds and badges" in page
    assert "/badges/parties.svg" in page
    assert "/feeds/changes.ics" in page
