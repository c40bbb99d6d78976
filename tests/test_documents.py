"""The examples in the documents work, and give the results shown."""

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from openline.analysis.method import METHOD
from openline.markup.written import anchor_of
from openline.record.reading import read_record
from openline.ui.pages import PAGES
from openline.view.view import View
from tests.asking import TODAY
from tests.documents import ROOT, Done, blocks, run_code, run_line
from tests.web.beside import client

DOCUMENTS = ("README.md", "docs/guide.md", "docs/library.md", "docs/operate.md")
PAGES_OF_TEXT = (*DOCUMENTS, "CONTRIBUTING.md")
FAULTY = "faulty.csv"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with the files that the guide tells its reader to save, and the record."""
    for block in blocks("docs/guide.md"):
        if block.name:
            (tmp_path / block.name).write_text(block.text, encoding="utf-8")
    (tmp_path / "data").symlink_to(ROOT / "data")
    return tmp_path


@pytest.mark.usefixtures("set_today")
@pytest.mark.parametrize("document", DOCUMENTS)
def test_commands_run_and_print_what_is_shown(document: str, folder: Path) -> None:
    """Each command of a document works, and the block after it is what it prints."""
    done = Done(0)
    for block in blocks(document):
        if block.language == "sh":
            for line in filter(None, re.sub(r"\\\n\s*", "", block.text).splitlines()):
                done = run_line(line, folder)
                assert done.status == (1 if FAULTY in line else 0), (line, done.stderr)
        elif block.language in {"stdout", "stderr"} and document != "docs/library.md":
            assert getattr(done, block.language) == block.text


@pytest.mark.usefixtures("set_today")
def test_the_code_for_notebooks_runs_and_prints_what_is_shown(folder: Path) -> None:
    """The blocks of the page on the library are one script, run from top to bottom."""
    names: dict[str, object] = {}
    printed = ""
    for block in blocks("docs/library.md"):
        if block.language == "python":
            printed = run_code(block.text, names, folder)
        elif block.language == "stdout":
            assert printed == block.text
    assert (folder / "rows.parquet").is_file()


@pytest.mark.parametrize("document", DOCUMENTS)
def test_addresses_are_understood(document: str) -> None:
    """Each address in a document is that of a page, and each of its parameters is known."""
    for block in blocks(document):
        if block.language == "url":
            found = urlsplit(block.text.strip())
            assert found.path.strip("/") in {page.path for page in PAGES}
            assert View.from_query(dict(parse_qs(found.query)))[1] == ()


@pytest.mark.usefixtures("set_today")
@pytest.mark.parametrize("document", DOCUMENTS)
def test_addresses_beside_the_pages_are_answered(document: str) -> None:
    """Each address in a document that is not a page's has an answer."""
    for block in blocks(document):
        if block.language == "api":
            for address in block.text.split():
                assert client().get(address).status_code == 200, address


def test_files_of_the_guide_are_sound(folder: Path) -> None:
    """The example files have no problem, except the one that shows problems."""
    files = sorted(folder.glob("*.csv"))
    assert len(files) > 3
    faulty = [path.name for path in files if read_record(path.read_bytes(), TODAY).problems]
    assert faulty == [FAULTY]


@pytest.mark.parametrize("document", PAGES_OF_TEXT)
def test_links_between_documents_lead_somewhere(document: str) -> None:
    """A link to another file, or to a heading, leads to one that exists."""
    path = ROOT / document
    text = path.read_text(encoding="utf-8")
    titles = {anchor_of(title) for title in re.findall(r"^#+ (.+)$", text, flags=re.MULTILINE)}
    for target in re.findall(r"\]\(([^)]+)\)", text):
        if target.startswith("#"):
            assert target[1:] in titles, target
        elif "://" not in target:
            assert (path.parent / target).exists(), target


def test_every_page_is_in_the_guide() -> None:
    """The guide says what each page is for."""
    guide = (ROOT / "docs" / "guide.md").read_text(encoding="utf-8")
    assert [page.title for page in PAGES if f"**{page.title}**" not in guide] == []


def test_no_document_names_a_method_of_its_own() -> None:
    """If a document shows a file's name with the date of the method, that is the current one."""
    for path in (ROOT / "docs").rglob("*.md"):
        assert set(re.findall(r"method-(\d{4}-\d\d-\d\d)", path.read_text())) <= {METHOD}
