"""To which entry each comment of a YAML text belongs."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from dossier.editing.yaml_syntax import Comment, Entry, Node, Tree, comments


@dataclass(frozen=True, slots=True)
class _Place:
    """An entry that has a line of its own, its column, and the collections that it stands in with theirs."""

    entry: Entry
    column: int
    within: tuple[tuple[Node, int], ...]


def attach(tree: Tree) -> Tree:
    """Hangs the comments of a text, and its empty lines, on the entries to which they belong.

    A comment on a line of its own belongs to the entry below it; where it is indented more than that entry, to the end
    of the list or the mapping above it.
    """
    found = list(comments(tree))
    places = list(_places(tree, tree.root, found, ()))
    starts = [place.entry.start for place in places]
    for comment in found:
        number = bisect_left(starts, comment.start)
        before = places[number - 1] if number else None
        after = places[number] if number < len(places) else None
        _hang(tree, comment, before, after)
    for place in places:
        if _after_empty_line(tree.text, place.entry.start):
            place.entry.above.append("")
    if tree.root.entries:
        tree.head += [line for line in tree.root.entries[0].above if line]
        tree.root.entries[0].above.clear()
    return tree


def on_lines(node: Node) -> bool:
    """Whether the entries of a node are to have lines of their own: so written, or with comments among them."""
    return bool(node.entries) and (
        node.style == "block"
        or any(entry.above or entry.beside or entry.node.below or on_lines(entry.node) for entry in node.entries)
        or bool(node.below)
    )


def _places(tree: Tree, node: Node, found: list[Comment], within: tuple[tuple[Node, int], ...]) -> Iterator[_Place]:
    if not node.entries or not (node.style == "block" or any(node.start < one.start < node.end for one in found)):
        return
    column = _column(tree.text, node.entries[0].start)
    within = (*within, (node, column))
    for entry in node.entries:
        yield _Place(entry, _column(tree.text, entry.start), within)
        yield from _places(tree, entry.node, found, within)


def _hang(tree: Tree, comment: Comment, before: _Place | None, after: _Place | None) -> None:
    above = [""] if _after_empty_line(tree.text, comment.start) else []
    if before is None or not comment.alone:
        (before.entry.beside if before else tree.head).append(comment.text)
    elif holder := _ending_above(comment, before, after):
        holder.below += [*above, comment.text]
    elif after is not None:
        after.entry.above += [*above, comment.text]


def _ending_above(comment: Comment, before: _Place, after: _Place | None) -> Node | None:
    """The list or mapping to whose end a comment belongs, if it does."""
    ended = list(before.within)
    if after is not None:
        if comment.column <= after.column:
            return None
        around = [node for node, _ in after.within]
        ended = [(node, column) for node, column in ended if node not in around]
    fitting = [node for node, column in ended if column <= comment.column]
    return fitting[-1] if fitting else ended[0][0] if ended else None


def _column(text: str, start: int) -> int:
    return start - text.rfind("\n", 0, start) - 1


def _after_empty_line(text: str, start: int) -> bool:
    """Whether what begins at ``start`` begins its line, and the line before is empty."""
    line = text.rfind("\n", 0, start) + 1
    if line == 0 or text[line:start].strip():
        return False
    return not text[text.rfind("\n", 0, line - 1) + 1 : line].strip()
