"""How the lines of a file end, and whether it begins with a byte order mark: kept where a command changes it."""

from __future__ import annotations

import codecs
from difflib import SequenceMatcher

BOM = codecs.BOM_UTF8.decode()
WINDOWS, OURS = "\r\n", "\n"


def as_read(content: bytes) -> str:
    """The text of a file in UTF-8, with line feeds as line ends and without a byte order mark."""
    return content.decode("utf-8").removeprefix(BOM).replace(WINDOWS, OURS)


def as_written(text: str, before: bytes) -> bytes:
    """A text whose lines end with line feeds as the bytes of a file that held ``before``.

    The byte order mark stays. Where both kinds of line ends were used, a line that was there keeps its own, and a new
    line gets the more frequent.
    """
    former = before.decode("utf-8")
    mark = BOM if former.startswith(BOM) else ""
    return (mark + _with_ends(text, former.removeprefix(BOM))).encode()


def _with_ends(text: str, former: str) -> str:
    windows, all_ = former.count(WINDOWS), former.count(OURS)
    if not windows:
        return text
    if windows == all_:
        return text.replace(OURS, WINDOWS)
    return _with_own_ends(text, former, WINDOWS if windows * 2 > all_ else OURS)


def _with_own_ends(text: str, former: str, usual: str) -> str:
    before, now = former.split(OURS), text.split(OURS)
    ends = [usual] * (len(now) - 1)
    same = SequenceMatcher(None, [line.removesuffix("\r") for line in before], now, autojunk=False)
    for here, there, size in same.get_matching_blocks():
        for number in range(min(size, len(ends) - there, len(before) - 1 - here)):
            ends[there + number] = WINDOWS if before[here + number].endswith("\r") else OURS
    return "".join(part for pair in zip(now, [*ends, ""], strict=True) for part in pair)
