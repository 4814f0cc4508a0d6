"""A page of prose, read from its text: its front matter, its limits, its blocks."""

from __future__ import annotations

from dataclasses import replace

from dossier.model.fields import MARKUP
from dossier.problems import Problem, Stage
from dossier.reading.limits import page_limits
from dossier.reading.markdown_file import FRONT_MATTER, Document, read_document
from dossier.reading.yaml_file import read_yaml

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
    return problems + [
        Problem(file, line, column, "markup", f'"{found[0]}" is not allowed in a text', hint="front matter holds words")
        for line, column, text in node.texts()
        for found in MARKUP.finditer(text)
    ]
