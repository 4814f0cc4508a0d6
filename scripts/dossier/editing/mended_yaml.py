"""Texts that YAML refuses or tears apart, put in quotation marks: what was meant can only be one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.editing.house_form import Form
from dossier.editing.mended_text import Mended
from dossier.editing.scalars import folded, quoted
from dossier.editing.yaml_syntax import Entry, Node, parse
from dossier.problems import quoted as shown
from dossier.reading.yaml_file import read_yaml

MOST_MENDED = 200
LINE = re.compile(r"(?P<before> *(?:- +)*)(?P<key>[A-Za-z_-]+):[ ]+(?P<value>\S.*?) *")
ON_ONE_LINE = re.compile(r"(?P<before> *(?:- +)?(?:[a-z_-]+: +)?\{)(?P<inside>.*)(?P<after>\}) *")
NUMBERS, THOUSANDS = ("low", "high"), re.compile(r"\d{1,3}(?:[, \u00a0\u2009\u202f]{1,2}\d{3})+")
# A value that already has its marks, or one in which a remark may begin.
NOT_TO_QUOTE = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\']|\'\')*\'|[|>].*|.*\s#.*')


class _Keys:
    """The keys that a file may have."""

    def __init__(self, form: Form) -> None:
        found = list(_keys_of(form))
        self.all = frozenset(key for key, _ in found)
        self.of_words = frozenset(key for key, inner in found if inner.words)
        self.of_prose = frozenset(key for key, inner in found if inner.prose)

    def begin(self, line: str) -> bool:
        """Whether a line begins with one of them, so that it may only be indented wrongly."""
        key = LINE.match(line)
        return key is not None and key["key"] in self.all


def with_quotes(file: str, text: str, form: Form) -> Mended:
    """The text with quotation marks around texts for want of which YAML cannot be read, as far as that is certain."""
    keys, done = _Keys(form), list[str]()
    for _ in range(MOST_MENDED):
        node, problems = read_yaml(text, file)
        found = None if node else _quoted_near(file, text, problems[0].line, keys)
        if found is None:
            break
        text, said = found
        done.append(said)
    return Mended(text, tuple(done))


def _keys_of(form: Form) -> Iterator[tuple[str, Form]]:
    """All keys of a form and of what is below it."""
    for key, inner in form.keys.items():
        yield key, inner
        yield from _keys_of(inner)
    for below in (form.item, form.free):
        yield from _keys_of(below) if below else ()


def _quoted_near(file: str, text: str, line: int, keys: _Keys) -> tuple[str, str] | None:
    """The text with quotation marks where reading stopped, and in words what got them; ``None`` where that fails."""
    lines = text.split("\n")
    for number in _keys_near(lines, line - 1):
        for end, made, value in _quoted_at(lines, number, keys):
            changed = "\n".join([*lines[:number], *made, *lines[end:]])
            node, problems = read_yaml(changed, file)
            # The text before is the same, so that reading can only get farther.
            if node is not None or problems[0].line - len(made) + end - number > line:
                return changed, f"line {number + 1}: put {shown(value)} in quotation marks"
    return None


def _keys_near(lines: list[str], number: int) -> Iterator[int]:
    """The line at which reading stopped, and the one before it that holds a key, by their places."""
    number = min(number, len(lines) - 1)
    found = 0
    while number >= 0 and found < 2:
        if LINE.fullmatch(lines[number]) or ON_ONE_LINE.fullmatch(lines[number]):
            found += 1
            yield number
        number -= 1


def _quoted_at(lines: list[str], number: int, keys: _Keys) -> Iterator[tuple[int, list[str], str]]:
    """For the key on a line: where its value ends, the lines that take the place, and the value."""
    if (found := LINE.fullmatch(lines[number])) and found["key"] in keys.of_words:
        end = number + 1
        while end < len(lines) and lines[end].strip() and _indent(lines[end]) > len(found["before"]):
            end += 1
        value = " ".join([found["value"], *(line.strip() for line in lines[number + 1 : end])])
        is_sure = not any(keys.begin(line) for line in lines[number + 1 : end])
        if is_sure and not NOT_TO_QUOTE.fullmatch(value) and not _is_open(value):
            head = f"{found['before']}{found['key']}: "
            broken = folded(value, len(found["before"]) + 2) if found["key"] in keys.of_prose else []
            yield end, [head + broken[0], *broken[1:]] if broken else [head + quoted(value)], value
    if found := ON_ONE_LINE.fullmatch(lines[number]):
        for made, value in _quoted_inside(found["inside"], keys):
            yield number + 1, [f"{found['before']}{made}{found['after']}"], value


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _is_open(value: str) -> bool:
    """Whether a quotation mark begins it that never ends, so that nobody knows how far it was meant to go."""
    return value[0] in "\"'" and value.count(value[0]) % 2 == 1


def _quoted_inside(inside: str, keys: _Keys) -> Iterator[tuple[str, str]]:
    """Each way to quote one text of a mapping on one line that holds no comma."""
    parts = inside.split(", ")
    for number, part in enumerate(parts):
        key, colon, value = part.partition(": ")
        is_sure = value and not NOT_TO_QUOTE.fullmatch(value) and not _is_open(value)
        if colon and key.strip() in keys.of_words and is_sure:
            yield ", ".join([*parts[:number], f"{key}: {quoted(value)}", *parts[number + 1 :]]), value


def with_commas(text: str, form: Form) -> Mended:
    """The text with quotation marks around texts that commas had torn apart, as in ``{text: Reed, Ann, kind: alias}``.

    Of ``low: 9,000`` one number is made.
    """
    done = list[str]()
    torn = [
        (entry, value)
        for entry, end in _torn(text, parse(text).root, form)
        if (value := text[entry.node.start : end].rstrip()) and (_number(entry, value) or not _is_number(entry))
    ]
    for entry, value in sorted(torn, key=lambda one: -one[0].node.start):
        start, line = entry.node.start, text.count("\n", 0, entry.node.start) + 1
        made = _number(entry, value) or quoted(value)
        what = f"made {made} of {value}" if _number(entry, value) else f"put {shown(value)} in quotation marks"
        done.insert(0, f"line {line}: {what}")
        text = text[:start] + made + text[start + len(value) :]
    return Mended(text, tuple(done))


def _number(entry: Entry, value: str) -> str:
    """The digits of a number that was written with commas between thousands, or an empty text."""
    return re.sub(r"\D", "", value) if _is_number(entry) and THOUSANDS.fullmatch(value) else ""


def _is_number(entry: Entry) -> bool:
    return entry.key is not None and entry.key.value in NUMBERS


def _torn(text: str, node: Node, form: Form) -> Iterator[tuple[Entry, int]]:
    """The keys of mappings on one line whose text a comma ends too early, and where it really ends."""
    if node.style == "flow" and not node.is_list and form.keys:
        first: Entry | None = None
        end = 0
        for entry in node.entries:
            if first and _is_rest(text, entry, form):
                end = entry.node.end
                continue
            if first and end:
                yield first, end
            first, end = (entry if _may_go_on(entry, form) else None), 0
        if first and end:
            yield first, end
    for entry in node.entries:
        yield from _torn(text, entry.node, form.of(entry.key.value) if entry.key else form.items)


def _may_go_on(entry: Entry, form: Form) -> bool:
    """Whether the value of a key may have a comma in it."""
    key = entry.key.value if entry.key else ""
    return entry.node.style == "plain" and bool(entry.node.value) and (form.of(key).words or key in NUMBERS)


def _is_rest(text: str, entry: Entry, form: Form) -> bool:
    """Whether what YAML takes for a key is the rest of a text: no such key, no colon behind it, and no value."""
    if entry.key is None or entry.key.style != "plain" or entry.key.value in form.keys:
        return False
    return not entry.node.value and entry.node.is_scalar and ":" not in text[entry.key.end : entry.node.end]
