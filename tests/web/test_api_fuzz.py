"""The API held to its own description, with requests that fit it and such that do not."""

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.core.result import Ok
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from tests.budget import budget
from tests.web.beside import client

pytestmark = [pytest.mark.thorough, pytest.mark.usefixtures("set_today")]
TRIED = settings(
    max_examples=budget(1, 60),
    database=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def _try(operation: Any, mode: GenerationMode) -> int:
    """Ask requests of one kind of an operation, and return how many."""
    tried = 0
    # That one day is to be before another is more than a schema can say.
    unchecked: list[Any] = [positive_data_acceptance] if "compare" in operation.path else []

    @TRIED
    @given(case=operation.as_strategy(generation_mode=mode))
    def holds(case: schemathesis.Case[Any]) -> None:
        nonlocal tried
        case.call_and_validate(excluded_checks=unchecked)
        tried += 1

    holds()
    return tried


def test_every_answer_is_as_it_is_described() -> None:
    """What fits the description is answered as it says, and what does not is refused so. Any
    bytes are a file that can be checked, so that none of them is wrong."""
    described = schemathesis.openapi.from_asgi("/api/openapi.json", client().app)
    tried = 0
    for found in described.get_all_operations():
        assert isinstance(found, Ok)
        operation = found.ok()
        if "." not in operation.path or not operation.path.startswith("/api/"):
            tried += _try(operation, GenerationMode.POSITIVE)
            if "tables" in operation.definition.raw["tags"]:
                tried += _try(operation, GenerationMode.NEGATIVE)
    assert tried >= 30
