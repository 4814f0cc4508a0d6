"""Texts as YAML: plain where YAML reads them so, else in double quotation marks."""

from __future__ import annotations

import re
from textwrap import wrap

from dossier.reading.yaml_file import FORBIDDEN

WIDTH = 110
"""How long a line of prose becomes at most, in characters."""
# What YAML would take for something else at the beginning, on the way and at the end; and in lists on one line too.
NO_BEGINNING = re.compile(r"[,\[\]{}#&*!|>'\"%@`]|[-?:](?=\s|$)|---|\.\.\.|(?:<<|=)$")
NO_MIDDLE = re.compile(r":(?=\s|$)|\s#|[\t\n]")
NO_BEGINNING_IN_FLOW, NO_MIDDLE_IN_FLOW = re.compile(r"[?:]"), re.compile(r"[,\[\]{}]|:\?|\?(?=\s)")
ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
KEEPS_ITS_END, INDENTED = re.compile(r"[|>][0-9]*\+"), re.compile(r"[|>][-+]?[0-9]")
UNEVEN_BLANKS = re.compile(r"[\t\n]|  |^ | $")


def is_plain(text: str, *, in_flow: bool) -> bool:
    """Whether YAML reads a text as it is without quotation marks; ``in_flow``: in a list or mapping on one line."""
    if not text or text != text.strip() or FORBIDDEN.search(text):
        return False
    if NO_BEGINNING.match(text) or NO_MIDDLE.search(text):
        return False
    return not (in_flow and (NO_BEGINNING_IN_FLOW.match(text) or NO_MIDDLE_IN_FLOW.search(text)))


def quoted(text: str) -> str:
    """A text in double quotation marks; a sign that no record may hold is spelled out."""
    return '"' + "".join(ESCAPES.get(sign) or FORBIDDEN.sub(_spelled, sign) for sign in text) + '"'


def _spelled(found: re.Match[str]) -> str:
    number = ord(found[0])
    return f"\\x{number:02X}" if number < 0x100 else f"\\u{number:04X}" if number < 0x10000 else f"\\U{number:08X}"


def on_one_line(text: str, *, in_flow: bool, always_quoted: bool = False) -> str:
    """A text on one line."""
    return text if not always_quoted and is_plain(text, in_flow=in_flow) else quoted(text)


def folded(text: str, indent: int) -> list[str]:
    """A text broken into lines, to follow ``key:``; empty where its blanks would change."""
    if not text or UNEVEN_BLANKS.search(text) or FORBIDDEN.search(text):
        return []
    lines = wrap(text, max(WIDTH - indent, 40), break_long_words=False, break_on_hyphens=False)
    return [">-", *(" " * indent + line for line in lines)] if " ".join(lines) == text else []


def reindented(raw: str, indent: int) -> list[str]:
    """A text broken into lines (``>-`` or ``|``) with its lines indented otherwise, as it is written otherwise."""
    head, *lines = raw.split("\n")
    before = next((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), 0)
    moved = (" " * indent + line[before:].rstrip() if line.strip() else "" for line in lines)
    return [head.rstrip(), *moved]
