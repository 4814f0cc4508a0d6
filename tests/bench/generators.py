"""The same pages for two other generators: MkDocs with Material, and Hugo with a minimal theme."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import yaml
from lxml import html

from tests.support.links import HERE

BLOCKS = frozenset("h1 h2 h3 h4 p li dt dd pre tr summary blockquote figcaption".split())  # noqa: SIM905
LEFT_OUT = "svg, script, style, .headerlink"
SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|])")
HUGO = """\
baseURL = "https://plain.example/"
languageCode = "en"
title = "Plain"
disableKinds = ["taxonomy", "term", "RSS", "sitemap"]
"""
LAYOUT = """\
<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} · {{ .Site.Title }}</title><meta name="description" content="{{ .Description }}">
<link rel="canonical" href="{{ .Permalink }}"></head>
<body><header><a href="/">{{ .Site.Title }}</a></header>
<main><article>{{ .Content }}</article></main>
<nav>{{ .TableOfContents }}</nav></body>
</html>
"""


def markdown_of(page: str, address: str) -> tuple[str, str, str]:
    """Title, description and content of a built page, the content as its author would write it in Markdown."""
    tree = html.document_fromstring(page)
    tree.make_links_absolute(urljoin(HERE, address))
    title = " ".join(tree.xpath("string(//title)").split())
    described = tree.xpath("string(//meta[@name='description']/@content)")
    article = next(iter(tree.cssselect("article")), tree)
    for one in article.cssselect(LEFT_OUT):
        one.drop_tree()
    return title, described, "\n\n".join(_blocks(article)) + "\n"


def _blocks(element: html.HtmlElement) -> Iterator[str]:
    for child in element.iterchildren():
        if not isinstance(child.tag, str):
            continue
        if child.tag in BLOCKS and not any(one.tag in BLOCKS for one in child.iterdescendants()):
            yield from _block(child)
        else:
            yield from _blocks(child)


def _block(element: html.HtmlElement) -> Iterator[str]:
    if element.tag == "pre":
        yield f"```\n{element.text_content()}\n```"
        return
    if words := _words(element):
        level = re.fullmatch("h([1-6])", element.tag)
        mark = "#" * int(level[1]) + " " if level else {"li": "- ", "blockquote": "> "}.get(element.tag, "")
        yield mark + words


def _words(element: html.HtmlElement) -> str:
    parts = [_text(element.text)]
    for child in element.iterchildren():
        if isinstance(child.tag, str):
            inside = _words(child)
            href = str(child.get("href", "")).removeprefix(HERE.rstrip("/"))
            parts.append(f"[{inside}]({href})" if child.tag == "a" and inside else inside)
        parts.append(_text(child.tail))
    return " ".join("".join(parts).split())


def _text(text: str | None) -> str:
    return SPECIAL.sub(r"\\\1", text or "")


def pages_of(site: Path) -> Iterator[tuple[str, str]]:
    """The address and the HTML of each page of a built site."""
    for path in sorted(site.rglob("index.html")):
        yield path.parent.relative_to(site).as_posix().removeprefix("."), path.read_text("utf-8")


def write_sources(site: Path, configuration: Path, mkdocs: Path, hugo: Path) -> int:
    """Writes what both are to build; how many pages. ``configuration`` is the dossier's ``mkdocs.yml``."""
    number, prose = 0, []
    for number, (address, page) in enumerate(pages_of(site), 1):  # noqa: B007
        title, description, content = markdown_of(page, f"{address}/")
        front = json.dumps({"title": title, "description": description}, ensure_ascii=False, indent=0)
        _write(mkdocs / "docs" / address / "index.md", f"---\n{front}\n---\n\n{content}")
        # What has pages below it is a section to Hugo.
        name = "_index.md" if any(path.is_dir() for path in (site / address).iterdir()) else "index.md"
        _write(hugo / "content" / address / name, f"{front}\n\n{content}")
        if address.count("/") == 0:
            prose.append(f"{address}/index.md" if address else "index.md")
    _write(mkdocs / "mkdocs.yml", yaml.safe_dump(_mkdocs(configuration, prose), sort_keys=False))
    _write(hugo / "hugo.toml", HUGO)
    for name in ("single", "list", "index"):
        _write(hugo / "layouts" / ("" if name == "index" else "_default") / f"{name}.html", LAYOUT)
    return number


def _mkdocs(configuration: Path, prose: list[str]) -> dict[str, object]:
    """The dossier's own configuration without its plugin, and with no page below the first level in the navigation."""
    known = yaml.load(configuration.read_text("utf-8"), Loader=yaml.SafeLoader)
    kept = {key: known[key] for key in ("site_name", "theme", "markdown_extensions")}
    unchecked = {"links": {"absolute_links": "ignore", "anchors": "ignore"}}
    return {**kept, "plugins": [], "nav": prose, "not_in_nav": "/*/*/", "validation": unchecked}


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
