"""Whose scripts may read what is no page."""

from starlette.applications import Starlette
from starlette.testclient import TestClient

from openline.ui.data.source import board_source
from openline.web.routes import beside_routes

SITE = "https://site.example.org"
ALLOWED = "access-control-allow-origin"


def _client(*origins: str) -> TestClient:
    return TestClient(Starlette(routes=beside_routes(board_source(), origins=origins)))


def test_no_other_site_reads_unless_it_is_named() -> None:
    """Without a setting nothing is said of origins; with one, the site that is named is let in."""
    quiet = _client().get("/api/v1/nope", headers={"origin": SITE})
    assert ALLOWED not in quiet.headers
    asking = _client(SITE)
    for origin, is_allowed in [(SITE, True), ("https://evil.example", False), ("null", False)]:
        answer = asking.get("/api/v1/nope", headers={"origin": origin})
        assert answer.headers.get(ALLOWED) == (SITE if is_allowed else None)
        assert "Origin" in answer.headers["vary"]
