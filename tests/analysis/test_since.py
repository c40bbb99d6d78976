"""The channels that moved or were used since a day; the rows by hand are in tests/cases/since."""

from datetime import date

from openline.analysis.compare import compare_evidence
from openline.analysis.evidence import gather
from openline.analysis.since import SINCE, since
from openline.record.reading import read_record
from tests.screen import ROOT


def test_it_is_the_comparison_without_what_stood_still() -> None:
    """Every row is one of the comparison, and none of the others moved or was used."""
    data = (ROOT / "data" / "channels.csv").read_bytes()
    record = read_record(data, date(2026, 11, 23))
    then, now = (gather(record, day) for day in (date(2025, 6, 30), date(2026, 6, 30)))
    compared = compare_evidence(then, now).set_index("channel_id")[list(SINCE)]
    found = since(then, now).set_index("channel_id")[list(SINCE)]
    assert compared.loc[found.index].equals(found)
    rest = compared.drop(found.index)
    assert set(rest["change"]) == {"unchanged"}
    assert not rest[["contacts", "overtures", "refusals"]].to_numpy().any()
