"""The folder that a site is written into."""

from pathlib import Path

import pytest

from openline.site.folder import Folder, FolderError


def _write(path: Path, *names: str, anyway: bool = False) -> int:
    folder = Folder(path, anyway=anyway)
    for name in names:
        folder.write(name, [name, "!"])
    return folder.finish()


def test_files_are_written_in_folders_of_their_own(tmp_path: Path) -> None:
    """The folder is made where it is not there."""
    assert _write(tmp_path / "new" / "site", "index.html", "channels/a-b.html") == 2
    text = (tmp_path / "new/site/channels/a-b.html").read_text()
    assert text == "channels/a-b.html!"


def test_what_an_earlier_site_left_is_removed_and_nothing_else(tmp_path: Path) -> None:
    """A file that somebody put there stays."""
    _write(tmp_path, "index.html", "channels/old.html")
    (tmp_path / "robots.txt").write_text("theirs")
    assert _write(tmp_path, "index.html", "channels/new.html") == 2
    left = {path.name for path in tmp_path.rglob("*.*") if path.is_file()}
    assert left == {".openline-site", "index.html", "new.html", "robots.txt"}


def test_a_run_that_was_interrupted_is_cleared_by_the_next(tmp_path: Path) -> None:
    """What it wrote is on the list even though it did not finish."""
    folder = Folder(tmp_path)
    folder.write("half.html", ["x"])
    _write(tmp_path, "index.html")
    assert not (tmp_path / "half.html").exists()


def test_a_folder_with_files_of_others_is_refused_unless_told(tmp_path: Path) -> None:
    """What is there stays as it is."""
    (tmp_path / "letter.txt").write_text("dear")
    with pytest.raises(FolderError, match="has files that no site left there"):
        Folder(tmp_path)
    _write(tmp_path, "index.html", anyway=True)
    assert (tmp_path / "letter.txt").read_text() == "dear"


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    """It cannot be written into."""
    (tmp_path / "site").write_text("")
    with pytest.raises(FolderError, match="cannot write into"):
        Folder(tmp_path / "site")


@pytest.mark.parametrize(
    "name",
    ["../x.html", "/x.html", "a/../x.html", "A.html", ".x.html", "a//b.html", "a\\b.html", "x"],
)
def test_a_name_that_could_lead_out_is_no_name(tmp_path: Path, name: str) -> None:
    """Whatever makes the names, none is written outside."""
    with pytest.raises(ValueError, match="no name"):
        Folder(tmp_path / "site").write(name, [""])
    assert not (tmp_path / "x.html").exists()


def test_a_name_is_written_once(tmp_path: Path) -> None:
    """No page takes the place of another."""
    folder = Folder(tmp_path)
    folder.write("a.html", ["1"])
    with pytest.raises(FolderError, match=r"two pages would be 'a\.html'"):
        folder.write("a.html", ["2"])


def test_links_that_lead_elsewhere_are_not_followed(tmp_path: Path) -> None:
    """Neither to write, nor to remove, nor by a list that somebody changed."""
    outside, site = tmp_path / "outside", tmp_path / "site"
    outside.mkdir()
    (outside / "kept.html").write_text("kept")
    _write(site, "index.html", "channels/kept.html")
    (site / "channels/kept.html").unlink()
    (site / "channels").rmdir()
    (site / "channels").symlink_to(outside)
    (site / "index.html").unlink()
    (site / "index.html").symlink_to(outside / "kept.html")
    with (site / ".openline-site").open("a") as file:
        file.write("../outside/kept.html\n")
    _write(site, "index.html")
    assert (outside / "kept.html").read_text() == "kept"
    assert (site / "index.html").read_text() == "index.html!"
    with pytest.raises(FolderError, match="a link that leads elsewhere"):
        _write(site, "channels/new.html")


def test_a_list_that_is_a_link_is_no_list(tmp_path: Path) -> None:
    """What it leads to is neither believed nor written over."""
    list_of_another, site = tmp_path / "list", tmp_path / "site"
    list_of_another.write_text("Written by openline site. One file of the site a line.\n")
    site.mkdir()
    (site / ".openline-site").symlink_to(list_of_another)
    with pytest.raises(FolderError, match="no site left there"):
        _write(site, "index.html")
    _write(site, "index.html", anyway=True)
    assert "index.html" not in list_of_another.read_text()
    assert "index.html" in (site / ".openline-site").read_text()
