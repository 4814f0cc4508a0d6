"""Markdown as the site's renderer reads it."""

from __future__ import annotations

from markdown import Extension, Markdown

from dossier.renderers.markdown_extension import DossierExtension


def rendered(text: str) -> str:
    extensions: list[str | Extension] = [DossierExtension(), "attr_list", "fenced_code", "tables"]
    return Markdown(extensions=extensions, output_format="html").convert(text)
