"""The files of a site that are no pages of its own: the error page, the site map, the search description, the feed."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from markupsafe import escape

from dossier.model.addresses import MAP, SEARCH
from dossier.pages.map_files import map_files
from dossier.pages.templating import safe_address
from dossier.site.csp import headers, policy
from dossier.site.feed import feed_files
from dossier.site.frame import Site, imprint_line
from dossier.site.hosting import headers_file
from dossier.site.shell import Shell

# What a browser that searches the site shows at the most, in letters (OpenSearch 1.1).
LONGEST_SHORT_NAME, LONGEST_DESCRIPTION = 16, 1024


def not_found(site: Site) -> None:
    """Writes the page for addresses at which there is nothing."""
    base = urlsplit(site.info.url).path or "/"
    values = dict.fromkeys(("after", "crumbs", "contents", "cite", "handout"), "")
    values |= dict(site.around) | {"kind": "page", "id": "not-found"}
    values["title"] = escape(f"{site.words.say('not_found.title')} · {site.info.name}")
    values["imprint"] = imprint_line(site, "", base)
    values["content"] = site.print("not-found.html", "", base=safe_address(base))
    values["head"] = site.print("not-found-head.html", "", policy=escape(policy(site.hashes)))
    shell = Shell.of((site.rendered / "404.html").read_text("utf-8"))
    _write(site, "404.html", shell.fill(values))


def write_headers(site: Site) -> None:
    """Writes the headers that go with every file, for hosts that take them from a file of the site."""
    _write(site, "_headers", headers_file(urlsplit(site.info.url).path or "/", headers(site.hashes)))


def sitemap(site: Site, addresses: Iterable[str]) -> None:
    """Writes the site map and a robots file, where the site's address is known."""
    if not site.info.url:
        return
    whole = [safe_address(site.info.url + address) for address in sorted(addresses)]
    _write(site, "sitemap.xml", site.print("sitemap.xml", "", addresses=whole))
    _write(site, "robots.txt", f"User-agent: *\nAllow: /\nSitemap: {site.info.url}sitemap.xml\n")


def opensearch(site: Site) -> None:
    """Writes what lets a browser search the site, where the site's address is known."""
    if site.info.url:
        name, description = site.info.name[:LONGEST_SHORT_NAME], _cut(site.info.description)
        address = safe_address(f"{site.info.url}{SEARCH}")
        text = site.print("opensearch.xml", "", name=name, description=description, search=address)
        _write(site, "opensearch.xml", text)


def _cut(words: str) -> str:
    """The words, cut at a blank where they are too long."""
    if len(words) <= LONGEST_DESCRIPTION:
        return words
    return words[: LONGEST_DESCRIPTION - 1].rsplit(" ", 1)[0] + "…"


def write_map_files(site: Site) -> None:
    """Writes what the page of the map loads when somebody comes closer."""
    for name, text in map_files(site.context, site.templates, MAP):
        site.write(MAP, text, name)


def write_feed_files(site: Site) -> None:
    """Writes the redirects, and the feed where the address is known."""
    info = site.info
    for name, text in feed_files(site.templates, site.context.corpus, info.history, info.name, info.url).items():
        _write(site, name, text)


def _write(site: Site, name: str, text: str) -> None:
    path = site.folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="\n")
