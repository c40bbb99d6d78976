"""Records, run as Streamlit runs it."""

from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from openline.settings import MAX_CELLS, MAX_LETTERS, MAX_MB, MAX_PASTED, MAX_ROWS
from openline.store.address import FOLDER_VARIABLE
from openline.store.store import Store
from openline.ui.records import work as records_work
from openline.ui.records.check import Checked
from tests.records import BAD, GOOD, RECORDS_SCRIPT, bring, mend, press, save
from tests.screen import markup, run_page, values
from tests.store.breaking import only_read
from tests.store.saving import NOW
from tests.ui.records.test_draft import workbook

pytestmark = pytest.mark.usefixtures("set_today")
HOSTILE = '"<img src=x onerror=alert(1)>[a](http://evil.example) **b** :red[c]"'


def labels(at: AppTest) -> list[str]:
    """Return the labels of the page's buttons."""
    return [button.label for button in at.button]


def seen(at: AppTest) -> str:
    """Return the page's markup, after checking that nothing was raised or reported."""
    assert not at.exception
    assert [error.value for error in at.error] == []
    return markup(at)


def test_the_page_says_what_to_do_and_how_much_it_takes() -> None:
    """Before a file is brought its limits stand there, and the first step."""
    page = seen(run_page(RECORDS_SCRIPT))
    assert "Up to 50 MB, 1,000,000 rows, 500 columns, 20,000 channels and 4,000,000 cells; " in page
    assert "32,767 characters per cell and 2,000,000 bytes per line." in page
    assert '<li class="ol-now" aria-current="step"><span>1 Add</span>' in page
    assert "None saved yet." in page


def test_a_faulty_file_is_told_and_cannot_be_saved() -> None:
    """The headline counts, the table explains, the cells are marked, saving waits."""
    at = bring(BAD)
    page = seen(at)
    assert "channels.csv has 2 errors in 2 lines; it can be viewed but not saved yet." in page
    assert "There is no such day as 2022-02-30." in page
    assert page.count("ol-fault-error") == 4
    assert "records_save" not in [button.key for button in at.button]
    assert "On 1 Mar 2019" in page


@pytest.mark.parametrize(
    "data",
    [b"", b"%PDF-1.7 x", b"\x00\x01\x02", b"PK\x03\x04broken", b'channel,date\n"', b"\xff\xfe\x00"],
)
def test_no_file_breaks_the_page(data: bytes) -> None:
    """Whatever is brought is described, and another file can be brought."""
    at = bring(data, "thing.bin")
    assert "error" in seen(at)
    assert "Add another file" in labels(at)


def test_hostile_text_is_shown_as_text() -> None:
    """Nothing of a file, of its name or of its header takes effect."""
    rows = f"{HOSTILE},{HOSTILE},2020-01-01,,{HOSTILE},{HOSTILE}\n"
    head = f"channel,parties,date,event,state,{HOSTILE}\n"
    at = bring(head + rows + f"{HOSTILE},A; B,2020-01-01,,open,x\n", "<img src=x>.csv")
    page = seen(at)
    assert "<img" not in page
    assert "evil" not in "".join(element.value for element in at.markdown)
    words = [button.label for button in at.button] + [box.label for box in at.selectbox]
    assert "evil" not in " ".join(words)


def test_a_good_file_is_saved_listed_and_opened(store: Store) -> None:
    """After a save the links stand there, the list has the record, and the board shows it."""
    at = save(bring(GOOD), note="The first edition")
    page = seen(at)
    assert "channels.csv is saved as “Gulf lines”, revision 1." in page
    assert [code.value.partition("?")[2] for code in at.code][:2] == [
        "record=Gulf+lines",
        "record=Gulf+lines@1",
    ]
    assert store.bytes_of("Gulf lines") == GOOD.encode()
    assert (
        '<a class="ol-link" href="records?record=Gulf+lines" target="_self">Gulf lines</a>' in page
    )
    assert '<td class="ol-figure">2</td>' in page
    assert "2 channels" in markup(run_page(record="Gulf lines"))


