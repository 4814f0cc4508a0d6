"""What a command changed, in lines for a curator."""

from __future__ import annotations

from dossier.editing.changes import Changes
from dossier.model.vocabulary import counted
from dossier.reading.yaml_file import YamlNode, read_yaml


def told(changes: Changes) -> list[str]:
    """A line for each file, and one that counts them and the records in them; nothing where nothing changed."""
    if not changes.files:
        return []
    came = set(changes.moved.values())
    lines = [_line(changes, file) for file in sorted(changes.files) if file not in came]
    touched = sum(_touched(changes, file) for file in changes.files if file not in changes.moved)
    records = f", {counted(touched, 'record')}" if touched else ""
    return [*lines, f"{counted(len(lines), 'file')}{records}."]


def _line(changes: Changes, file: str) -> str:
    if to := changes.moved.get(file):
        return f"Moved {file} to {to}."
    if changes.files[file] is None:
        return f"Removed {file}."
    if changes.before.get(file) is None:
        return f"Made {file}."
    touched = _touched(changes, file)
    return f"Changed {file} ({counted(touched, 'record')})." if touched else f"Changed {file}."


def _touched(changes: Changes, file: str) -> int:
    """How many records of a file were added, changed or removed; a page of prose has none."""
    if not file.endswith(".yaml"):
        return 0
    if changes.before.get(file) and not _records(changes.before.get(file)):
        return 0  # It could not be read before, so that nobody can tell.
    former = next((before for before, to in changes.moved.items() if to == file), file)
    before, after = _records(changes.before.get(former)), _records(changes.files[file])
    gone, new = [one for one in before if one not in after], [one for one in after if one not in before]
    return max(len(gone), len(new), int(former != file))


def _records(content: bytes | None) -> list[object]:
    """The plain values of a file's records: its items where it is a list, else what it holds."""
    node, _ = read_yaml((content or b"").decode("utf-8", "replace"), "")
    if not isinstance(node, YamlNode):
        return []
    return list(node.plain()) if isinstance(node.value, list) else [node.plain()]
