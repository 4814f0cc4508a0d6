"""The id and the label of a new source: who wrote it, and in which year it was published."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from itertools import count

from dossier.captures.said_names import SaidAuthor
from dossier.text.slugs import is_reserved
from dossier.text.spelling import fold, sound

MOST_FAMILIES = 2
LONGEST = 60
SMALL = frozenset(("a", "an", "and", "at", "by", "de", "for", "in", "of", "on", "the", "to"))


def proposed_id(authors: Sequence[SaidAuthor], container: str, title: str, issued: str) -> str:
    """``hill-2021``, ``hill-wood-2021``; of a body its initials; without any, the first words of the title."""
    families = [_slug(one.family) for one in authors if one.family][:MOST_FAMILIES]
    bodies = [one.literal for one in authors if one.literal] or ([container] if container else [])
    if not any(families):
        families = [_initials(bodies[0])] if bodies else [_slug(" ".join(title.split()[:3]))]
    parts = [*filter(None, families), *([issued[:4]] if issued[:4].isdigit() else [])]
    id_ = "-".join(parts)[:LONGEST].strip("-")
    return id_ if id_ and not is_reserved(id_) else f"source-{id_}".strip("-")


def free_id(wanted: str, is_taken: Callable[[str], bool]) -> str:
    """The id, or where it is taken ``hill-2021b``, ``hill-2021c`` and so on; without a year ``hill-2``, ``hill-3``."""
    if not is_taken(wanted):
        return wanted
    others = "bcdefghijklmnopqrstuvwxyz" if wanted[-1].isdigit() else map("-{}".format, count(2))
    return next(wanted + other for other in others if not is_taken(wanted + other))


def label(authors: Sequence[SaidAuthor], container: str, issued: str) -> str:
    """``Hill 2021``, ``Hill and Wood 2021``, ``Hill and others 2021``; empty where neither author nor site is known."""
    names = [one.family or one.literal for one in authors] or ([container] if container else [])
    if not names:
        return ""
    who = names[0] if len(names) == 1 else f"{names[0]} and {names[1] if len(names) == MOST_FAMILIES else 'others'}"
    return f"{who} {issued[:4]}".strip() if issued[:4].isdigit() else who


def _slug(words: str) -> str:
    """Lower-case letters, digits and hyphens; of another script by the sound of its letters."""
    parts = fold(words).split()
    latin = [part if part.isascii() else sound(part) for part in parts]
    bare = unicodedata.normalize("NFKD", "-".join(latin)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")


def _initials(name: str) -> str:
    """The initials of a body's words; a short name as it is."""
    words = [word for word in _slug(name).split("-") if word and word not in SMALL]
    return "".join(word[0] for word in words) if len(words) > MOST_FAMILIES else "-".join(words)
