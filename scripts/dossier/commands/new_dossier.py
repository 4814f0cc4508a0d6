"""Another dossier on another subject: a folder that stands alone, with this program, its tests and its locks."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path
from string import Template

from dossier.load import PERMALINKS
from dossier.model.json_schema import schemas
from dossier.swap import beside, put_in_place

# What every dossier has in common. Of the tests in ``tests/real`` only those that hold for any dossier go along.
# Pages on the site that know nothing of its subject: the same text in every dossier.
PAGES = ("citing", "method", "rules", "corrections", "contributing", "records", "licences")
COMMON = (
    "scripts",
    "tests",
    "requirements",
    "deploy",
    *(f"docs/about/{name}.md" for name in PAGES),
    "pyproject.toml",
    "LICENSE",
    ".gitignore",
    ".pre-commit-config.yaml",
)
REAL, BENCH = "tests/real", "tests/bench"
REAL_COMMON = frozenset({"__init__.py", "conftest.py", "test_site.py"})
LEFT_OUT = shutil.ignore_patterns("__pycache__", "*.pyc", "*.egg-info", ".*_cache")
REFUSED = frozenset("<>[]{}|\\`$*_#")


class BeginningError(Exception):
    """Raised where a dossier cannot be begun; the message says why, and what to do."""


def begin(program: Path, target: Path, title: str, subject: str) -> None:
    """Lays a dossier without records into the empty or new folder ``target``, whole or not at all.

    ``program`` is the folder of a dossier, from which the program is taken. Raises ``BeginningError``; ``BusyError``
    where another run lays one there.
    """
    for words in (title, subject):
        _refuse_markup(words)
    _refuse_folder(program, target)
    with beside(target.resolve()) as folder:
        _lay(program, folder, title, subject)
        put_in_place(target.resolve(), folder)


def _lay(program: Path, target: Path, title: str, subject: str) -> None:
    for name in COMMON:
        _copy(program / name, target / name)
    for path in [*_of_this_subject(target), target / BENCH]:
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    written = dict(_skeleton(title, subject)) | {f"data/schema/{name}": text for name, text in schemas().items()}
    for name, text in {**written, PERMALINKS: ""}.items():
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).write_text(text, "utf-8", newline="\n")


def _refuse_folder(program: Path, target: Path) -> None:
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise BeginningError(f"{target} is not an empty folder; name one that is, or that is not there yet")
    if target.resolve() == Path.cwd():
        raise BeginningError(f"{target} is the folder in which you are; go out of it, and name it from there")
    if target.resolve().is_relative_to(program.resolve()):
        raise BeginningError(f"{target} lies in the dossier from which the program is taken; name a folder outside it")


def _refuse_markup(words: str) -> None:
    if not words.strip() or not words.isprintable() or REFUSED & set(words):
        raise BeginningError(f'"{words}" has to be words on one line, without {" ".join(sorted(REFUSED))}')


def _copy(source: Path, target: Path) -> None:
    if not source.exists():
        raise BeginningError(
            f"{source} is not there; run it from the folder of a whole dossier, or name that with --root"
        )
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, target, ignore=LEFT_OUT)
    else:
        shutil.copy(source, target)


def _of_this_subject(target: Path) -> Iterator[Path]:
    return (path for path in (target / REAL).iterdir() if path.name not in REAL_COMMON)


def _skeleton(title: str, subject: str) -> Iterator[tuple[str, str]]:
    description = (
        f"What published sources say about {subject}, paragraph by paragraph, with their disagreements side by side."
    )
    words = {"title": title, "description": description, "maintainers": f"The maintainers of {title}"}
    values = {f"{name}_quoted": json.dumps(text, ensure_ascii=False) for name, text in words.items()}
    with as_file(files("dossier.commands") / "skeleton") as folder:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                text = Template(path.read_text("utf-8")).substitute(values, title=title, subject=subject)
                yield path.relative_to(folder).as_posix(), text
