"""Tables as answers: the rows of the command line, as JSON or CSV."""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, replace
from typing import Final

import pandas as pd

from openline.analysis.tables import TABLES, Table
from openline.formats.machine import FORMS, text_of
from openline.questions import Asked, asked_of
from openline.view.parameters import BUNDLED
from openline.web.envelope import Refusal
from openline.web.kept_answers import Answer, KeptAnswers
from openline.web.request import looked_at
from openline.web.source import BoardSource

JSON: Final = "json"
MEDIA: Final = {JSON: "application/json", "csv": "text/csv; charset=utf-8; header=present"}
"""The media types of the forms of a table."""
ENDINGS: Final = {"": JSON, **{f".{form}": form for form in MEDIA}}
"""The endings of a path, and the form that each means."""
_LONG: Final = 60_000
"""An answer of more cells is made as it is sent."""
_BAD: Final = "The table cannot answer this: see the problems of the parameters."


@dataclass(frozen=True, slots=True)
class Address:
    """The address of a table: the table, the form, and the query as written."""

    table: Table
    form: str
    query: str


def named_tables() -> dict[str, tuple[Table, str]]:
    """Return each table and its form by its name in an address."""
    return {
        f"{table.name}{end}": (table, form) for table in TABLES for end, form in ENDINGS.items()
    }


def table_answer(
    address: Address, place: Hashable, source: BoardSource, answers: KeptAnswers, etag: str
) -> Answer | Refusal:
    """Return the answer to an address, without its body where `etag` shows that the client has it.
    `place` is a key for the address and whatever can silently change its answer; None where
    something else can change it."""
    looked = looked_at(address.query, source)
    if isinstance(looked, Refusal):
        return looked
    asked = asked_of(address.table, looked.view, looked.record, looked.as_of, looked.given)
    if not isinstance(asked, Asked):
        return Refusal(400, _BAD, [asked])
    columns, of = address.table.columns(asked.question), (address.table.name, address.form)
    mark = looked.mark(asked.question.closings, asked.only_closings, columns, *of)
    if looked.view.record == BUNDLED:
        answers.led(place, mark)
    answer = Answer(mark, MEDIA[address.form], looked.headers)
    return answers.known(answer, etag) or _made(answer, address.form, asked.answer(), answers)


def _made(answer: Answer, form: str, frame: pd.DataFrame, answers: KeptAnswers) -> Answer:
    if frame.size <= _LONG:
        return answers.made(answer, text_of(frame, form))

    def parts() -> Iterator[bytes]:
        return (part.encode() for part in FORMS[form](frame))

    return replace(answer, parts=parts)
