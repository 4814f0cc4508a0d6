"""Templates, which print a view and ask nothing of the corpus."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files

from markupsafe import Markup, escape
from minijinja import Environment

from dossier.model.addresses import root_of
from dossier.model.words import ENGLISH, Words, plural_rule
from dossier.pages.worded import worded
from dossier.text.direction import RUN, runs


@dataclass(frozen=True, slots=True)
class Templates:
    """All templates of the package, each read once."""

    environment: Environment

    def render(self, template: str, address: str, **values: object) -> Markup:
        """A template with these values, for the page at ``address``, from which ``root`` leads to the site's root.

        Raises ``minijinja.TemplateError`` for a name that is not defined.
        """
        html = self.environment.render_template(template, root=safe_address(root_of(address)), **values)
        return Markup(html)  # noqa: S704  the templates escape


def templates(words: Words = ENGLISH) -> Templates:
    """The templates with these words, with escaping on and no undefined name forgiven."""
    folder = files("dossier.pages") / "templates"
    texts = {entry.name: worded(entry.read_text("utf-8"), words) for entry in folder.iterdir()}
    environment = Environment(
        templates=texts,
        undefined_behavior="strict",
        auto_escape_callback=lambda _name: "html",
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.add_filter("isolated", isolated_html)
    environment.add_filter("category", plural_category)
    return Templates(environment)


def plural_category(count: int, language: str) -> str:
    """The plural category of a number in a language."""
    return plural_rule(language)(count)


def isolated_html(text: str) -> str:
    """Words in which each name that runs right to left is kept apart, so that two of them do not change places.

    Plain where there is none, for the template to escape.
    """
    if not RUN.search(text):
        return text
    return Markup("").join(
        Markup('<bdi dir="rtl">{}</bdi>').format(part) if is_rtl else part for part, is_rtl in runs(text)
    )


def safe_address(text: str) -> Markup:
    """An address as a template prints it: MiniJinja would spell each ``/`` of a plain text as ``&#x2f;``."""
    return escape(text)
