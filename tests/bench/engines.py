"""The three engines that are compared, each as a folder with a page that has a search box."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import html
from material.plugins.search.plugin import Parser  # type: ignore[import-untyped]

from dossier.search.entries import run_pagefind
from tests.support.links import BuiltPage

Pages = Mapping[str, BuiltPage]

MATERIAL = """\
site_name: Plain
strict: true
theme: {name: material, font: false, language: en}
plugins: [search]
"""
PAGEFIND = """\
<!doctype html><html lang="en"><meta charset="utf-8"><title>Plain</title>
<label>Search <input type="search" id="query"></label><ol id="results"></ol>
<script type="module">
const box = document.getElementById("query"), list = document.getElementById("results");
let pagefind, latest = 0;
box.addEventListener("input", async () => {
  const mine = ++latest;
  pagefind ??= await import("/pagefind/pagefind.js");
  const found = box.value.trim() ? (await pagefind.search(box.value)).results : [];
  const results = await Promise.all(found.slice(0, 10).map((result) => result.data()));
  if (mine !== latest) return;
  list.replaceChildren(...results.map((result) => {
    const item = document.createElement("li"), link = document.createElement("a");
    link.href = result.url;
    link.textContent = result.meta.title;
    item.append(link);
    return item;
  }));
  list.dataset.query = box.value;
});
</script></html>
"""
# Nothing on Material's page says which query its results answer: its worker is asked (2) and tells (3) once for each.
MATERIAL_WATCHED = """
window.benchWaiting = 0;
const heard = new WeakSet(), post = Worker.prototype.postMessage;
Worker.prototype.postMessage = function (message, ...rest) {
  if (!heard.has(this)) this.addEventListener("message", ({ data }) => { if (data?.type === 3) benchWaiting -= 1; });
  heard.add(this);
  if (message?.type === 2) benchWaiting += 1;
  return post.call(this, message, ...rest);
};
"""
MATERIAL_DONE = (
    "() => benchWaiting === 0 && /\\d|^No/.test(document.querySelector('.md-search-result__meta').innerText)"
)
PAGEFIND_DONE = "(query) => document.getElementById('results').dataset.query === query"


@dataclass(frozen=True, slots=True)
class Engine:
    """A search as its reader meets it: where its box and its results are, and which files are there only for it.

    ``done`` is a function in JavaScript: whether what is shown answers the query it is given. ``script`` runs
    in the page before any of its own.
    """

    name: str
    folder: Path
    page: str
    box: str
    links: str
    done: str
    files: re.Pattern[str]
    script: str = ""


def ours(site: Path) -> Engine:
    """The search page of the built site."""
    return Engine(
        "ours",
        site,
        "search/",
        "[data-search-page] input[type=search]",
        "[data-search-page] a[data-result]",
        "(query) => document.querySelector('[data-search-page] [role=status]').textContent.includes(query)",
        re.compile(r"search/.+|pagefind/.+|assets/dossier/(?!dossier\.|cards\.).+\.js"),
    )


def material(pages: Pages, folder: Path) -> Engine:
    """Material's search in a plain site of its own, with an index of the given pages. Raises ``CalledProcessError``."""
    (folder / "docs").mkdir(parents=True)
    (folder / "docs" / "index.md").write_text("# Plain\n", "utf-8")
    (folder / "mkdocs.yml").write_text(MATERIAL, "utf-8")
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=folder, check=True, capture_output=True)
    path = folder / "site" / "search" / "search_index.json"
    index = json.loads(path.read_text("utf-8"))
    index["docs"] = [section for page in pages.values() for section in _sections(page)]
    path.write_text(json.dumps(index, separators=(",", ":")), "utf-8")
    return Engine(
        "Material",
        folder / "site",
        "",
        ".md-search__input",
        ".md-search-result__list a.md-search-result__link",
        MATERIAL_DONE,
        re.compile(r"search/.+|.*/workers/.+|.*/lunr/.+"),
        MATERIAL_WATCHED,
    )


def _sections(page: BuiltPage) -> Iterator[dict[str, str]]:
    """The page as Material's own plugin divides what MkDocs renders."""
    parser = Parser()
    parser.feed(html.tostring(_content(page), encoding="unicode", with_tail=False))
    parser.close()
    for section in parser.data:
        title = "".join(section.title).strip() or page.texts("title")[0]
        location = f"{page.address}#{section.id}" if section.id else page.address
        yield {"location": location, "title": title, "text": "".join(section.text).strip()}


def pagefind(pages: Pages, site: Path, folder: Path) -> Engine:
    """Pagefind over the built files of the given pages, with nothing set, behind a bare box."""
    for address in pages:
        target = folder / "pages" / address / "index.html"
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(site / address / "index.html", target)
    run_pagefind(folder / "pages", folder / "site" / "pagefind")
    (folder / "site" / "index.html").write_text(PAGEFIND, "utf-8")
    return Engine("Pagefind", folder / "site", "", "#query", "#results a", PAGEFIND_DONE, re.compile(r"pagefind/.+"))


def searchable(pages: Pages) -> dict[str, BuiltPage]:
    """The pages that a search should know: not the search page, an error page or one that asks not to be listed."""
    return {
        address: page
        for address, page in pages.items()
        if not address.endswith(".html")
        and address != "search/"
        and not page.tree.cssselect("meta[name=robots][content*=noindex]")
    }


def text_at(pages: Pages, address: str) -> str:
    """The text that an address leads to: the part that its fragment names, else the whole article."""
    place, _, fragment = address.lstrip("/").partition("#")
    if place not in pages:
        return ""
    content = _content(pages[place])
    named = content.xpath(".//*[@id=$id]", id=fragment) if fragment else []
    parts = _section(named[0]) if named else [content]
    return " ".join(" ".join(part.text_content() for part in parts).split())


def _content(page: BuiltPage) -> html.HtmlElement:
    return next(iter(page.tree.cssselect("article")), page.tree)


def _section(element: html.HtmlElement) -> list[html.HtmlElement]:
    """The element; for a heading, also what follows it up to the next of its level."""
    if not re.fullmatch("h[1-6]", str(element.tag)):
        return [element]
    parts = [element]
    for following in element.itersiblings():
        if re.fullmatch("h[1-6]", str(following.tag)) and str(following.tag) <= str(element.tag):
            break
        parts.append(following)
    return parts


def attempt(name: str, make: Callable[[], Engine]) -> Engine | str:
    """The engine, or what went wrong with its set-up, in one line."""
    try:
        return make()
    except subprocess.CalledProcessError as error:
        return f"{name}: {error.stderr.decode(errors='replace').strip() or error}"
    except Exception as error:  # one engine that fails must not cost the other two
        return f"{name}: {type(error).__name__}: {error}"
