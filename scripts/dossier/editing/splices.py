"""Edits as replacements of stretches of a YAML text, so that all between them keeps its bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from dossier.editing.emitter import in_line, item_lines, key_in_line, key_lines
from dossier.editing.house_form import Form, Value
from dossier.editing.pending import Around, Pending, settled
from dossier.editing.scalars import on_one_line
from dossier.editing.yaml_syntax import Entry, Node

COMMENT_LINE = re.compile(r"([ \t]*)#[^\n]*(?:\n|$)")


class Splice(NamedTuple):
    """A new text for a stretch of another."""

    start: int
    end: int
    text: str


def spliced(text: str, pending: Pending, form: Form) -> str:
    """The text after the edits; empty where they leave no entry."""
    if settled(pending, pending.root):
        return ""
    text = text if text.endswith("\n") else text + "\n"
    parts, end = [], 0
    for splice in sorted(_Splicing(text, pending).within(pending.root, form), key=lambda one: (one.start, one.end)):
        parts += [text[end : splice.start], splice.text]
        end = max(end, splice.end)
    return "".join([*parts, text[end:]])


class _Splicing:
    """The replacements in a text that ends with a line feed."""

    def __init__(self, text: str, pending: Pending) -> None:
        self.text = text
        self.pending = pending

    def within(self, node: Node, form: Form) -> Iterator[Splice]:
        """Those below a list or a mapping, then its own: what is added at the end of both comes in this order."""
        if not self.pending.touches(node):
            return
        around = self.pending.around(node)
        for number, entry in enumerate(node.entries):
            if number not in around.removed and number not in around.put:
                yield from self.within(entry.node, _form(form, entry))
        if node.entries:
            yield from self.flow(node, form, around) if node.style == "flow" else self.block(node, form, around)
        elif around.inserted or around.added:
            yield self.begun(node, form, around)

    def begun(self, node: Node, form: Form, around: Around) -> Splice:
        """The first entries of a list or a mapping that is written as empty, ``[]`` or ``{}``."""
        items = [value for values in around.inserted.values() for value in values]
        return Splice(node.start, node.end, in_line(items if node.is_list else around.added, form))

    # On one line

    def flow(self, node: Node, form: Form, around: Around) -> Iterator[Splice]:
        entries = node.entries
        last = max((number for number in range(len(entries)) if number not in around.removed), default=-1)
        new = self._new_parts(node, form, around)
        at_end = [part for number, parts in sorted(new.items()) if number > last for part in parts]
        # An entry goes with the comma after it; the last ones with the comma before them.
        for number in around.removed:
            if number < last or (last < 0 and number + 1 < len(entries)):
                yield Splice(entries[number].start, entries[number + 1].start, "")
        if last < 0:
            yield Splice(entries[-1].start, entries[-1].node.end, ", ".join(at_end))
        elif at_end or last + 1 < len(entries):
            yield Splice(entries[last].node.end, entries[-1].node.end, "".join(f", {part}" for part in at_end))
        for number, parts in new.items():
            if number <= last:
                yield Splice(entries[number].start, entries[number].start, "".join(f"{part}, " for part in parts))
        for number in around.put.keys() - around.removed:
            yield self._exchanged(entries[number], around.put[number], _form(form, entries[number]))

    def _exchanged(self, entry: Entry, value: Value, form: Form) -> Splice:
        """Another value in a list or a mapping on one line."""
        gap = " " if entry.node.start == entry.node.end else ""
        return Splice(entry.node.start, entry.node.end, gap + in_line(value, form))

    def _new_parts(self, node: Node, form: Form, around: Around) -> dict[int, list[str]]:
        """What comes new into a list or a mapping on one line, by the place before which it comes."""
        parts = {number: [in_line(one, form.items) for one in values] for number, values in around.inserted.items()}
        for key, value in sorted(around.added.items(), key=lambda pair: form.place(pair[0])):
            parts.setdefault(_place(node, form, key), []).append(key_in_line(key, value, form.of(key)))
        return parts

    # On several lines

    def block(self, node: Node, form: Form, around: Around) -> Iterator[Splice]:
        yield from self._removed(node, around)
        column = self.column(node.entries[0].start)
        for number, value in around.put.items():
            if number not in around.removed:
                yield self._replaced(node.entries[number], value, _form(form, node.entries[number]), column)
        for number, lines in self._new_lines(node, form, around, column).items():
            yield self._placed(node, number, lines, column)

    def _removed(self, node: Node, around: Around) -> Iterator[Splice]:
        """Entries that go. Those that begin on the line of a hyphen are followed by the first that stays."""
        entries, number = node.entries, 0
        if not self.begins_line(entries[0].start):
            while number in around.removed:
                number += 1
            if number:
                end = entries[number].start if number < len(entries) else entries[-1].node.end
                yield Splice(entries[0].start, end, "")
        for gone in sorted(around.removed):
            if gone >= number:
                yield Splice(self.above(node, gone), self.below(entries[gone]), "")

    def _replaced(self, entry: Entry, value: Value, form: Form, column: int) -> Splice:
        """Another value on several lines: where it and the old one take one line, what is around it stays too."""
        key = entry.key.value if entry.key else None
        lines = item_lines(value, form, column) if key is None else key_lines(key, value, form, column)
        if (
            len(lines) == 1
            and "\n" not in self.text[entry.start : entry.node.end]
            and entry.node.start < entry.node.end
        ):
            head = "- " if key is None else f"{on_one_line(key, in_flow=False)}: "
            return Splice(entry.node.start, entry.node.end, lines[0].strip().removeprefix(head))
        remark = re.search(r"[ \t]#[^\n]*", self.text[entry.start : entry.node.start])
        first = lines[0].strip() + (remark[0] if remark else "")
        return Splice(entry.start, entry.node.end, "\n".join([first, *lines[1:]]))

    def _new_lines(self, node: Node, form: Form, around: Around, column: int) -> dict[int, list[str]]:
        lines = {
            number: [line for value in values for line in item_lines(value, form.items, column)]
            for number, values in around.inserted.items()
        }
        for key, value in sorted(around.added.items(), key=lambda pair: form.place(pair[0])):
            lines.setdefault(_place(node, form, key), []).extend(key_lines(key, value, form.of(key), column))
        return lines

    def _placed(self, node: Node, number: int, lines: list[str], column: int) -> Splice:
        entries = node.entries
        if number == len(entries):
            end = self.line_end(entries[-1].node.end)
            return Splice(end, end, "".join(f"{line}\n" for line in lines))
        if number == 0 and not self.begins_line(entries[0].start):
            start = entries[0].start
            return Splice(start, start, "".join(f"{line}\n" for line in lines).lstrip(" ") + " " * column)
        start = self.above(node, number)
        return Splice(start, start, "".join(f"{line}\n" for line in lines))

    # Places in the text

    def column(self, start: int) -> int:
        return start - self.text.rfind("\n", 0, start) - 1

    def begins_line(self, start: int) -> bool:
        return not self.text[start - self.column(start) : start].strip()

    def line_end(self, end: int) -> int:
        """Where the line ends on which an entry ends, after its line feed."""
        return self.text.find("\n", end) + 1 or len(self.text)

    def above(self, node: Node, number: int) -> int:
        """Where the lines of an entry begin, with the comments right above it; those above the first of all stay."""
        start = node.entries[number].start
        begin = start - self.column(start)
        if node is self.pending.root and number == 0:
            return begin
        while begin > 0:
            line = self.text.rfind("\n", 0, begin - 1) + 1
            if not COMMENT_LINE.fullmatch(self.text, line, begin):
                break
            begin = line
        return begin

    def below(self, entry: Entry) -> int:
        """Where the lines of an entry end, with the comments that are indented more than it."""
        end, column = self.line_end(entry.node.end), self.column(entry.start)
        while (found := COMMENT_LINE.match(self.text, end)) and found[0] and len(found[1]) > column:
            end = found.end()
        return end


def _form(form: Form, entry: Entry) -> Form:
    return form.of(entry.key.value) if entry.key else form.items


def _place(node: Node, form: Form, key: str) -> int:
    """Before which entry of a mapping a new key comes."""
    places = [form.place(entry.key.value) for entry in node.entries if entry.key]
    return next((number for number, place in enumerate(places) if place > form.place(key)), len(node.entries))
