"""Tables as answers: the rows of the command line, as JSON or CSV."""

import hashlib
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import pandas as pd

from openline.analysis.method import METHOD
from openline.analysis.tables import TABLES, Table
from openline.formats.machine import csv_parts, json_parts
from openline.questions import Asked, asked_of
from openline.view.parameters import BUNDLED
from openline.web.asked import Looked, looked_at
from openline.web.envelope import Refusal
from openline.web.kept_answers import Answer, KeptAnswers, is_known, packed
from openline.web.source import BoardSource

JSON: Final = "json"
FORMS: Final[Mapping[str, tuple[str, Callable[[pd.DataFrame], Iterator[str]]]]] = {
    JSON: ("application/json", json_parts),
    "csv": ("text/csv; charset=utf-8; header=present", csv_parts),
}
"""The forms of a table by the end of its path: the type, and what writes it in parts."""
_LONG: Final = 60_000
"""From how many cells on an answer is made as it is sent."""
_BAD: Final = "The table cannot answer this: see the problems of the parameters."


@dataclass(frozen=True, slots=True)
class Address:
    """An address of a table: the table, the form, and the query as it was written."""

    table: Table
    form: str
    query: str


def named_tables() -> dict[str, tuple[Table, str]]:
    """Return each table and its form by the name that stands in an address; a name without an
    end is JSON."""
    named = {f"{table.name}.{form}": (table, form) for table in TABLES for form in FORMS}
    return named | {table.name: (table, JSON) for table in TABLES}


def table_answer(
    address: Address, place: Hashable, source: BoardSource, answers: KeptAnswers, etag: str
) -> Answer | Refusal:
    """Return the answer to an address; its body is left out where whoever asks says that it is
    `known`. `place` is what the address and all that moves its answer without a word have in
    common; None where something else can move it."""
    looked = looked_at(address.query, source)
    if isinstance(looked, Refusal):
        return looked
    asked = asked_of(address.table, looked.view, looked.record, looked.as_of, looked.given)
    if not isinstance(asked, Asked):
        return Refusal(400, _BAD, [asked])
    mark = _mark(address, looked, asked)
    if looked.view.record == BUNDLED:
        answers.led(place, mark)
    kept = answers.get(mark)
    if kept is not None:
        return kept
    media, write = FORMS[address.form]
    if is_known(mark, etag):
        return Answer(mark, media, looked.headers)
    return _made(mark, media, looked, write, asked.answer(), answers)


def _made(
    mark: str,
    media: str,
    looked: Looked,
    write: Callable[[pd.DataFrame], Iterator[str]],
    frame: pd.DataFrame,
    answers: KeptAnswers,
) -> Answer:
    if frame.size > _LONG:

        def parts() -> Iterator[bytes]:
            return (part.encode() for part in write(frame))

        return Answer(mark, media, looked.headers, parts=parts)
    body = "".join(write(frame)).encode()
    answer = Answer(mark, media, looked.headers, body, packed(body))
    answers.keep(answer)
    return answer


def _mark(address: Address, looked: Looked, asked: Asked) -> str:
    """Return what is another wherever the answer is: of the record's bytes, the view, the
    formulas' date and the columns."""
    parts = (
        looked.record.digest,
        looked.shown.pinned,
        looked.view_words,
        str(asked.question.closings),
        str(asked.only_closings),
        METHOD,
        address.table.name,
        address.form,
        " ".join(address.table.columns(asked.question)),
        looked.headers["Cache-Control"],
    )
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]
