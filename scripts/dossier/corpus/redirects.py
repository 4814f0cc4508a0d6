"""The list of what has moved, sorted into records, pages and positions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from dossier.corpus.corpus import Listed, Origin
from dossier.model.records import Model, PageRedirect, PositionRedirect, Redirect
from dossier.problems import Problem
from dossier.reading.yaml_file import ReadingError, YamlNode

AnyRedirect = Redirect | PageRedirect | PositionRedirect
M = TypeVar("M", bound=Model)


def redirect_model(node: YamlNode) -> type[AnyRedirect]:
    """What an item of the list is: of a record by its ``id``, of a position or a page by its ``from``.

    Raises ``ReadingError`` where it has neither.
    """
    keys = node.value if isinstance(node.value, dict) else {}
    if "id" in keys or not keys:
        return Redirect
    if "from" not in keys:
        hint = "add `id:` of a record, or `from:` with the address of a page or with question#position"
        raise ReadingError(node.line, node.column, "missing-key", "does not say what has moved", hint)
    return PositionRedirect if "#" in str(keys["from"].value) else PageRedirect


def sorted_redirects(
    listed: Listed[AnyRedirect],
) -> tuple[Listed[Redirect], Listed[PageRedirect], Listed[PositionRedirect]]:
    """The redirects of records, of pages and of positions, the first of each that is redirected."""
    first = {_key(one): (one, origin) for one, origin in reversed(list(_pairs(listed)))}
    kept = [(one, origin) for one, origin in _pairs(listed) if first[_key(one)][0] is one]
    return _those(Redirect, kept), _those(PageRedirect, kept), _those(PositionRedirect, kept)


def repeated(listed: Listed[AnyRedirect]) -> Iterator[Problem]:
    """A problem for each redirect of what an earlier one redirects already."""
    seen = set[str]()
    for redirect, origin in _pairs(listed):
        key = _key(redirect)
        if key in seen:
            field = "id" if isinstance(redirect, Redirect) else "from"
            yield origin.problem((field,), "duplicate-id", f'"{key}" is redirected twice', "keep one")
        seen.add(key)


def _pairs(listed: Listed[AnyRedirect]) -> Iterator[tuple[AnyRedirect, Origin]]:
    return zip(listed.items, listed.origins, strict=True)


def _key(redirect: AnyRedirect) -> str:
    """What is redirected; an id, an address of a page and a position are never written alike."""
    return redirect.id if isinstance(redirect, Redirect) else redirect.from_


def _those(model: type[M], pairs: list[tuple[AnyRedirect, Origin]]) -> Listed[M]:
    found = [(one, origin) for one, origin in pairs if isinstance(one, model)]
    return Listed(tuple(one for one, _ in found), tuple(origin for _, origin in found))
