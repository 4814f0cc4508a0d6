"""What a command changed, in lines for a curator."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from dossier.editing.changes import Changes
from dossier.editing.layout import SCHEMA
from dossier.editing.line_ends import as_read
from dossier.editing.yaml_syntax import comments, parse
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
    return [*lines, *_comments_gone(changes), f"{counted(len(lines), 'file')}{records}."]


def _line(changes: Changes, file: str) -> str:
    if to := changes.moved.get(file):
        return f"Moved {file} to {to}."
    if changes.files[file] is None:
        return f"Removed {file}."
    if changes.before.get(file) is None:
        return f"Made {file}."
    touched = _touched(changes, file)
    return f"Changed {file} ({counted(touched, 'record')})." if touched else f"Changed {file}."


def _comments_gone(changes: Changes) -> Iterator[str]:
    """The comments that went with what was taken out, file by file: nothing else keeps them."""
    for file in sorted(changes.files):
        to = changes.moved.get(file, file)
        left = _comments(to, changes.files[to])
        gone = list((_comments(file, changes.before.get(file)) - left).elements()) if to in changes.files else []
        if gone:
            stood = "they" if len(gone) > 1 else "it"
            yield f"{file}: {counted(len(gone), 'comment')} went with what {stood} stood at: {'; '.join(gone)}"


def _comments(file: str, content: bytes | None) -> Counter[str]:
    """The comments of a file of records, without the line that names its schema; none where it cannot be read."""
    if content is None or not file.endswith(".yaml") or b"#" not in content:
        return Counter()
    try:
        text = as_read(content)
    except UnicodeDecodeError:
        return Counter()
    if read_yaml(text, file)[0] is None:
        return Counter()
    return Counter(one.text for one in comments(parse(text)) if not one.text.startswith(SCHEMA))


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
