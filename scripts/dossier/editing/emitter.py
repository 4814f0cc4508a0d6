"""Values that no file holds yet as YAML in the house form."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dossier.editing.house_form import Form, Value, form_of_file, schema_line
from dossier.editing.layout import flow, new_lines
from dossier.editing.yaml_syntax import Entry, Node

# Words that other readers of YAML, such as that of an editor, would take for a truth value, a number or a date.
TYPED = re.compile(r"(?i:true|false|yes|no|on|off|y|n|null|~)|[-+.]?\d[\d._:eExo+-]*")
LONGEST_LIST = 120
"""How long the line of a new list may be, in characters, before its items get lines of their own."""


def file_text(file: str, value: Value) -> str:
    """The whole text of a new file of records, such as ``data/actors/id.yaml``, with the line that names its schema.

    Raises ``ValueError`` where no records stand in a file of this name.
    """
    form = form_of_file(file)
    if form is None:
        raise ValueError(f"{file} is no file of records")
    return "\n".join([schema_line(file), *new_lines(node_of(value, form), form, 0)]) + "\n"


def item_lines(value: Value, form: Form, indent: int) -> list[str]:
    """A value as an item of a list on lines whose hyphens stand at ``indent``."""
    listed = Node("block", entries=[Entry(node_of(value, form, indent + 2), 0)], is_list=True)
    return new_lines(listed, Form(item=form), indent)


def key_lines(key: str, value: Value, form: Form, indent: int) -> list[str]:
    """A key and its value, as a part of a mapping on lines whose keys stand at ``indent``."""
    node = node_of(value, form, indent + len(key) + 2)
    return new_lines(Node("block", entries=[Entry(node, 0, Node("plain", key))]), Form(keys={key: form}), indent)


def in_line(value: Value, form: Form) -> str:
    """A value in a list or a mapping that stands on one line."""
    return flow(node_of(value, form, in_flow=True), form, in_flow=True)


def key_in_line(key: str, value: Value, form: Form) -> str:
    """A key and its value, as a part of a mapping on one line."""
    return in_line({key: value}, Form(keys={key: form}))[1:-1]


def node_of(value: Value, form: Form, indent: int = 0, *, in_flow: bool = False) -> Node:
    """The node of a value that begins at ``indent``, with lines of its own or on one as its form wants it."""
    if isinstance(value, str | bool | int | float):
        return Node(
            '"' if isinstance(value, str) and form.words and TYPED.fullmatch(value) else "plain", _scalar(value)
        )
    on_one = in_flow or form.shape == "flow"
    node = Node("flow" if on_one else "block", is_list=not isinstance(value, Mapping))
    if isinstance(value, Mapping):
        keys = sorted(value, key=form.place)
        node.entries = [
            Entry(node_of(value[key], form.of(key), indent + 2, in_flow=on_one), 0, Node("plain", key)) for key in keys
        ]
    else:
        node.entries = [Entry(node_of(one, form.items, indent + 2, in_flow=on_one), 0) for one in value]
        if on_one and not in_flow and indent + len(flow(node, form)) > LONGEST_LIST:
            node.style = "block"
    return node


def _scalar(value: str | bool | int | float) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:.15g}" if isinstance(value, float) else str(value)
