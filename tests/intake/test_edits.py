"""Edits as they are kept."""

import json

from hypothesis import given
from hypothesis import strategies as st

from openline.intake.choices import Choices
from openline.intake.edits import Edits, Step
from tests.json_values import ANY_JSON

_CELLS = st.dictionaries(st.text(max_size=3), st.text(max_size=3), max_size=2)
_ANY = st.builds(
    Edits,
    changed=st.dictionaries(st.integers(1, 99), _CELLS, max_size=3),
    added=st.lists(_CELLS, max_size=2).map(tuple),
    removed=st.frozensets(st.integers(1, 99), max_size=3),
)


@given(_ANY)
def test_edits_survive_json(edits: Edits) -> None:
    """Edits that are written and read again are the same."""
    assert Edits.from_dict(json.loads(json.dumps(edits.to_dict()))) == edits


@given(ANY_JSON | st.just({"changed": 3, "added": {}, "removed": [[]]}))
def test_what_is_no_edit_is_none(found: object) -> None:
    """Whatever JSON held can be handed in as edits."""
    assert isinstance(Edits.from_dict(found), Edits)


def test_later_edits_win_and_reach_rows_that_were_added() -> None:
    """In a file of three lines the fourth is the first added row: it is edited, and emptied
    where it is taken out, so that those after it stay on their lines."""
    first = Edits({2: {"state": "opne", "kind": "talks"}}, ({"channel": "A"}, {"channel": "B"}))
    later = Edits({2: {"state": "open"}, 4: {"state": "open"}}, ({"channel": "C"},), frozenset({5}))
    assert first.joined(later, 3) == Edits(
        {2: {"state": "open", "kind": "talks"}},
        ({"channel": "A", "state": "open"}, {}, {"channel": "C"}),
    )


def test_a_step_without_a_word_is_one_at_which_nothing_was_done() -> None:
    """Two steps with the same choices and edits are one."""
    assert Step() == Step(Choices(), Edits())
    assert Step(edits=Edits({3: {"state": "open"}})) != Step()
