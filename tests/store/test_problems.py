"""The one way in which the store says what is wrong."""

import pickle

from openline.record.problems import ERROR
from openline.store.problems import (
    STORE_PROBLEMS,
    NewerRevisionError,
    StoreError,
    damaged,
    record_hidden,
    record_unknown,
    revision_unknown,
    store_problem,
)
from openline.store.revisions import Revision
from tests.store.saving import NAME, NOW

_REVISION = Revision(NAME, 4, "00", 1, "Ann", NOW, "", 3)


def test_an_error_holds_a_problem_and_reads_as_one() -> None:
    """An error has a problem of the common type, and says its message and suggestion."""
    problem = store_problem("store-full", "It is full.", "Make room.", "7")
    error = StoreError(problem)
    assert error.problem is problem
    assert str(error) == "It is full. Make room."
    assert (problem.severity, problem.code, problem.value) == (ERROR, "store-full", "7")


def test_each_error_has_its_code() -> None:
    """What is raised by name has a code of the table."""
    errors = (
        (record_unknown("a"), "record-unknown"),
        (record_hidden("a"), "record-hidden"),
        (revision_unknown("a", 2), "revision-unknown"),
        (damaged("00"), "store-damaged"),
        (NewerRevisionError(_REVISION), "revision-newer"),
    )
    assert [error.problem.code for error, _ in errors] == [code for _, code in errors]
    assert {code for _, code in errors} <= set(STORE_PROBLEMS)


def test_errors_cross_from_process_to_process() -> None:
    """An error is whole after it was sent to another process."""
    refused = pickle.loads(pickle.dumps(NewerRevisionError(_REVISION)))  # noqa: S301 - our own
    assert refused.newest == _REVISION
    unknown = pickle.loads(pickle.dumps(record_unknown("a")))  # noqa: S301 - our own
    assert unknown.problem == record_unknown("a").problem


def test_every_kind_is_a_sentence() -> None:
    """Each code has a meaning that is a sentence."""
    assert all(kind.meaning.endswith(".") for kind in STORE_PROBLEMS.values())
