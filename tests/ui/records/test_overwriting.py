"""Saving over a record."""

from openline.ui.records.overwriting import same_name


def test_two_spellings_name_one_record() -> None:
    """Case and blanks make no difference, as in the store; letters do."""
    assert same_name("Gulf lines", " gulf  LINES ")
    assert not same_name("Gulf lines", "Gulf line")
