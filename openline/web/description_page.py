"""The description of the API as a page for people; it loads nothing."""

import json
from collections.abc import Iterable
from typing import Final

from markupsafe import Markup, escape

from openline.web.schemas import Json

_STYLE: Final = Markup(
    ":root{color-scheme:light dark}"
    "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;"
    "background:light-dark(#fbfaf7,#14171a);color:light-dark(#1d2125,#e8e5df)}"
    "h1,h2,h3{font-family:Georgia,serif;font-weight:600}"
    "a{color:light-dark(#1f4e79,#9cc2e5)}"
    "code,pre{font:14px/1.45 ui-monospace,monospace}"
    "pre{overflow-x:auto;padding:.75rem;background:light-dark(#f2efe9,#1d2125)}"
    "table{border-collapse:collapse;width:100%}"
    "th,td{text-align:left;vertical-align:top;padding:.3rem .75rem .3rem 0;"
    "border-bottom:1px solid light-dark(#d9d5cc,#363b41)}"
)
_PAGE: Final = Markup(
    '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width,initial-scale=1">'
    "<title>The API of Openline</title><style>{style}</style></head><body><main>"
    "<h1>The API of Openline</h1><p>{about}</p><p>The same for programs, in OpenAPI 3.1: "
    '<a href="{base}/api/openapi.json">{base}/api/openapi.json</a>. '
    '<a href="{base}/">To the board</a></p>{parts}</main></body></html>\n'
)
_TABLES: Final = Markup("<h2>Parameters of every table</h2>{parameters}<h2>Tables</h2>{tables}")
_PLACE: Final = Markup("<h3>{method} {path}</h3><p>{meaning}</p>{rest}")
_LINK: Final = Markup('<a href="{base}{path}">{path}</a>')
_EXAMPLE: Final = Markup('<p>A row:</p><pre tabindex="0">{text}</pre>')


def description_page(said: Json, base: str) -> str:
    """Return a description as a page, with links below a base path."""
    return _PAGE.format(
        style=_STYLE, about=said["info"]["description"], base=base, parts=_parts(said, base)
    )


def _parts(said: Json, base: str) -> Markup:
    named = said["components"]["parameters"].values()
    paths = {path: place for path, place in said["paths"].items() if not _is_form(path)}
    parts: dict[str, list[Markup]] = {"tables": [], "records": [], "feeds": [], "badges": []}
    for path, place in paths.items():
        ((_, words),) = _operations(place)
        parts[words["tags"][0]].append(_place(path, place, base))
    tables = _TABLES.format(parameters=_parameters(named), tables=_joined(parts["tables"]))
    refused = Markup("<h2>Refusals</h2><p>{}</p>").format(
        "Every refusal has the same form: a status, a sentence, and the problems, each with its "
        "parameter, the value, what is wrong and what to write instead."
    )
    return _joined(
        [
            tables,
            Markup("<h2>Records</h2>"),
            *parts["records"],
            Markup("<h2>Feeds and badges</h2>"),
            *parts["feeds"],
            *parts["badges"],
            refused,
        ]
    )


def _is_form(path: str) -> bool:
    """Return whether a path is another one with the form of its answer appended."""
    return path.startswith("/api/") and "." in path


def _operations(place: Json) -> list[tuple[str, Json]]:
    return [(name, words) for name, words in place.items() if name != "parameters"]


def _place(path: str, place: Json, base: str) -> Markup:
    ((method, words),) = _operations(place)
    is_linked = method == "get" and "{" not in path and path.startswith("/api/")
    path_html = _LINK.format(base=base, path=path) if is_linked else escape(path)
    rest = [_forms(path, base)] if is_linked else []
    content = words["responses"]["200"]["content"].get("application/json", {})
    rows = (json.dumps(row, ensure_ascii=False, indent=1) for row in content.get("example", ()))
    rest += [_EXAMPLE.format(text=text) for text in rows]
    return _PLACE.format(
        method=method.upper(), path=path_html, meaning=words["summary"], rest=_joined(rest)
    )


def _forms(path: str, base: str) -> Markup:
    links = (_LINK.format(base=base, path=f"{path}.{form}") for form in ("json", "csv"))
    return Markup("<p>As {} or {}</p>").format(*links)


def _parameters(named: Iterable[Json]) -> Markup:
    row = Markup("<tr><td><code>{}</code></td><td>{}</td></tr>")
    rows = [row.format(item["name"], item["description"]) for item in named]
    head = Markup("<table><thead><tr><th>parameter</th><th>meaning</th></tr></thead><tbody>")
    return _joined([head, *rows, Markup("</tbody></table>")])


def _joined(parts: list[Markup]) -> Markup:
    return Markup("").join(parts)
