from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import lxml.html
import pytest

from dossier.site.csp import headers, inline_hashes, policy
from dossier.site.hosting import headers_file

# printf 'a()' | openssl dgst -sha256 -binary | base64
HASH = "'sha256-qVpDBgj7bpq5hMAcGp3AOc79J3Y1Z4HvySTwKrWDoy4='"


def test_scripts_in_a_page_are_named_by_their_hash() -> None:
    html = '<script>a()</script><SCRIPT type="module">a()</SCRIPT><script src="b.js"></script>'
    assert inline_hashes(html) == [HASH]


def test_data_are_no_scripts() -> None:
    assert inline_hashes('<script type="application/ld+json">{}</script><script id="a" type=application/json>') == []


def test_a_policy_refuses_all_that_it_does_not_name() -> None:
    directives = dict(part.split(" ", 1) for part in policy([HASH]).split("; "))
    assert directives["default-src"] == directives["base-uri"] == "'none'"
    assert directives["script-src"] == f"'self' 'wasm-unsafe-eval' {HASH}"
    assert "unsafe-inline" not in str(directives)
    assert "'unsafe-eval'" not in str(directives)
    assert not re.search(r"https?:|\*", str(directives))


def test_headers_say_what_no_element_can() -> None:
    assert headers([HASH])["Content-Security-Policy"] == f"{policy([HASH])}; frame-ancestors 'none'"
    assert headers_file("/", headers([HASH])).startswith("/*\n  Content-Security-Policy: default-src 'none'; ")
    assert max(map(len, headers_file("/", headers([HASH] * 10)).split("\n"))) < 2000


@pytest.fixture(scope="module")
def pages(mini_site: Path) -> dict[str, str]:
    return {path.relative_to(mini_site).as_posix(): path.read_text("utf-8") for path in mini_site.rglob("*.html")}


def test_every_page_says_the_policy_before_anything_that_it_is_about(mini_site: Path, pages: dict[str, str]) -> None:
    said = (mini_site / "_headers").read_text("utf-8")
    for name, html in pages.items():
        found = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', html)
        assert len(found) == 1, name
        assert unescape(found[0]) in said
        assert html.index("Content-Security-Policy") < min(html.index("<script"), html.index("<link")), name


def test_every_script_in_a_page_is_named_and_nothing_else_could_run(pages: dict[str, str]) -> None:
    for name, html in pages.items():
        said = re.findall(r"&#39;(sha256-[^&]*)&#39;", html)
        assert inline_hashes(html) == sorted(f"'{one}'" for one in said), name
        assert len(said) == 1
        tree = lxml.html.fromstring(html)
        assert tree.xpath("//@*[starts-with(name(), 'on')] | //@style | //style | //iframe | //object") == [], name


def test_what_is_planted_in_prose_is_not_named(pages: dict[str, str]) -> None:
    html = pages["origins/index.html"]
    planted = html.replace("</article>", "<script>pwned()</script></article>")
    assert set(inline_hashes(planted)) - {f"'{one}'" for one in re.findall(r"&#39;(sha256-[^&]*)&#39;", html)}
