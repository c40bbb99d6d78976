"""What is looked at, as a value and as the query of an address."""

from openline.view.names import unknown_names, unknown_page, unknown_record
from openline.view.parameters import (
    BUNDLED,
    LATEST,
    PARAMETERS,
    RANGES,
    SORTS,
    TODAY,
    AsOf,
    Parameter,
)
from openline.view.view import VIEW_PROBLEM_KINDS, Query, View

__all__ = [
    "BUNDLED",
    "LATEST",
    "PARAMETERS",
    "RANGES",
    "SORTS",
    "TODAY",
    "VIEW_PROBLEM_KINDS",
    "AsOf",
    "Parameter",
    "Query",
    "View",
    "unknown_names",
    "unknown_page",
    "unknown_record",
]
