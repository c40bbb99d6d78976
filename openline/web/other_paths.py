"""What the description says of feeds and badges: their paths, parameters and answers."""

from collections.abc import Mapping
from typing import Final

from openline.record.columns import CHANNEL, PARTIES
from openline.view.parameters import PARAMETERS
from openline.view.value_schemas import words_schema
from openline.web.badge_svg import SVG_MEDIA
from openline.web.badges import BADGES
from openline.web.feeds import CONTACTS, FEEDS
from openline.web.schemas import TEXT, Json, parameter

_BADGES: Final[Mapping[str, tuple[str, str]]] = {
    "channel.svg": (CHANNEL, "The state of one channel, as a picture for another page."),
    "parties.svg": (PARTIES, "The lines between parties, counted by state, as a picture."),
}
"""Which parameter each badge needs, and what it shows."""
_FEEDS: Final[Mapping[str, str]] = {
    "changes.atom": "What opened and closed in a view's window, for feed readers.",
    "changes.ics": "What opened and closed in a view's window, for calendars.",
}
_CONTACTS: Final[Json] = {
    "name": CONTACTS,
    "in": "query",
    "description": "Whether contacts that changed nothing are told too; off unless given.",
    "schema": dict(words_schema(("on", "off"))),
}


def feed_paths(headers: Json, refusals: Json) -> Json:
    """Return the paths of the feeds; `headers` and `refusals` are those of every table."""
    named = [{"$ref": f"#/components/parameters/{item.name}"} for item in PARAMETERS]
    return {
        f"/feeds/{name}": _place("feeds", name, _FEEDS[name], FEEDS[name][0], headers, refusals)
        | {"parameters": [*named, _CONTACTS]}
        for name in FEEDS
    }


def badge_paths(headers: Json, refusals: Json) -> Json:
    """Return the paths of the badges, each with the parameter that it needs."""
    paths: Json = {}
    for name in BADGES:
        needed, meaning = _BADGES[name]
        named = [
            {**parameter(item), "required": True}
            if item.name == needed
            else {"$ref": f"#/components/parameters/{item.name}"}
            for item in PARAMETERS
        ]
        place = _place("badges", name, meaning, SVG_MEDIA, headers, refusals)
        paths[f"/badges/{name}"] = place | {"parameters": named}
    return paths


def _place(tag: str, name: str, meaning: str, media: str, headers: Json, refusals: Json) -> Json:
    content = {media.partition(";")[0]: {"schema": TEXT}}
    return {
        "get": {
            "operationId": f"{tag}_{name.replace('.', '_')}",
            "tags": [tag],
            "summary": meaning,
            "responses": {
                "200": {"description": meaning, "headers": headers, "content": content},
                "304": {"description": "It is that whose ETag was sent."},
                **refusals,
            },
        }
    }
