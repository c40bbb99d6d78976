"""The table of parameters."""

from openline.record.header import nearest
from openline.view.parameters import PARAMETERS
from openline.view.readers import Fault


def test_each_parameter_says_what_it_takes_and_what_it_means() -> None:
    """The reference is printed from the table, so no entry is silent."""
    for parameter in PARAMETERS:
        assert parameter.values
        assert parameter.meaning.endswith(".")


def test_names_of_parameters_are_told_apart() -> None:
    """Each name stands once and is its own nearest one."""
    names = [parameter.name for parameter in PARAMETERS]
    assert len(set(names)) == len(names)
    assert [nearest(name, names) for name in names] == names


def test_an_empty_value_is_refused_everywhere() -> None:
    """No parameter takes an empty text for a value."""
    for parameter in PARAMETERS:
        assert isinstance(parameter.read("  "), Fault)
