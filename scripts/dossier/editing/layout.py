"""A YAML text in the house form."""

from __future__ import annotations

from itertools import dropwhile

from dossier.editing.comments import attach, on_lines
from dossier.editing.house_form import Form
from dossier.editing.scalars import INDENTED, KEEPS_ITS_END, WIDTH, folded, on_one_line, quoted, reindented
from dossier.editing.yaml_syntax import Entry, Node, Tree, parse

STEP = 2
SCHEMA = "# yaml-language-server:"


def laid_out(text: str, form: Form, schema: str) -> str:
    """A text that ``read_yaml`` takes, in the house form; ``schema`` is its first line, or empty.

    It says the same, but for runs of blanks in texts. Comments stay with what they are about; lists and mappings keep
    the way in which they are written, on one line or on several, and prose its lines.
    """
    tree = attach(parse(text))
    head = [line for line in tree.head if not schema or not line.startswith(SCHEMA)]
    first = [schema] if schema else []
    body = dropwhile(lambda line: not line, _Layout(tree).node(tree.root, form, 0))
    return "\n".join([*first, *head, *body]) + "\n"


def new_lines(node: Node, form: Form, indent: int) -> list[str]:
    """The lines of a mapping or a list that no text holds yet, or its only line."""
    return _Layout(Tree("", node)).node(node, form, indent)


def flow(node: Node, form: Form, *, in_flow: bool = True) -> str:
    """A value that no text holds yet, on one line; ``in_flow`` where it stands in a list or a mapping on one line."""
    return _Layout(Tree("", node)).flow(node, form, in_flow=in_flow)


class _Layout:
    """Writes nodes; the text is asked for what scalars are kept as they are."""

    def __init__(self, tree: Tree) -> None:
        self.text = tree.text

    def node(self, node: Node, form: Form, indent: int) -> list[str]:
        return self.lines(node, form, indent) if on_lines(node) else self.value(node, form, indent)

    def lines(self, node: Node, form: Form, indent: int) -> list[str]:
        """The entries of a mapping or a list, each on its lines."""
        entries = node.entries
        if not node.is_list and not _has_unknown(node, form):
            entries = sorted(entries, key=lambda entry: form.place(entry.key.value if entry.key else ""))
        made = [line for entry in entries for line in self.entry(entry, form, indent)]
        return [*made, *_indented(node.below, indent)]

    def entry(self, entry: Entry, form: Form, indent: int) -> list[str]:
        above = _indented(entry.above, indent)
        if entry.key is None:
            return [*above, *self.item(entry, form.items, indent)]
        key = self.key(entry.key)
        inner = form.of(entry.key.value)
        if on_lines(entry.node):
            return [
                *above,
                _with(f"{' ' * indent}{key}:", entry.beside),
                *self.lines(entry.node, inner, indent + STEP),
            ]
        first, *rest = self.value(entry.node, inner, indent + STEP)
        return [*above, _with(f"{' ' * indent}{key}:{first and ' '}{first}", entry.beside), *rest]

    def item(self, entry: Entry, form: Form, indent: int) -> list[str]:
        """An item of a list; comments that stand above its first key go above its hyphen."""
        if not on_lines(entry.node):
            first, *rest = self.value(entry.node, form, indent + STEP)
            return [_with(f"{' ' * indent}-{first and ' '}{first}", entry.beside), *rest]
        lines = self.lines(entry.node, form, indent + STEP)
        above = [line.strip() for line in _leading(lines)]
        own = lines[len(above) :]
        remarks = _indented([*entry.beside, *filter(None, above)], indent)
        return [*remarks, f"{' ' * indent}- {own[0].lstrip()}", *own[1:]]

    def value(self, node: Node, form: Form, indent: int) -> list[str]:
        """A scalar, or a mapping or a list on one line: what follows the key, and the lines after it."""
        if node.style in (">", "|"):
            raw = self.text[node.start : node.end]
            if KEEPS_ITS_END.match(raw) or INDENTED.match(raw) or not node.value.strip():
                return [quoted(node.value)]
            return reindented(raw, indent)
        if node.style == "plain" and form.prose and self.is_long(node, indent):
            return folded(node.value, indent) or [quoted(node.value)]
        if node.style == "plain" and not node.value:
            return [""]
        return [self.flow(node, form, in_flow=node.style == "flow")]

    def is_long(self, node: Node, indent: int) -> bool:
        """Whether a text takes several lines; of a new one, whether one line would be too short for it."""
        return "\n" in self.text[node.start : node.end] or (not self.text and indent + len(node.value) > WIDTH)

    def key(self, key: Node, *, in_flow: bool = False) -> str:
        return on_one_line(key.value, in_flow=in_flow)

    def flow(self, node: Node, form: Form, *, in_flow: bool = True) -> str:
        """A node on one line. A text that stands in quotation marks keeps them."""
        if node.is_scalar:
            has_marks = form.quoted or node.style in ('"', "'")
            return on_one_line(node.value, in_flow=in_flow, always_quoted=has_marks)
        if node.is_list:
            return f"[{', '.join(self.flow(entry.node, form.items) for entry in node.entries)}]"
        source = self.text[node.start : node.end]
        if _has_unknown(node, form) and source.startswith("{") and "\n" not in source:
            return source
        pairs = [(entry.key, entry.node) for entry in node.entries if entry.key]
        pairs.sort(key=lambda pair: form.place(pair[0].value))
        parts = (f"{self.key(key, in_flow=True)}: {self.flow(value, form.of(key.value))}" for key, value in pairs)
        return f"{{{', '.join(parts)}}}"


def _has_unknown(node: Node, form: Form) -> bool:
    """Whether a mapping has a key that its record has not: perhaps the rest of a text, so that its place matters."""
    return bool(form.keys) and any(entry.key and entry.key.value not in form.keys for entry in node.entries)


def _leading(lines: list[str]) -> list[str]:
    """The lines before the first that is neither empty nor a comment."""
    number = next(number for number, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#"))
    return lines[:number]


def _indented(lines: list[str], indent: int) -> list[str]:
    return [" " * indent + line if line else "" for line in lines]


def _with(line: str, remarks: list[str]) -> str:
    return " ".join([line, *remarks])
