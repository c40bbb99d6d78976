"""On which publishers the rows rest."""

from openline.analysis.sources import SOURCES, confidence_counts, sources
from tests.asking import evidence, read

HEADER = "channel,date,event,state,source,source_url,confidence"


def test_rows_are_counted_by_site() -> None:
    """One row a site, whatever its case, port or `www`, with what the rows are worth."""
    found = sources(
        evidence(
            read(
                HEADER,
                'A,2020-01-01,change,open,"Times, talks, 2020",https://www.times.org/a,confirmed',
                'B,2021-01-01,change,open,"Times, again",http://TIMES.org:80/b?c,inferred',
                'B,2022-01-01,contact,,"Wire, call",https://user@wire.net#x,',
            )
        )
    )
    assert tuple(found) == SOURCES
    rows = found.astype({"first": str, "last": str}).to_numpy().tolist()
    assert rows == [
        ["times.org", "Times", 2, 1, 0, 1, 2, "2020-01-01", "2021-01-01"],
        ["wire.net", "Wire", 1, 0, 1, 0, 1, "2022-01-01", "2022-01-01"],
    ]


def test_the_publisher_is_the_one_that_half_of_the_rows_name() -> None:
    """A site that several publishers are cited from has the one that stands for it, or none."""
    lines = [f'A,202{i}-01-01,contact,,"{name}, x",https://x.org/,' for i, name in enumerate("BCC")]
    found = sources(evidence(read(HEADER, "A,2019-01-01,change,open,,https://x.org", *lines)))
    assert found["publisher"].tolist() == ["C"]
    assert found["rows"].tolist() == [4]
    lines.append('A,2024-01-01,contact,,"D, x",https://x.org/')
    found = sources(evidence(read(HEADER, "A,2019-01-01,change,open,,https://x.org", *lines)))
    assert found["publisher"].isna().all()


def test_a_note_is_no_publisher() -> None:
    """What stands before a colon is the coder's word, not a publisher; nothing is guessed."""
    lines = [f'A,202{i}-01-01,contact,,"Own reading: x, y",https://x.org/,' for i in range(3)]
    found = sources(evidence(read(HEADER, "A,2019-01-01,change,open,,https://x.org", *lines)))
    assert found["publisher"].isna().all()
    lines = [f'A,202{i}-01-01,contact,,"C:net, y",https://x.org/,' for i in range(3)]
    found = sources(evidence(read(HEADER, "A,2019-01-01,change,open,,https://x.org", *lines)))
    assert found["publisher"].tolist() == ["C:net"]


def test_rows_without_an_address_are_taken_by_publisher() -> None:
    """Where no site is named the citation's first words stand, or nothing."""
    found = sources(
        evidence(
            read(
                HEADER,
                'A,2020-01-01,change,open,"Daily, one"',
                'A,2021-01-01,contact,,"Daily, two",javascript:alert(1)',
                "A,2022-01-01,contact",
            )
        )
    )
    assert found["site"].isna().all()
    assert found["publisher"].fillna("none").tolist() == ["Daily", "none"]
    assert found["rows"].tolist() == [2, 1]


def test_only_rows_that_are_seen_count() -> None:
    """Rows after the as-of day or below the confidence are left out; no row, no source."""
    record = read(HEADER, "A,2020-01-01,change,open,,https://a.org,inferred")
    assert len(sources(evidence(record))) == 1
    assert len(sources(evidence(record, confidence="reported"))) == 0
    assert len(sources(evidence(record, "2019-01-01"))) == 0


def test_every_confidence_is_counted() -> None:
    """Confidences without a row count none, and an empty cell is reported."""
    counts = confidence_counts(evidence(read(HEADER, "A,2020-01-01,change,open")))
    assert counts.to_dict() == {"confirmed": 0, "reported": 1, "inferred": 0}
