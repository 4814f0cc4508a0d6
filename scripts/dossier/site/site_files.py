"""The files of a site that are no pages of its own: the error page, the site map, the search description."""

from __future__ import annotations

from urllib.parse import urlsplit

from markupsafe import escape

from dossier.model.addresses import SEARCH
from dossier.site.csp import headers, policy
from dossier.site.frame import Site
from dossier.site.hosting import headers_file
from dossier.site.shell import Shell


def not_found(site: Site) -> None:
    path = site.folder / "404.html"
    values = dict.fromkeys(("before", "after", "crumbs", "contents", "cite", "handout"), "")
    values |= {"kind": "page", "id": "not-found"}
    values["title"] = f"Page not found · {escape(site.info.name)}"
    values["head"] = site.pages.part("not-found-head.html", "", policy=policy(site.hashes))
    path.write_text(Shell.of(path.read_text("utf-8")).fill(values), "utf-8", newline="\n")


def write_headers(site: Site) -> None:
    """The headers that go with every file, for hosts that take them from a file of the site."""
    text = headers_file(urlsplit(site.info.url).path or "/", headers(site.hashes))
    (site.folder / "_headers").write_text(text, "utf-8", newline="\n")


def sitemap(site: Site, addresses: list[str]) -> None:
    """The site map and a robots file, where the site's address is known."""
    for name in ("sitemap.xml", "sitemap.xml.gz"):
        (site.folder / name).unlink(missing_ok=True)
    if not site.info.url:
        return
    text = site.pages.part("sitemap.xml", "", base=site.info.url, addresses=sorted(addresses))
    (site.folder / "sitemap.xml").write_text(text, "utf-8", newline="\n")
    robots = f"User-agent: *\nAllow: /\nSitemap: {site.info.url}sitemap.xml\n"
    (site.folder / "robots.txt").write_text(robots, "utf-8", newline="\n")


def opensearch(site: Site) -> None:
    """What lets a browser search the site, where the site's address is known."""
    if site.info.url:
        text = site.pages.part("opensearch.xml", "", info=site.info, search=SEARCH)
        (site.folder / "opensearch.xml").write_text(text, "utf-8", newline="\n")
