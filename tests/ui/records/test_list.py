"""The list of saved records."""

from openline.store.store import Store
from openline.ui.data.saved import forget_list, kept_records
from openline.ui.records.list import chosen_record, list_html, named_revision
from openline.view.view import View
from tests.store.saving import NAME, save


def test_the_address_chooses_a_record(store: Store) -> None:
    """The record that is looked at is the one whose history is shown, at its revision."""
    save(store, b"one", None)
    forget_list()
    kept = kept_records()
    assert chosen_record(View(), kept) is None
    assert chosen_record(View(record="nothing"), kept) is None
    found = chosen_record(View(record=f"{NAME.upper()}@1"), kept)
    assert found is not None
    assert found.name == NAME
    assert named_revision(View(record=f"{NAME}@1")) == 1
    assert named_revision(View(record=NAME)) is None


def test_a_name_leads_to_the_history_under_the_same_view(store: Store) -> None:
    """The link keeps day and filters; the record that is looked at is marked; words of others
    are text."""
    save(store, b"one", None, note="<b>new</b>", saved_by="<i>Bo</i>")
    save(store, b"two", None, name="Other lines")
    forget_list()
    view = View(record="Other lines", level=("military",), page=3)
    page = list_html(kept_records().shown, {NAME: 1_204}, view, "Other lines")
    assert 'href="records?record=Gulf+lines&amp;level=military"' in page
    assert 'href="./?record=Gulf+lines&amp;level=military"' in page
    assert page.count('aria-current="true"') == 1
    assert '<tr class="ol-now" aria-current="true"><td><span class="ol-strong"><a' in page
    assert "1,204" in page
    assert "&lt;b&gt;new&lt;/b&gt;" in page
    assert "by &lt;i&gt;Bo&lt;/i&gt;" in page
