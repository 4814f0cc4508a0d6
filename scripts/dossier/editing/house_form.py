"""How each file of records is written: the order of keys, and which values stand in quotation marks or on lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

Value: TypeAlias = "str | int | float | bool | Sequence[Value] | Mapping[str, Value]"
"""What a record can hold: text, number, truth value, list, or values by key. Numbers may be text, as they are read."""
