"""What is looked at, as a value and as the query of an address."""

from openline.analysis.survival import UNTIL
from openline.view.figure_names import FIGURES, figure_elsewhere
from openline.view.names import (
    channel_elsewhere,
    faulty_record,
    hidden_record,
    malformed_record,
    no_parameters,
    switched,
    unknown_against,
    unknown_names,
    unknown_observation,
    unknown_page,
    unknown_record,
    unknown_revision,
    unordered_days,
    unseen_observation,
    unsuited_group,
)
from openline.view.parameters import (
    BUNDLED,
    GROUPS,
    MOVES,
    OVERVIEWS,
    PARAMETERS,
    SORTS,
    Parameter,
)
from openline.view.readers import LATEST, STEPS_BACK, TODAY, YEAR, AsOf, Fault, read_since
from openline.view.record_name import RecordName, is_bundled
from openline.view.stretch import RANGES, Stretch, late_range, stretch_until
from openline.view.value_schemas import MOST_LETTERS
from openline.view.view import MOST_VALUES, VIEW_PROBLEM_KINDS, Query, View

__all__ = [
    "BUNDLED",
    "FIGURES",
    "GROUPS",
    "LATEST",
    "MOST_LETTERS",
    "MOST_VALUES",
    "MOVES",
    "OVERVIEWS",
    "PARAMETERS",
    "RANGES",
    "SORTS",
    "STEPS_BACK",
    "TODAY",
    "UNTIL",
    "VIEW_PROBLEM_KINDS",
    "YEAR",
    "AsOf",
    "Fault",
    "Parameter",
    "Query",
    "RecordName",
    "Stretch",
    "View",
    "channel_elsewhere",
    "faulty_record",
    "figure_elsewhere",
    "hidden_record",
    "is_bundled",
    "late_range",
    "malformed_record",
    "no_parameters",
    "read_since",
    "stretch_until",
    "switched",
    "unknown_against",
    "unknown_names",
    "unknown_observation",
    "unknown_page",
    "unknown_record",
    "unknown_revision",
    "unordered_days",
    "unseen_observation",
    "unsuited_group",
]
