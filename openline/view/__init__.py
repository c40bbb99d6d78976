"""What is looked at, as a value and as the query of an address."""

from openline.view.names import channel_elsewhere, unknown_names, unknown_page, unknown_record
from openline.view.parameters import (
    BUNDLED,
    GROUPS,
    PARAMETERS,
    RANGES,
    SORTS,
    UNTIL,
    Parameter,
)
from openline.view.readers import LATEST, TODAY, AsOf
from openline.view.view import VIEW_PROBLEM_KINDS, Query, View

__all__ = [
    "BUNDLED",
    "GROUPS",
    "LATEST",
    "PARAMETERS",
    "RANGES",
    "SORTS",
    "TODAY",
    "UNTIL",
    "VIEW_PROBLEM_KINDS",
    "AsOf",
    "Parameter",
    "Query",
    "View",
    "channel_elsewhere",
    "unknown_names",
    "unknown_page",
    "unknown_record",
]
