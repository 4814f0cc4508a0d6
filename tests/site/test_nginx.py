"""The configuration in ``deploy/``, tried with Debian's nginx."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from dossier.site.gzip_files import compress
from tests.support.nginx import PROGRAM, Nginx, nginx

pytestmark = pytest.mark.skipif(
    PROGRAM is None, reason="nginx is not on this machine; on Debian: apt-get install nginx-light"
)

PAGE = "/actors/lamp-guild/"
SECRET = b"a secret outside the site"


@pytest.fixture(scope="module")
def served(mini_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Nginx, Path]]:
    """The server and its site, beside and in which lies what must not be served."""
    folder = tmp_path_factory.mktemp("served")
    site = Path(shutil.copytree(mini_site, folder / "site"))
    (folder / "secret.txt").write_bytes(SECRET)
    (folder / "sitemore").mkdir()
    (folder / "sitemore" / "secret.txt").write_bytes(SECRET)
    for name in (".git/config", ".env", "actors/.hidden"):
        (site / name).parent.mkdir(exist_ok=True)
        (site / name).write_bytes(SECRET)
    (site / "leaving").symlink_to(folder, target_is_directory=True)
    (site / "leaving.txt").symlink_to(folder / "secret.txt")
    (site / "empty").mkdir()
    compress(site)
    with nginx(site, folder / "nginx") as server:
        yield server, site


@pytest.fixture
def server(served: tuple[Nginx, Path]) -> Nginx:
    return served[0]


@pytest.fixture
def site(served: tuple[Nginx, Path]) -> Path:
    return served[1]


def test_a_page_is_served_as_it_is(server: Nginx, site: Path) -> None:
    reply = server.ask(PAGE)
    assert (reply.status, reply.body) == (200, (site / PAGE.strip("/") / "index.html").read_bytes())
    assert reply.headers["content-type"] == "text/html; charset=utf-8"
    assert "content-encoding" not in reply.headers


@pytest.mark.parametrize("path", [PAGE, "/", "/404", "/.git/config", "/assets/dossier/dossier.css"])
def test_every_reply_has_the_headers_of_the_site(server: Nginx, site: Path, path: str) -> None:
    reply, block = server.ask(path), (site / "_headers").read_text("utf-8").split("\n/")[0]
    wanted = dict(line.strip().split(": ", 1) for line in block.splitlines()[1:])
    assert {"Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy"} <= wanted.keys()
    assert {name: reply.headers.get(name.lower()) for name in wanted} == wanted
    assert reply.headers["server"] == "nginx"


def test_the_compressed_file_of_the_build_goes_to_those_who_take_it(server: Nginx, site: Path) -> None:
    reply, path = server.ask(PAGE, Accept_Encoding="gzip, br"), site / PAGE.strip("/") / "index.html"
    assert reply.headers["content-encoding"] == "gzip"
    assert reply.body == path.with_name("index.html.gz").read_bytes()
    assert gzip.decompress(reply.body) == path.read_bytes()
    assert int(reply.headers["content-length"]) == len(reply.body)


@pytest.mark.parametrize("accepted", ["identity", "gzip;q=0", "br"])
def test_others_get_the_plain_file(server: Nginx, accepted: str) -> None:
    reply = server.ask(PAGE, Accept_Encoding=accepted)
    assert "content-encoding" not in reply.headers
    assert reply.body.startswith(b"\n<!doctype html>") or b"<!doctype html>" in reply.body[:50]


@pytest.mark.parametrize("path", [PAGE, "/assets/dossier/dossier.css", "/data/dossier.json", "/data/dossier.jsonld"])
def test_a_cache_is_told_that_there_are_two(server: Nginx, path: str) -> None:
    for accepted in ("gzip", "identity"):
        assert server.ask(path, Accept_Encoding=accepted).headers["vary"] == "Accept-Encoding"


def test_what_the_build_left_plain_is_compressed_too(server: Nginx, site: Path) -> None:
    """As ``editions.json`` is, which publishing writes last."""
    (site / "editions.json").write_text("[]" + " " * 2000)
    reply = server.ask("/editions.json", Accept_Encoding="gzip")
    assert (reply.headers["content-encoding"], gzip.decompress(reply.body)[:2]) == ("gzip", b"[]")


@pytest.mark.parametrize(
    ("path", "type_"),
    [
        ("/assets/dossier/dossier.js", "application/javascript; charset=utf-8"),
        ("/assets/dossier/dossier.css", "text/css; charset=utf-8"),
        ("/data/dossier.json", "application/json; charset=utf-8"),
        ("/data/dossier.jsonld", "application/ld+json"),
        ("/data/places.geojson", "application/geo+json"),
        ("/data/dossier.sqlite", "application/vnd.sqlite3"),
        ("/data/sources.bib", "application/x-bibtex; charset=utf-8"),
        ("/sitemap.xml", "text/xml; charset=utf-8"),
    ],
)
def test_every_file_has_its_type(server: Nginx, path: str, type_: str) -> None:
    reply = server.ask(path)
    assert (reply.status, reply.headers["content-type"]) == (200, type_)


def test_only_what_has_a_hash_in_its_name_is_kept_for_long(server: Nginx, site: Path) -> None:
    files = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file() and path.suffix != ".gz"]
    kept = {"/" + name for name in files if "immutable" in server.ask(f"/{name}").headers.get("cache-control", "")}
    hashed = [name for name in kept if name.startswith("/pagefind/fragment/")]
    assert len(hashed) > 20
    for name in kept:
        assert len([part for part in name.replace("_", ".").split(".") if len(part) >= 7]) >= 1, name
    assert not kept & {
        "/index.html",
        "/pagefind/pagefind.js",
        "/pagefind/pagefind-entry.json",
        "/pagefind/wasm.en.pagefind",
    }
    assert not [name for name in kept if name.startswith(("/data/", "/actors/", "/assets/dossier/", "/search/"))]


def test_all_else_is_kept_shortly_and_what_works_together_is_asked_for_anew(server: Nginx) -> None:
    assert server.ask(PAGE).headers["cache-control"] == "public, max-age=300"
    for path in ("/pagefind/pagefind-entry.json", "/assets/dossier/dossier.js", "/search/rules.json"):
        assert server.ask(path).headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("accepted", ["gzip", "identity"])
def test_an_unchanged_file_is_not_sent_again(server: Nginx, accepted: str) -> None:
    first = server.ask(PAGE, Accept_Encoding=accepted)
    again = server.ask(PAGE, Accept_Encoding=accepted, If_None_Match=first.headers["etag"])
    since = server.ask(PAGE, Accept_Encoding=accepted, If_Modified_Since=first.headers["last-modified"])
    assert (again.status, again.body, since.status) == (304, b"", 304)
    assert again.headers["content-security-policy"]
    assert server.ask(PAGE, Accept_Encoding=accepted, If_None_Match='"other"').status == 200


def test_the_plain_and_the_compressed_file_have_each_a_tag(server: Nginx) -> None:
    tags = {server.ask(PAGE, Accept_Encoding=accepted).headers["etag"] for accepted in ("gzip", "identity")}
    assert len(tags) == 2


def test_a_part_of_a_file_can_be_asked_for(server: Nginx, site: Path) -> None:
    reply = server.ask("/data/dossier.sqlite", Range="bytes=0-15")
    assert (reply.status, reply.body) == (206, b"SQLite format 3\0")
    size = (site / "data/dossier.sqlite").stat().st_size
    assert reply.headers["content-range"] == f"bytes 0-15/{size}"
    assert server.ask("/data/dossier.sqlite", Range=f"bytes={size}-").status == 416


def test_a_page_is_found_without_its_last_slash(server: Nginx) -> None:
    reply = server.ask("/actors/lamp-guild?from=a%20b")
    assert (reply.status, reply.headers["location"]) == (301, "/actors/lamp-guild/?from=a%20b")


@pytest.mark.parametrize("path", ["/actors/wick-brotherhood/", "/actors/wick-brotherhood"])
def test_a_renamed_record_leads_to_its_new_address(server: Nginx, path: str) -> None:
    reply = server.ask(path)
    assert (reply.status, reply.headers["location"]) == (301, PAGE)
    assert server.ask(PAGE).status == 200


@pytest.mark.parametrize("path", ["/nowhere/", "/actors/nobody", "/404.html", "/empty/", "/data/nothing.json"])
def test_what_is_not_there_gets_the_page_that_says_so(server: Nginx, site: Path, path: str) -> None:
    reply = server.ask(path)
    assert (reply.status, reply.body) == (404, (site / "404.html").read_bytes())


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/actors/../../secret.txt",
        "/..%2fsecret.txt",
        "/%2e%2e/secret.txt",
        "/%2e%2e%2fsecret.txt",
        "/actors/..%2f..%2fsecret.txt",
        "/..%5csecret.txt",
        "/..\\secret.txt",
        "/%252e%252e/secret.txt",
        "//secret.txt",
        "/.//../secret.txt",
        "/..;/secret.txt",
        "/%c0%ae%c0%ae/secret.txt",
        "/sitemore/secret.txt",
        "/../sitemore/secret.txt",
        "more/secret.txt",
        "/secret.txt%00.html",
        "/leaving.txt",
        "/leaving/secret.txt",
        "/leaving/",
        "/leaving",
        "/.git/config",
        "/.git/",
        "/.env",
        "/actors/.hidden",
        "/%2egit/config",
        "/actors/%2e%2e/.git/config",
        "/_headers",
        "/_redirects",
    ],
)
def test_nothing_outside_the_site_nor_hidden_in_it_is_served(server: Nginx, path: str) -> None:
    reply = server.ask(path)
    assert reply.status in (400, 404)
    assert SECRET not in reply.body


def test_no_folder_is_listed(server: Nginx) -> None:
    for path in ("/assets/", "/pagefind/", "/data/csv/"):
        assert server.ask(path).status == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "TRACE"])
def test_the_site_can_only_be_read(server: Nginx, method: str) -> None:
    assert server.ask(PAGE, method).status == 405


def test_a_reply_without_its_body_has_the_same_headers(server: Nginx) -> None:
    full, head = server.ask(PAGE), server.ask(PAGE, "HEAD")
    assert (head.status, head.body) == (200, b"")
    assert {**head.headers, "date": ""} == {**full.headers, "date": ""}


def test_programs_on_other_sites_may_read_the_data_and_nothing_else(server: Nginx) -> None:
    for path in ("/data/dossier.json", "/actors/lamp-guild/index.json"):
        assert server.ask(path).headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-origin" not in server.ask(PAGE).headers
