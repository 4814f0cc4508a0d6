"""A page of prose, read from its text: its front matter, its limits, its blocks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from dossier.model.fields import MARKUP
from dossier.problems import Problem, Stage
from dossier.reading.limits import page_limits
from dossier.reading.markdown_file import FRONT_MATTER, Document, read_document
from dossier.reading.yaml_file import YamlNode, read_yaml

HOME_TEMPLATE = "home.html"


def read_page(name: str, file: str, text: str) -> tuple[Document | None, list[Problem]]:
    """The page of this name that ``text`` holds; or none, and why it cannot be read."""
    problems = [replace(one, stage=Stage.FILE) for one in (*page_limits(text, file), *_front_matter(text, file))]
    return (None if problems else read_document(text, file, name)), problems


def _front_matter(text: str, file: str) -> list[Problem]:
    """What is wrong with a page's front matter; an empty line stands for its first, so that lines stay."""
    front = FRONT_MATTER.match(text)
    if front is None or not front[1]:
        return []
    node, problems = read_yaml("\n" + front[1], file)
    if node is None:
        return problems
    if not isinstance(node.value, dict):
        hint = "write `title: …` between the two lines of hyphens, or take them out"
        return [Problem(file, node.line, node.column, "wrong-type", "needs keys and values", hint=hint)]
    template = node.value.get("template")
    if template and template.value != HOME_TEMPLATE:
        hint = f"take it out; only the home page has one: {HOME_TEMPLATE}"
        problems.append(Problem(file, template.line, template.column, "template", "no page may choose one", hint=hint))
    problems += _asked_as(node.value, file)
    return problems + [
        Problem(file, line, column, "markup", f'"{found[0]}" is not allowed in a text', hint="front matter holds words")
        for line, column, text in node.texts()
        for found in MARKUP.finditer(text)
    ]


def _asked_as(front: Mapping[str, YamlNode], file: str) -> Iterator[Problem]:
    """What is wrong with the words in which people ask for a page: they are a list of texts."""
    asked = front.get("asked_as")
    if asked is None:
        return
    items = asked.value if isinstance(asked.value, list) else []
    wrong = [one for one in items if not isinstance(one.value, str) or not one.value.strip()]
    for one in wrong or ([] if items else [asked]):
        message = "not a text" if one in wrong else "not a list of texts"
        hint = "write each of the other words in which people ask for the page on a line of its own, after a hyphen"
        yield Problem(file, one.line, one.column, "asked-as", message, "asked_as", hint)
