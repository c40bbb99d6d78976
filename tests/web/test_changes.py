"""The changes of a view."""

import hashlib

from openline.view.view import View
from openline.web.changes import changes_of
from openline.web.request import Looked
from tests.asking import TODAY, read


class _Shown:
    title, problems, note, revision, pinned = "Record", (), "", None, "bundled"

    def __init__(self, record: object) -> None:
        self.record = record


def _looked(*rows: str, record: str = "bundled") -> Looked:
    found = read("channel,parties,date,event,state,summary", *rows)
    view = View(record=record)
    return Looked(view, frozenset(), _Shown(found), found, TODAY)  # type: ignore[arg-type] # enough


def test_several_contacts_of_a_day_have_ids_of_their_own() -> None:
    """They are counted from the first, so that one that is added later takes no other's id."""
    rows = ["Hotline,A; B,2026-01-01,change,open,", "Hotline,A; B,2026-02-01,contact,,Used"]
    few = changes_of(_looked(*rows), with_contacts=True)
    more = changes_of(
        _looked(*rows, "Hotline,A; B,2026-02-01,contact,,Used again"), with_contacts=True
    )
    assert len({change.id for change in more}) == 3
    assert {change.id for change in few} <= {change.id for change in more}


def test_another_record_s_changes_have_other_ids() -> None:
    """A revision of one record makes none."""
    row = "Hotline,A; B,2026-01-01,change,open,"
    of = {
        record: changes_of(_looked(row, record=record), with_contacts=False)[0].id
        for record in ("bundled", "Gulf", "Gulf@3")
    }
    assert of["Gulf"] == of["Gulf@3"] != of["bundled"]


def test_a_channel_without_parties_is_led_to_by_its_name() -> None:
    """Nothing stands for the parties that it does not have."""
    (change,) = changes_of(_looked("Hot & line,,2026-01-01,change,open,"), with_contacts=False)
    path, _, observation = change.path.partition("&observation=")
    assert path == "/channel?asof=2026-01-01&channel=Hot+%26+line"
    text = "\x1f".join(("Hot & line", "", "2026-01-01", "change", ""))
    assert observation == hashlib.sha256(text.encode()).hexdigest()[:12]
    assert change.title == "Hot & line: established"
