"""Tables beside the pages: the rows of the command line, at the address of a page."""

import pytest

from openline.analysis.tables import TABLES
from openline.web.table_answers import MEDIA, named_tables
from tests.budget import budget
from tests.web.beside import client, error_of, fresh_client, printed

VIEWS = [
    ("parties=China%3B%20United%20States", ["--parties", "China; United States"]),
    ("sort=name&page=2&range=all", []),
    ("level=military&level=political", ["--level", "military", "--level", "political"]),
    ("confidence=confirmed&carry=700", ["--confidence", "confirmed", "--carry", "700"]),
    ("q=hotline%20beijing", ["--q", "hotline beijing"]),
    ("kind=no+such+kind", ["--kind", "no such kind"]),
]
"""What an address says, and the options that say the same."""

pytestmark = pytest.mark.usefixtures("set_today")


def _options(name: str) -> list[str]:
    if name == "compare":
        return ["--from", "2022-10-05", "--to", "2023-10-05"]
    return ["--as-of", "2023-10-05"]


@pytest.mark.parametrize("place", range(len(TABLES)), ids=[table.name for table in TABLES])
def test_a_page_s_address_gives_what_the_command_prints(
    place: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """Byte for byte, in each form, for every table there is; order and page change nothing."""
    name = TABLES[place].name
    for i, form in enumerate(MEDIA):
        for query, options in (VIEWS * 4)[place + i :: 3][: budget(1, 2)]:
            answer = client().get(f"/api/v1/{name}.{form}?asof=2023-10-05&{query}")
            assert answer.status_code == 200
            assert answer.headers["content-type"] == MEDIA[form]
            wanted = printed(capsys, name, *_options(name), *options, "--format", form)
            assert answer.content.decode() == wanted


@pytest.mark.parametrize(
    ("address", "command"),
    [
        ("openings?asof=2023-10-05", "openings --as-of 2023-10-05"),
        ("openings?asof=2023-10-05&moves=openings", "openings --as-of 2023-10-05"),
        ("openings?asof=2023-10-05&moves=all", "openings --as-of 2023-10-05 --closings"),
        (
            "openings?asof=2023-10-05&moves=all&window=3000&min_days=90",
            "openings --as-of 2023-10-05 --closings --window 3000 --min-days 90",
        ),
        ("gaps?min_days=90", "gaps --min-days 90"),
        ("status?asof=today", "status --as-of today"),
        ("survival?by=level&until=open", "survival --by level --until open"),
        ("shares?by=kind", "shares --by kind"),
        ("since?since=30d&asof=2023-10-05", "since --since 30d --as-of 2023-10-05"),
        ("compare", "compare --from 2025-06-30 --to latest"),
        ("compare?from=2001-04-01&to=2023-10-05", "compare --from 2001-04-01 --to 2023-10-05"),
    ],
)
def test_parameters_of_an_address_are_the_command_s_options(
    address: str, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without an end to its name a table is JSON."""
    wanted = printed(capsys, *command.split(), "--format", "json")
    assert client().get(f"/api/v1/{address}").content.decode() == wanted


def test_closings_alone_are_those_of_both_that_are_no_openings() -> None:
    """The page shows closings alone on demand, and so does its data."""
    at = "asof=2023-10-05&window=3000&moves="
    both, opened, closed = (
        client().get(f"/api/v1/openings?{at}{moves}").json()
        for moves in ("all", "openings", "closings")
    )
    assert closed == [row for row in both if row not in opened]
    assert 0 < len(closed) < len(both)


def test_an_answer_tells_what_it_is_of() -> None:
    """The record, the hash of its bytes, the day and the date of the formulas go with it."""
    answer = client().get("/api/v1/status.csv?asof=2023-10-05")
    assert answer.headers["openline-record"] == "bundled"
    assert len(answer.headers["openline-revision"]) == 64
    assert answer.headers["openline-as-of"] == "2023-10-05"
    assert answer.headers["openline-method"]
    assert answer.headers["cache-control"] == "no-cache"


@pytest.mark.parametrize(
    ("query", "parameter", "message"),
    [
        ("asof=2023-02-30", "asof", "asof is ignored: There is no such day as 2023-02-30."),
        ("levl=military", "levl", "There is no parameter “levl”; it is ignored."),
        ("asof=latest&asof=today", "asof", "asof is given more than once; the first counts."),
        ("record=x@y", "record", "“x@y” is not a revision of a record; nothing is shown."),
    ],
)
def test_what_an_address_says_wrongly_is_refused_in_the_page_s_words(
    query: str, parameter: str, message: str
) -> None:
    """Each problem names its parameter, with the sentence of the page's note."""
    answer = client().get(f"/api/v1/gaps?{query}")
    assert answer.status_code == 400
    (problem,) = error_of(answer)["problems"]
    assert (problem["parameter"], problem["message"]) == (parameter, message)
    assert problem["suggestion"]


def test_what_a_table_cannot_answer_is_refused() -> None:
    """Days that do not follow each other, and groups that the table does not have."""
    for address, parameter, message in [
        (
            "compare?from=2024-01-01&to=2023-01-01",
            "from",
            "The first day, 1 Jan 2024, is not before the second, 1 Jan 2023.",
        ),
        ("shares?by=cause", "by", "“cause” is not one of parties, level or kind."),
    ]:
        answer = client().get(f"/api/v1/{address}")
        assert answer.status_code == 400
        (problem,) = error_of(answer)["problems"]
        assert (problem["parameter"], problem["message"]) == (parameter, message)


def test_a_record_that_is_not_there_is_not_found() -> None:
    """Never another record's data."""
    answer = client().get("/api/v1/status?record=Gulf")
    assert answer.status_code == 404
    assert error_of(answer)["message"] == ("There is no record named “Gulf”; nothing is shown.")


def test_a_hint_of_what_was_packed_is_not_packed_for_others() -> None:
    """The mark of a packed answer is another than that of the plain one; both are known again."""
    plain = client().get("/api/v1/status", headers={"accept-encoding": "identity"})
    small = client().get("/api/v1/status", headers={"accept-encoding": "gzip"})
    assert "content-encoding" not in plain.headers
    assert small.headers["content-encoding"] == "gzip"
    assert plain.content == small.content
    assert plain.headers["etag"] != small.headers["etag"]
    for answer in (plain, small):
        again = client().get("/api/v1/status", headers={"if-none-match": answer.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")
        fresh = fresh_client().get(
            "/api/v1/status", headers={"if-none-match": answer.headers["etag"]}
        )
        assert (fresh.status_code, fresh.content) == (304, b"")


def test_another_s_mark_that_contains_ours_is_answered_in_full() -> None:
    """A server on the way that packs answers itself adds to the mark: what it then asks for was
    answered with 200 and nothing, of a table, a feed and a badge that nobody had asked for."""
    addresses = ["api/v1/status", "feeds/changes.atom", "badges/parties.svg?parties=China"]
    for address in addresses:
        whole = client().get(f"/{address}")
        mark = whole.headers["etag"].replace("-gzip", "")
        asking = {"if-none-match": mark.replace('"', "") + "-br"}
        answer = fresh_client().get(f"/{address}", headers=asking)
        assert (answer.status_code, answer.content) == (200, whole.content)


def test_every_table_has_a_name_for_each_form() -> None:
    """And one without an end."""
    assert len(named_tables()) == len(TABLES) * (1 + len(MEDIA))
