"""The files of a dossier as a command will leave them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from dossier.editing.changes import Changes, write
from dossier.editing.line_ends import as_read, as_written
from dossier.editing.report import told
from dossier.editing.yaml_document import Document, Edit
from dossier.problems import Problem, ProblemsFound
from dossier.reading.yaml_file import LARGEST_FILE, read_bytes, read_text


class Draft:
    """The files of the dossier in ``root``, in which a command makes its changes; the disk has them after ``write``.

    Files are named relative to the dossier's folder, with ``/``. What is read is remembered, so that nothing is
    written where somebody else changed one of these files meanwhile.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self._before: dict[str, bytes | None] = {}
        self._now: dict[str, bytes | None] = {}
        self._moved: dict[str, str] = {}

    def __contains__(self, file: str) -> bool:
        """Whether there is such a file now."""
        return self.content(file) is not None

    def content(self, file: str) -> bytes | None:
        """The bytes of a file as they are now, or ``None``. Raises ``OSError`` at a link and what is no file."""
        if file not in self._now:
            try:
                content: bytes | None = read_bytes(self.root / file)
            except (FileNotFoundError, NotADirectoryError):
                content = None
            # Of a capture, say, which may be larger than any file that is read as text.
            whole = content is None or len(content) <= LARGEST_FILE
            self._before[file] = content if whole else (self.root / file).read_bytes()
            self._now[file] = self._before[file]
        return self._now[file]

    def text(self, file: str) -> str:
        """The text of a file with line feeds as line ends, or an empty one where there is none.

        Raises ``ProblemsFound`` where it is no text.
        """
        content = self.content(file)
        if content is None:
            return ""
        if content != self._before[file]:
            return as_read(content)
        text, problems = read_text(self.root / file, file)
        if problems:
            raise ProblemsFound(problems)
        return text

    def document(self, file: str) -> Document:
        """A file of records, taken apart. Raises ``ProblemsFound`` where it is not there or no good YAML."""
        if file not in self:
            raise ProblemsFound([Problem(file, 1, 1, "missing-file", "no such file")])
        return Document.read(file, self.text(file))

    def put(self, file: str, content: str | bytes) -> None:
        """Gives a file, new or not, this content."""
        self.content(file)
        self._now[file] = content.encode() if isinstance(content, str) else content

    def edit(self, file: str, *edits: Edit) -> None:
        """Makes edits in a file of records, whose line ends stay; one that then holds nothing goes.

        Raises as ``document`` does, and ``LookupError`` where an edit leads nowhere.
        """
        text = self.document(file).edited(edits)
        self._now[file] = as_written(text, self.content(file) or b"") if text else None

    def rewrite(self, file: str, change: Callable[[str], str]) -> None:
        """Gives a file the text that ``change`` makes of its own. Raises as ``text`` does."""
        self.put(file, change(self.text(file)))

    def remove(self, file: str) -> None:
        """Takes a file away."""
        self.content(file)
        self._now[file] = None

    def move(self, file: str, to: str) -> None:
        """Gives a file another name. Raises ``FileExistsError`` where that is taken."""
        if to in self:
            raise FileExistsError(f"{to} is there already")
        self._now[to], self._now[file] = self.content(file), None
        self._moved[file] = to

    @property
    def changes(self) -> Changes:
        """What has changed up to now."""
        files = {file: content for file, content in self._now.items() if content != self._before[file]}
        moved = {file: to for file, to in self._moved.items() if file in files and to in files}
        return Changes(files, dict(self._before), moved)

    def write(self) -> list[str]:
        """Makes the changes on the disk, all or none, and tells them one a line. Raises as ``changes.write`` does."""
        changes = self.changes
        write(self.root, changes)
        return told(changes)
