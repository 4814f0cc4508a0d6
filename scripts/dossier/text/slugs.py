"""Names that a file and an address may have on every system."""

from __future__ import annotations

import re

NAME = re.compile(r"[a-z0-9][a-z0-9_-]*")
FILE_NAME = re.compile(rf"{NAME.pattern}(?:\.[a-z0-9_-]+)*")
RESERVED = re.compile(r"con|prn|aux|nul|com\d|lpt\d")


def is_reserved(name: str) -> bool:
    """Whether a Windows machine could not hold a file of this name, whatever its ending."""
    return bool(RESERVED.fullmatch(name.partition(".")[0]))
