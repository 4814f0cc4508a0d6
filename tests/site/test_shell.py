from __future__ import annotations

from dossier.site.shell import Shell


def test_a_deeper_page_has_longer_ways_to_the_same_pages() -> None:
    shell = Shell.of('<a href="..">A</a><a href="../b/">B</a><a href="./">C</a><a href="#d">D</a><img src="/e">')
    assert shell.deeper(2).fill({}) == (
        '<a href="../../..">A</a><a href="../../../b/">B</a><a href="../.././">C</a><a href="#d">D</a><img src="/e">'
    )