def test_a_save_rests_on_the_whole_file(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Were the check of an edit wrong, a save would be refused, and the errors told."""

    def wrongly(before: Checked, *_: object) -> Checked:
        return replace(before, data=before.data.replace(b"2019-03-01", b"2022-02-30"))

    monkeypatch.setattr(records_work, "check_edited", wrongly)
    at = bring(GOOD)
    at.toggle(key="records_mend_edit").set_value(True).run()
    at.segmented_control(key="records_mend_how").set_value("Row by row").run()
    date = next(box for box in at.text_input if box.label == "date")
    date.set_value("2022-02-30").run()
    assert "channels.csv has no errors" in seen(at)
    page = seen(save(at))
    assert "Line 2: There is no such day as 2022-02-30." in page
    assert "channels.csv has 1 error in 1 line" in page
    assert store.records() == ()
    assert "records_save" not in [button.key for button in at.button]


def test_the_same_bytes_are_not_saved_twice(store: Store) -> None:
    """A second save of what is there says so, and adds nothing."""
    save(bring(GOOD))
    assert "This file is already saved" in seen(save(bring(GOOD)))
    assert store.revision("Gulf lines").number == 1


def test_saving_over_a_record_shows_what_changes(store: Store) -> None:
    """Under a name that is there the difference stands on the page before the save."""
    save(bring(GOOD))
    at = press(bring(GOOD + "New,,2023-01-01,,open\n", "Gulf lines.csv"), "records_again")
    page = seen(at)
    assert "“Gulf lines” already exists: revision 1" in page
    assert "1 row added; the status of 1 channel changes" in page
    assert at.button(key="records_save").label == "Save as revision 2"
    save(at)
    assert store.revision("Gulf lines").number == 2


def test_a_name_that_is_written_with_the_press_is_the_one_saved(store: Store) -> None:
    """On a slow machine the last thing written arrives together with the press of Save."""
    at = bring(GOOD, "draft.csv")
    at.text_input(key="records_saver").set_value("Ann")
    at.text_input(key="records_name").set_value("Gulf lines")
    assert "draft.csv is saved as “Gulf lines”, revision 1." in seen(press(at, "records_save"))
    assert [item.name for item in store.records()] == ["Gulf lines"]


def test_a_name_that_is_taken_is_not_saved_over_unseen(store: Store) -> None:
    """Written together with the press, the name of a saved record shows first what would
    change in it; pressing again saves."""
    save(bring(GOOD))
    at = bring(GOOD + "New,,2023-01-01,,open\n", "draft.csv")
    at.text_input(key="records_saver").set_value("Bo")
    at.text_input(key="records_name").set_value("Gulf lines")
    page = seen(press(at, "records_save"))
    assert "has a newer revision, 1, saved by Ann" in page
    assert "1 row added; the status of 1 channel changes" in page
    assert store.revision("Gulf lines").number == 1
    press(at, "records_save")
    assert store.revision("Gulf lines").number == 2


def test_a_newer_revision_refuses_a_save_and_shows_the_difference(store: Store) -> None:
    """Who began from an older revision is told what others changed, and may then go on."""
    at = save(bring(GOOD))
    mend(at, 2, state="partial")
    other = GOOD.replace("2022-08-05", "2022-08-06").encode()
    store.save("Gulf lines", other, "Bo", "", 1, now=NOW)
    page = seen(press(at, "records_save"))
    assert "has a newer revision, 2, saved by Bo" in page
    assert "Between revision 1, from which you began, and 2:" in page
    assert "1 row changed; " in page
    assert store.revision("Gulf lines").number == 2
    seen(press(at, "records_save"))
    assert store.revision("Gulf lines").number == 3


def test_who_saves_has_to_be_named() -> None:
    """Without a name nothing is saved, and the page says what is missing."""
    assert "Your name is missing." in seen(save(bring(GOOD), who=""))


def test_a_name_that_cannot_be_is_refused_before_it_is_saved() -> None:
    """The character that is not allowed is named as soon as it is written; the field counts."""
    at = bring(GOOD)
    at.text_input(key="records_name").set_value("a/b").run()
    assert "may not have the character “/”" in seen(at)
    assert at.button(key="records_save").disabled
    assert at.text_input(key="records_name").max_chars == 60
    at.text_input(key="records_name").set_value("a b").run()
    assert "may not have" not in seen(at)


def test_history_tells_what_changed_and_restores(store: Store) -> None:
    """Each revision is shown against the one before, and an older one can be restored."""
    store.save("Gulf lines", GOOD.encode(), "Ann", "", None, now=NOW)
    store.save("Gulf lines", GOOD.replace("severed", "partial").encode(), "Bo", "", 1, now=NOW)
    at = run_page(RECORDS_SCRIPT, record="Gulf lines")
    page = seen(at)
    assert "History of Gulf lines" in page
    assert "1 row changed; the status of 1 channel changes" in page
    at.selectbox(key="records_revision_Gulf lines").set_value(1).run()
    assert "The first revision: 3 rows of 2 channels." in seen(at)
    at.text_input(key="records_actor").set_value("Cy").run()
    press(at, "records_restore")
    assert "Revision 1 was saved again as revision 3." in seen(at)
    assert store.bytes_of("Gulf lines") == GOOD.encode()
    assert store.revision("Gulf lines").parent == 1


def test_a_record_is_hidden_and_shown_again(store: Store) -> None:
    """Hiding takes it off the list and is undone by the same button."""
    save(bring(GOOD))
    at = run_page(RECORDS_SCRIPT, record="Gulf lines")
    at.text_input(key="records_actor").set_value("Cy").run()
    press(at, "records_hide")
    page = seen(at)
    assert "“Gulf lines” is hidden; its addresses still work." in page
    assert "no records; 1 hidden one not listed" in page
    assert ", hidden" not in page
    assert ", hidden" in seen(at.toggle(key="records_show_hidden").set_value(True).run())
    press(at, "records_hide")
    assert "“Gulf lines” is in the list again." in seen(at)
    assert not store.records()[0].hidden


def test_a_saved_revision_can_be_worked_on() -> None:
    """Its bytes become the file on the page, and know from which revision they are."""
    save(bring(GOOD))
    at = press(run_page(RECORDS_SCRIPT, record="Gulf lines"), "records_work")
    assert "Gulf lines.csv is saved as “Gulf lines”, revision 1." in seen(at)


def test_columns_words_and_dates_are_chosen_not_assumed(store: Store) -> None:
    """A file in other words is read only as the analyst says, and mended all the way."""
    text = "Line,Since,Status\nHotline,5/8/2022,shut\nTalks,3/4/2021,up\n"
    at = bring(text)
    assert "Columns that have other names" in seen(at)
    assert "There is no column" in markup(at)
    press(at, "records_apply_columns")
    assert "Words to translate" in seen(at)
    press(at, "records_apply_words")
    assert "The file alone does not show" in seen(at)
    assert at.button(key="records_apply_dates_date").disabled
    box = next(box for box in at.selectbox if box.label == "Which number is the day in date")
    box.set_value("day, month, year").run()
    press(at, "records_apply_dates_date")
    assert "has no errors" in seen(at)
    save(at)
    assert store.bytes_of("Gulf lines") == (
        b"channel,date,state\nHotline,2022-08-05,severed\nTalks,2021-04-03,open\n"
    )
    assert store.original_of("Gulf lines") == text.encode()
    chosen = store.revision("Gulf lines").choices
    assert chosen is not None
    assert chosen["names"] == {"Line": "channel", "Since": "date", "Status": "state"}
    assert chosen["dates"] == {"date": {"order": "day-first"}}


def test_a_step_is_undone() -> None:
    """Undo brings the file back as it was before."""
    at = press(bring("Line,date,state\nHotline,2020,open\n"), "records_apply_columns")
    assert "has no errors" in seen(at)
    press(at, "records_undo")
    assert "There is no column" in seen(at)


def test_a_workbook_is_read_by_its_sheets() -> None:
    """The first sheet is shown, and an empty one says so."""
    at = bring(workbook(), "lines.xlsx")
    assert "lines.xlsx has no errors" in seen(at)
    at.selectbox(key="records_sheet").set_value(1).run()
    assert "is empty" in seen(at)
    at.selectbox(key="records_sheet").set_value(0).run()
    assert "lines.xlsx has no errors" in seen(at)


def test_rows_are_pasted() -> None:
    """Cells from a sheet are a file like any other."""
    at = run_page(RECORDS_SCRIPT)
    at.segmented_control(key="records_way").set_value("Paste rows").run()
    at.text_area(key="records_paste").set_value("channel\tdate\tstate\nA\t2020\topen\n").run()
    press(at, "records_check_paste")
    assert "Pasted rows have no errors" in seen(at)


@pytest.mark.parametrize("place", range(3))
def test_examples_are_files_to_begin_from(place: int) -> None:
    """Each example is without errors and can be edited."""
    at = run_page(RECORDS_SCRIPT)
    at.segmented_control(key="records_way").set_value("Start from an example").run()
    box = at.selectbox(key="records_start")
    box.set_value(box.options[place]).run()
    press(at, "records_begin")
    assert "has no errors" in seen(at)
    at.toggle(key="records_mend_edit").set_value(True).run()
    assert "Add a row" in labels(at)


def test_rows_of_chosen_parties_are_a_file() -> None:
    """The bundled record's rows of some parties can be gone on with."""
    at = run_page(RECORDS_SCRIPT)
    at.segmented_control(key="records_way").set_value("Start from an example").run()
    at.selectbox(key="records_start").set_value("Rows of the bundled record").run()
    assert "Next: choose parties." in seen(at)
    at.multiselect(key="records_start_parties").set_value(["China; United States"]).run()
    press(at, "records_begin")
    assert "12 channels were read" in seen(at)


def test_a_file_that_is_put_aside_can_be_taken_back() -> None:
    """Bringing another file loses nothing."""
    at = press(bring(BAD), "records_other")
    assert "channels.csv was set aside." in seen(at)
    press(at, "records_take_back")
    assert "channels.csv has 2 errors" in seen(at)


def test_the_rows_of_the_file_are_chosen() -> None:
    """Those with problems are shown first, all on demand, a page at a time."""
    rows = "".join(f"Line {i},,2020-01-01,,open\n" for i in range(40))
    at = bring(GOOD.replace("2022-08-05", "2022-02-30").replace("2020-05-01", "2020-05-32") + rows)
    assert "2 rows with problems" in seen(at)
    at.segmented_control(key="records_file_rows").set_value("All rows").run()
    assert "1–15 of 43 rows" in seen(at)


def test_without_a_store_all_but_saving_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page says what is wrong with the store, and what was done stays."""
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "file" / "store"))
    at = save(bring(GOOD))
    page = seen(at)
    assert "The store does not answer" in page
    assert "channels.csv has no errors" in page
    assert at.text_input(key="records_name").value == "Gulf lines"


def test_of_a_read_only_store_records_are_shown_and_saving_says_why_not(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Records are listed and can be worked on; a save says that the store is read-only."""
    save(bring(GOOD))
    only_read(monkeypatch)
    at = run_page(RECORDS_SCRIPT)
    assert "Gulf lines" in seen(at)
    page = seen(save(bring(GOOD.replace("2020", "2021")), "Other"))
    assert "The store is read-only: what was saved can be read, and nothing was changed." in page
    assert "right to write" in page
    assert [item.name for item in store.records()] == ["Gulf lines"]


def test_limits_are_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """They are told before, and named when a file meets them."""
    monkeypatch.setenv(MAX_MB.variable, "2")
    monkeypatch.setenv(MAX_ROWS.variable, "2")
    at = run_page(RECORDS_SCRIPT)
    assert "Up to 2 MB, 2 rows, 500 columns, 20,000 channels and 4,000,000 cells" in seen(at)
    assert "more than" in seen(bring(GOOD, at=at)) or "limit" in markup(at)


def test_limits_within_a_file_are_settings_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """A longer cell is an error; a file with more cells is not read; the field for rows takes so
    many letters."""
    monkeypatch.setenv(MAX_LETTERS.variable, "10")
    monkeypatch.setenv(MAX_PASTED.variable, "30")
    at = run_page(RECORDS_SCRIPT)
    assert "10 characters per cell" in seen(at)
    assert "may have 10." in seen(bring(GOOD.replace("Talks", "Talks of the two"), at=at))
    at = run_page(RECORDS_SCRIPT)
    at.segmented_control(key="records_way").set_value("Paste rows").run()
    assert at.text_area(key="records_paste").proto.max_chars == 30
    monkeypatch.setenv(MAX_CELLS.variable, "5")
    assert "more than 5 cells" in seen(bring(GOOD))


def test_the_record_that_is_looked_at_is_in_the_address() -> None:
    """The sidebar's record chooses whose history is shown, and the address says so."""
    save(bring(GOOD))
    at = run_page(RECORDS_SCRIPT)
    at.selectbox(key="view_record").set_value("Gulf lines").run()
    assert values(at, "record") == ["Gulf lines"]
    assert "History of Gulf lines" in seen(at)
