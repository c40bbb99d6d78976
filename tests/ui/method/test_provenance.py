"""What the shown record rests on, as markup."""

from openline.analysis.sources import confidence_counts, sources
from openline.record.columns import COLUMNS
from openline.ui.method.provenance import columns_html, confidence_html, sources_html
from tests.asking import evidence, read

HEADER = "channel,date,event,state,source,source_url,confidence"


def test_confidence_is_counted_in_words() -> None:
    """Each confidence has its rows and its share; one without rows has no piece of the bar."""
    counts = confidence_counts(evidence(read(HEADER, "A,2020-01-01,change,open")))
    html = confidence_html(counts)
    assert '<div class="ol-number">1</div>' in html
    assert "100 %" in html
    assert html.count("ol-cell ") == 1


def test_every_column_is_explained() -> None:
    """The table has the format's columns and what may stand in them."""
    html = columns_html()
    assert [column.name for column in COLUMNS if f"<code>{column.name}</code>" not in html] == []
    assert html.count("<td>yes</td>") == sum(column.needed for column in COLUMNS)


def test_few_sources_need_no_second_list() -> None:
    """Under the table nothing is folded away where all sites stand in it."""
    found = sources(evidence(read(HEADER, "A,2020-01-01,change,open,Wire,https://wire.net/a")))
    html = sources_html(found)
    assert "wire.net" in html
    assert ">2020</td>" in html
    assert "<details" not in html


def test_many_sources_are_folded_away() -> None:
    """The most cited ones stand in the table, the others behind a line, up to a limit."""
    rows = [f"A,2020-01-01,contact,,,https://s{i}.org/," for i in range(1100)]
    html = sources_html(sources(evidence(read(HEADER, "A,2019-01-01,change,open", *rows))))
    assert "1,081 further sources, by number of rows" in html
    assert "and 81 more, in the download" in html


def test_rows_without_an_address_name_what_they_have() -> None:
    """A citation without an address stands by its publisher, and none as none."""
    record = read(HEADER, 'A,2020-01-01,change,open,"Daily, x"', "A,2021-01-01,contact")
    html = sources_html(sources(evidence(record)))
    assert "Daily <span" in html
    assert "no source named <span" in html


def test_hostile_sources_are_text() -> None:
    """No markup of a citation or an address takes effect."""
    bad = "<img src=x onerror=alert(1)>"
    record = read(HEADER, f"A,2020-01-01,change,open,{bad},https://{bad}/{bad}")
    html = sources_html(sources(evidence(record)))
    assert "<img" not in html
