"""What every answer carries."""

from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from openline.ui.data.source import board_source
from openline.web.description import description
from openline.web.headers import SafeHeaders, content_policy, inline_scripts
from openline.web.routes import beside_routes

_SITE = "https://site.example.org"
_ALLOWED = "access-control-allow-origin"
_ASKED = (("GET", "identity"), ("GET", "gzip"), ("HEAD", "identity"), ("PUT", "identity"))


async def _greet(_: Any) -> PlainTextResponse:
    return PlainTextResponse("come in", headers={"Cache-Control": "max-age=60"})


def _headers(path: str, *framed_by: str) -> dict[str, str]:
    app = Starlette(routes=[Route("/{rest:path}", _greet)])
    return dict(TestClient(SafeHeaders(app, framed_by)).get(path).headers)


def test_a_page_may_load_from_its_own_host_alone() -> None:
    """The policy names no other host, forbids evaluation and knows the page's one script."""
    policy = _headers("/")["content-security-policy"]
    assert "default-src 'self';" in policy
    assert policy.count("'sha256-") == 1
    assert "eval" not in policy
    assert "http" not in policy
    assert "*" not in policy


def test_a_frame_is_the_board_s_own_unless_a_site_is_named() -> None:
    """Other sites may frame a page only where the settings name them."""
    assert _headers("/")["content-security-policy"].endswith("frame-ancestors 'self'")
    policy = _headers("/", "https://site.example")["content-security-policy"]
    assert policy.endswith("frame-ancestors 'self' https://site.example")


def test_the_other_headers_go_with_every_answer() -> None:
    """Types are not guessed, addresses are not told to others, and devices are not asked for."""
    headers = _headers("/gaps")
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert "camera=()" in headers["permissions-policy"]
    assert headers["cache-control"] == "max-age=60"


@pytest.mark.parametrize("path", ["/media/x.csv", "/base/media/x", "/_stcore/upload_file/a/b"])
def test_files_of_one_reader_are_kept_by_nobody_on_the_way(path: str) -> None:
    """Downloads and uploads are private and not stored."""
    assert _headers(path)["cache-control"] == "private, no-store"


@pytest.mark.usefixtures("set_today")
def test_no_route_says_anything_twice() -> None:
    """Neither a header nor a word of one, behind what packs the answers of the board."""
    routes = beside_routes(board_source(), origins=["https://site.example"])
    packing = [Middleware(SafeHeaders), Middleware(GZipMiddleware, minimum_size=500)]
    asking = TestClient(Starlette(routes=routes, middleware=packing))
    paths = [path.format(name="none") for path in description()["paths"]]
    for path in (*paths, "/api", "/api/openapi.json", "/health", "/health/live", "/metrics"):
        for method, accepts in _ASKED:
            said = {"Accept-Encoding": accepts, "Origin": "https://site.example"}
            of = {"parties": "China; United States"} if path in paths else {}
            with asking.stream(method, path, params=of, headers=said) as answer:
                names = [name.lower() for name, _ in answer.headers.multi_items()]
            assert len(set(names)) == len(names), path
            for name in ("vary", "cache-control", "allow"):
                words = answer.headers.get(name, "").lower().replace(" ", "").split(",")
                assert len(set(words)) == len(words), (path, name, words)


def test_the_page_s_own_fonts_are_kept_by_browsers() -> None:
    """What is the same for all is kept as its answer says."""
    assert _headers("/static/media/font.woff2")["cache-control"] == "max-age=60"


def test_the_hash_of_a_script_is_the_browser_s() -> None:
    """The hash of a known script, as a browser's console prints it."""
    page = "<script>alert('Hello, world.');</script><script src='x'></script>"
    assert inline_scripts(page) == ["'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"]
    assert "script-src 'self' blob: 'x'" in content_policy(["'x'"])


def _read_by(*origins: str) -> TestClient:
    return TestClient(Starlette(routes=beside_routes(board_source(), origins=origins)))


def test_no_other_site_reads_unless_it_is_named() -> None:
    """Without a setting nothing is said of origins; with one, the site that is named is let in."""
    quiet = _read_by().get("/api/v1/nope", headers={"origin": _SITE})
    assert _ALLOWED not in quiet.headers
    asking = _read_by(_SITE)
    for origin, is_allowed in [(_SITE, True), ("https://evil.example", False), ("null", False)]:
        answer = asking.get("/api/v1/nope", headers={"origin": origin})
        assert answer.headers.get(_ALLOWED) == (_SITE if is_allowed else None)
        assert "Origin" in answer.headers["vary"]
