"""The folder into which a site is written: nothing else in it is touched."""

import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

_LIST: Final = ".openline-site"
"""The file that lists what is in the folder: it shows that a site wrote it, and which files are
obsolete."""
_HEAD: Final = "Written by openline site. One file of the site a line.\n"
_NAME: Final = re.compile(r"(?:[a-z0-9][a-z0-9-]*/)*[a-z0-9][a-z0-9-]*\.[a-z]+")
"""The names that a file can have: the same file on every system, and none outside the folder."""


class FolderError(Exception):
    """A folder that cannot be written to, and why, as a sentence."""


class Folder:
    """A folder into which one site is written, file by file; `finish` removes those files of an
    earlier site that this one lacks.

    Raises `FolderError` for a folder that holds anything not left by a site, unless it is to be
    written to `anyway`.
    """

    def __init__(self, path: Path, *, anyway: bool = False) -> None:
        self._path, self._list = path, path / _LIST
        self._written: dict[str, None] = {}
        try:
            path.mkdir(parents=True, exist_ok=True)
            is_listed = self._list.is_file() and not self._list.is_symlink()
            earlier = self._list.read_text("utf-8").splitlines() if is_listed else []
            is_own = not any(path.iterdir()) or earlier[:1] == [_HEAD.strip()]
        except OSError as error:
            raise FolderError(f"cannot write into {str(path)!r}: {error.strerror}") from error
        if not (is_own or anyway):
            raise FolderError(
                f"{str(path)!r} has files that no site left there; name an empty folder, or "
                "write into it all the same with --anyway"
            )
        self._earlier = [name for name in earlier[1:] if _NAME.fullmatch(name)]
        if self._list.is_symlink():
            self._list.unlink()
        # An interrupted run leaves a list of every file that may exist.
        self._list.write_text("\n".join([_HEAD.strip(), *self._earlier, ""]), encoding="utf-8")

    def write(self, name: str, parts: Iterable[str]) -> None:
        """Write a file from the parts of its text. Raises `FolderError` if that fails or the name
        was already written, and `ValueError` if the name is unsafe."""
        if not _NAME.fullmatch(name):
            raise ValueError(f"no name for a file: {name}")
        if name in self._written:
            # Anyone who tries for a minute can find two names that give the same file name.
            raise FolderError(f"two pages would be {name!r}: rename one of the channels or parties")
        target = self._path / name
        try:
            self._make_folder(target)
            with self._list.open("a", encoding="utf-8") as listed:
                listed.write(f"{name}\n")
            with target.open("w", encoding="utf-8", errors="replace", newline="") as file:
                file.writelines(parts)
        except OSError as error:
            raise FolderError(f"cannot write {str(target)!r}: {error.strerror}") from error
        self._written[name] = None

    def finish(self) -> int:
        """Remove what an earlier site left, and return how many files this one has."""
        for name in self._earlier:
            target = self._path / name
            if name not in self._written and not self._leads_out(target):
                target.unlink(missing_ok=True)
        lines = [_HEAD.strip(), *self._written, ""]
        self._list.write_text("\n".join(lines), encoding="utf-8")
        return len(self._written)

    def _make_folder(self, target: Path) -> None:
        """Create a file's folder, and remove anything in its place that leads elsewhere."""
        if self._leads_out(target):
            raise FolderError(f"{str(target.parent)!r} is a link that leads elsewhere")
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.is_symlink():
            target.unlink()

    def _leads_out(self, target: Path) -> bool:
        between = target.relative_to(self._path).parents
        return any(os.path.islink(self._path / part) for part in between if part.name)
