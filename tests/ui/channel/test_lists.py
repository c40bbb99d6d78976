"""The lists of the page Channel."""

from datetime import date

import pandas as pd

from openline.analysis.causes import caused
from openline.analysis.evidence import Evidence, gather
from openline.analysis.gaps import gaps
from openline.analysis.time_in_state import shares
from openline.record.columns import COLUMNS, OPEN, PARTIAL, SEVERED, UNKNOWN
from openline.record.reading import read_record
from openline.ui.channel.lists import observation_html, severances_html, silences_html, time_html
from tests.screen import csv_text


def _seen(*rows: tuple[str, ...]) -> Evidence:
    return gather(read_record(csv_text(rows).encode(), date(2024, 1, 1)), date(2024, 1, 1))


def test_time_in_state_has_days_beside_shares() -> None:
    """Shares are of the known days; unknown days have none. Each state explains itself."""
    found = shares(
        _seen(
            ("Talks", "A; B", "2020-01-01", "", "open"),
            ("Talks", "A; B", "2020-01-31", "", "severed"),
            ("Talks", "A; B", "2020-02-10", "", "unknown"),
        )
    )
    html = time_html(found.iloc[0])
    assert "30 d" in html
    assert "75 %" in html
    assert "25 %" in html
    assert html.count(" %<") == 2
    assert [
        state
        for state in (OPEN, PARTIAL, SEVERED, UNKNOWN)
        if f'aria-describedby="ol-tip-time-{state}"' in html
    ] == [
        "open",
        "severed",
        "unknown",
    ]


def test_an_uncertain_severance_has_a_range_or_a_least_length() -> None:
    """A length is told as well as it is known."""
    table = caused(
        _seen(
            ("Talks", "A; B", "2020-01", "", "severed"),
            ("Talks", "A; B", "2020-06-01", "", "open"),
            ("Line", "A; B", "2020-01-01", "check", "severed"),
            ("Line", "A; B", "2020-01-11", "", "open"),
        )
    )
    html = severances_html(table.assign(cause=["Visit", None]))
    assert "122–152 d" in html
    assert "at least 10 d" in html
    assert html.count("Cause: ") == html.count("Cause: Visit<") == 1


def test_silences_say_what_ended_them() -> None:
    """An ongoing silence is told as such."""
    table = gaps(
        _seen(
            ("Talks", "A; B", "2020-01-01", "", "open"),
            ("Talks", "A; B", "2020-01-01", "contact"),
            ("Talks", "A; B", "2021-01-01", "contact"),
        )
    )
    html = silences_html(table[table["gap"] == "silence"], float("nan"))
    assert "Stretches of 180 days or more, without a recorded " in html
    assert "until a contact" in html
    assert "so far" in html


def test_no_gap_makes_no_section() -> None:
    """A channel that was never cut has no list of severances."""
    seen = _seen(("Talks", "A; B", "2020-01-01", "", "open"))
    assert severances_html(caused(seen)) == ""
    assert silences_html(gaps(seen), float("nan")) == ""


def test_a_change_to_the_state_that_held_is_shown_as_a_check() -> None:
    """It moved nothing; and how well a row is known stands there where the record says so."""
    seen = _seen(
        ("Talks", "A; B", "2020-01-01", "", "open"), ("Talks", "A; B", "2020-02-01", "", "open")
    )
    extra = pd.Series(dtype=object)
    first, again = (row for _, row in seen.observations.iterrows())
    assert "<div>change<" in observation_html(first, extra, seen.as_of)
    assert "<div>check<" in observation_html(again, extra, seen.as_of)
    assert "reported" in observation_html(again, extra, seen.as_of)
    assert "reported" not in observation_html(again, extra, seen.as_of, graded=False)


def test_every_known_column_of_a_row_is_shown() -> None:
    """A column of the format that has no place of its own has its name before its value."""
    names = [column.name for column in COLUMNS if not column.one_per_channel]
    values = {name: f"the {name}" for name in names}
    values |= {"date": "2020-01-01", "event": "refusal", "state": "open", "confidence": "inferred"}
    values["source_url"] = "https://a.example/b"
    text = ",".join(names) + "\n" + ",".join(values[name] for name in names) + "\n"
    seen = gather(read_record(text.encode(), date(2024, 1, 1)), date(2024, 1, 1))
    html = observation_html(seen.observations.iloc[0], pd.Series(dtype=object), seen.as_of)
    for name in set(names) - {"channel", "parties", "date"}:
        assert values[name] in html, name
    assert "Actor: the actor" in html
