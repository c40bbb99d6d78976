"""Search: the observations in which every word occurs."""

from datetime import date

import pytest

from openline.analysis.evidence import gather
from openline.analysis.filters import Filters
from openline.analysis.search import found, meant, sides_of_several
from tests.analysis.differences import answers, first_difference
from tests.asking import read
from tests.reference.options import Options
from tests.screen import ROOT

_RECORD = read(
    "channel,parties,date,state,event,summary,cause,source",
    "Hotline,China; United States,2020-01-01,open,change,Agreed in Café Zürich,,Wire",
    "Hotline,China; United States,2022-01-01,severed,change,Cut off,Pelosi visit,Wire",
    "Talks,Russia; Türkiye,2020-01-01,open,change,They used the line,,Wire",
    "Talks,China; Japan,2021-01-01,open,change,The US was told,,Daily",
)
_DAY = date(2023, 1, 1)
_SETS = [
    "ASEAN; China",
    "Australia; China",
    "China; Japan; South Korea",
    "China; United States",
    "Greece; Türkiye",
    "Japan; South Korea",
]


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ("hotline", [0, 1]),
        ("HOTLINE pelosi", [1]),
        ("cafe zurich", [0]),
        ("line", [0, 1, 3]),
        ("wire china", [0, 1]),
        ("hotline daily", []),
        ("united states–china", [0, 1]),
        ("China-United  States", [0, 1]),
        ("turkey", [3]),
        ("prc", [0, 1, 2]),
        ("zebra", []),
        (".*", []),
        ("", [0, 1, 2, 3]),
    ],
)
def test_every_word_has_to_occur(query: str, rows: list[int]) -> None:
    """Case, accents and kinds of dash are ignored; the words may stand in different columns."""
    seen = gather(_RECORD, _DAY).observations
    order = ["Hotline2020", "Hotline2022", "TalksChina; Japan", "TalksRussia; Türkiye"]
    keys = [
        f"{row.channel}{row.date[:4] if row.channel == 'Hotline' else row.parties}"
        for row in seen[found(seen, query)].itertuples()
    ]
    assert sorted(order.index(key) for key in keys) == rows


def test_another_name_of_a_party_is_a_whole_word() -> None:
    """`us` is the United States, or the word itself, and no part of Russia or of used."""
    seen = gather(_RECORD, _DAY).observations
    hits = seen[found(seen, "us")]
    assert set(hits["parties"]) == {"China; United States", "China; Japan"}
    assert set(seen[found(seen, "us japan")]["parties"]) == {"China; Japan"}


def test_another_name_finds_its_party_and_no_mention_of_it() -> None:
    """`prc` finds the channels of China, and what says PRC itself; not what speaks of China."""
    record = read(
        "channel,parties,date,state,summary",
        "Talks,China; Japan,2020-01-01,open,",
        "Code,ASEAN; Japan,2020-01-01,open,A code of conduct with China",
        "Forum,ASEAN; Fiji,2020-01-01,open,The PRC was a guest",
    )
    seen = gather(record, _DAY).observations
    assert set(seen[found(seen, "prc")]["channel"]) == {"Talks", "Forum"}
    assert set(seen[found(seen, "china")]["channel"]) == {"Talks", "Code"}


def test_another_name_stands_for_a_party_of_the_record_alone() -> None:
    """Where nobody is the United States, the letters are looked for as any others."""
    record = read("channel,parties,date,state", "Talks,Russia; Ukraine,2020-01-01,open")
    seen = gather(record, _DAY).observations
    assert found(seen, "us").tolist() == [True]


def test_the_view_narrows_to_the_channels_of_what_is_seen() -> None:
    """A row of a later day finds nothing; with a day of its own a search holds on any day."""
    asked = Filters(q="pelosi")
    assert len(gather(_RECORD, date(2021, 1, 1), asked).channels) == 0
    assert gather(_RECORD, _DAY, asked).channels["channel"].tolist() == ["Hotline"]
    earlier = gather(_RECORD, date(2021, 1, 1), Filters(q="pelosi", q_day=_DAY))
    assert earlier.channels["channel"].tolist() == ["Hotline"]
    assert len(earlier.observations) == 1


@pytest.mark.parametrize("query", ["", "hotline", "talks 2021", "a b", "zürich", "OSCE mission"])
def test_the_second_reading_of_the_contract_finds_the_same(query: str) -> None:
    """Of the bundled record, for words that are no other name of a party."""
    text = (ROOT / "data" / "channels.csv").read_text(encoding="utf-8")
    day = date(2026, 6, 30)
    options = Options(day, date(2026, 11, 23), first=day, second=day, q=query)
    assert first_difference(*answers("search", text, options)) is None


@pytest.mark.parametrize(
    ("typed", "parties"),
    [
        ("us china", ("China; United States",)),
        ("United States-China", ("China; United States",)),
        ("china united", ("China; United States",)),
        ("United States; China", ("China; United States",)),
        ("greece turkey", ("Greece; Türkiye",)),
        ("korea japan", ("Japan; South Korea",)),
        ("prc", ("China",)),
        ("south korea", ("South Korea",)),
        ("china japan", ("China; Japan; South Korea",)),
        ("an china", ("ASEAN; China",)),
        ("zebra", ()),
    ],
)
def test_words_mean_a_side_or_the_fewest_parties(typed: str, parties: tuple[str, ...]) -> None:
    """In any order, by any name of a side; a pair comes before three that hold it."""
    assert meant(typed, _SETS) == parties


def test_words_mean_nothing_where_there_are_no_parties() -> None:
    """A record may have none."""
    assert meant("china", []) == ()


def test_only_a_side_of_several_sets_is_listed() -> None:
    """With the number of its sets; a name that one set has twice counts once."""
    assert sides_of_several(["A; B", "A; C", "D; D"]) == {"A": 2}
