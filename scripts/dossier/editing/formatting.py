"""Files of a dossier in the house form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from dossier.editing.draft import Draft
from dossier.editing.house_form import Form, form_of_file, schema_line
from dossier.editing.layout import laid_out
from dossier.problems import Problem, ProblemsFound
from dossier.reading.editor_files import among_left
from dossier.reading.yaml_file import read_yaml


def files_with_a_form(root: Path) -> list[str]:
    """The files of records and the pages of the dossier in ``root``, by name."""
    found = (path.relative_to(root) for folder in ("data", "docs") for path in sorted((root / folder).rglob("*")))
    names = [path.as_posix() for path in found if (root / path).is_file() and not among_left(path)]
    return [name for name in names if has_a_form(name)]


def has_a_form(file: str) -> bool:
    """Whether a file of this name is one of records or a page."""
    return form_of_file(file) is not None or (file.startswith("docs/") and file.endswith(".md"))


def format_files(draft: Draft, files: Iterable[str]) -> None:
    """Lays files out in the house form. Raises ``ProblemsFound`` where one cannot be read; then none is changed."""
    problems, made = list[Problem](), dict[str, str]()
    for file in files:
        try:
            made[file] = formatted(file, draft.text(file))
        except ProblemsFound as found:
            problems += found.problems
    if problems:
        raise ProblemsFound(problems)
    for file, text in made.items():
        draft.put(file, text)


def formatted(file: str, text: str) -> str:
    """The text of a file in the house form; of a page, only how its lines end and that the last one does.

    Raises ``ProblemsFound`` where a file of records is no YAML.
    """
    form = form_of_file(file)
    if form is None:
        return text.rstrip("\n") + "\n"
    node, problems = read_yaml(text, file)
    if node is None:
        raise ProblemsFound(problems)
    # What holds no record, such as a single word, is for the check to tell.
    return text if isinstance(node.value, str) else _checked(file, text, form)


def _checked(file: str, text: str, form: Form) -> str:
    """The text laid out, after a look whether it still says the same."""
    made = laid_out(text, form, schema_line(file))
    if list(_said(made)) != list(_said(text)):
        hint = "write it by hand as the other records are written"
        raise ProblemsFound([Problem(file, 1, 1, "format", "cannot be laid out without changing it", hint=hint)])
    return made


def _said(text: str) -> Iterator[tuple[str, str]]:
    """All values of a text of records, each with the way to it, in the order of these; runs of blanks count as one."""
    node, _ = read_yaml(text, "")
    return iter(sorted(_values(node.plain() if node else None, "")))


def _values(value: object, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, one in value.items():
            yield from _values(one, f"{path}.{key}")
    elif isinstance(value, list):
        yield path, f"list of {len(value)}"
        for number, one in enumerate(value):
            yield from _values(one, f"{path}.{number}")
    else:
        yield path, " ".join(str(value).split())
