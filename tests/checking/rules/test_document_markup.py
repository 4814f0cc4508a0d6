from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.checking.rules import document_markup
from dossier.corpus.corpus import Listed, link
from dossier.problems import Problem, ordered
from dossier.reading.markdown_file import read_document
from tests.support.rendering import rendered

MARK = "write [@claim], [@one; @two], [[record]], [[record|words]] or [[count:question/position|three]]"
HTML = "write Markdown; put code in backticks"
ATTRIBUTE = "error[raw-html] an attribute is set; attribute lists hold ids and classes only; put code in backticks"
ADDRESS = "link to an https: address or to a page of this site"
PICTURE = "error[address] a picture from elsewhere; the site serves its pictures itself: write ![words](file)"
CODE = "keep code on one line, or fence it with ``` and at most a language; write \\` for the sign"

PIECES = st.sampled_from(
    [
        *("<b>", "<script>", "</b>", "<!-- ", "<?x", "<https://a.b>", "&lt;", "&#60;", "<", ">", "\\<b>"),
        *("`", "``", "`<b>`", "\\`", "\\\\", "\n```\n", "\n~~~\n", "\n``` {x}\n", "```", "    "),
        *("\n", "\n\n", "\n- ", "\n> ", "\n# ", "\n1. ", " ", "a", "|", "\n--|--\n", "[[a]]", "[@b]"),
        *(
            "[x](",
            "javascript:a",
            ")",
            "[x]: ",
            "[x]",
            "(",
            "![x]",
            "//a.b",
            "https://a.b",
            "&colon;",
            "\n{: onclick=a }",
        ),
    ]
)
DANGEROUS = re.compile(
    r"<(?:b\b|script|\?|!--(?! slot:))|on\w+="
    r"|(?:href|src)=[\"']\s*(?:[^\"'/?#]*:(?<!https:)|//)|<img[^>]*src=[\"']https:"
)


def problems(text: str) -> list[Problem]:
    corpus = link({}, [read_document(text, "docs/a.md", "a")], Listed(), Listed())
    return list(ordered(document_markup.check(corpus)))


def printed(text: str) -> list[str]:
    return [str(problem).removeprefix("docs/a.md:") for problem in problems(text)]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a <b>b</b>", [f"1:3: error[raw-html] <b is HTML; {HTML}", f"1:7: error[raw-html] </b is HTML; {HTML}"]),
        ("a\n\n<!-- b -->", [f"3:1: error[raw-html] <!-- is HTML; {HTML}"]),
        ("- a\n\n    <script>", [f"3:5: error[raw-html] <script is HTML; {HTML}"]),
        ("\\`<b>\\`", [f"1:3: error[raw-html] <b is HTML; {HTML}"]),
        ("a ` b\nc ` <i>", [
            f"1:3: error[mark] a backtick without its pair on the line; {CODE}",
            f"2:3: error[mark] a backtick without its pair on the line; {CODE}",
            f"2:5: error[raw-html] <i is HTML; {HTML}",
        ]),
        ("```\n<b>\n", [
            f"1:1: error[mark] a backtick without its pair on the line; {CODE}",
            f"2:1: error[raw-html] <b is HTML; {HTML}",
        ]),
        ("```\n```\n<b>\n```\n", [
            f"3:1: error[raw-html] <b is HTML; {HTML}",
            f"4:1: error[mark] a backtick without its pair on the line; {CODE}",
        ]),
        ("a &#x202e; &nbsp;", [
            f"1:3: error[raw-html] &#x202e; is HTML; {HTML}",
            f"1:12: error[raw-html] &nbsp; is HTML; {HTML}",
        ]),
        ("a\n{: onclick=b }", [f"2:1: {ATTRIBUTE}"]),
        ("[a](b){style='c'}", [f"1:7: {ATTRIBUTE}"]),
        ("[a](http://b.c)", [f'1:3: error[address] "http://b.c"; {ADDRESS}']),
        ("[a](mailto:b@c.d)", [f'1:3: error[address] "mailto:b@c.d"; {ADDRESS}']),
        ("[a](//b.c)", [f'1:3: error[address] "//b.c"; {ADDRESS}']),
        ("[a](\njavascript:b)", [f'1:3: error[address] "javascript:b"; {ADDRESS}']),
        ("[a](data:b 'c')", [f'1:3: error[address] "data:b"; {ADDRESS}']),
        ("x\n\n[a]:\n  javascript:b", [f'3:1: error[address] "javascript:b"; {ADDRESS}']),
        ("x\n> [a]: javascript:b", [f'2:1: error[address] "javascript:b"; {ADDRESS}']),
        ("- [a]:\n  javascript:b", [f'1:1: error[address] "javascript:b"; {ADDRESS}']),
        ("> [a](\n> javascript:b)", [f'1:5: error[address] "javascript:b"; {ADDRESS}']),
        ("[a](javascript&colon;b)", [
            f'1:3: error[address] "javascript:b"; {ADDRESS}',
            f"1:15: error[raw-html] &colon; is HTML; {HTML}",
        ]),
        ("![a](https://b.c/d.png)", [f"1:1: {PICTURE}"]),
        ("![a](//b.c/d.png)", [f"1:1: {PICTURE}", f'1:4: error[address] "//b.c/d.png"; {ADDRESS}']),
        ("![a][b]", [f"1:1: {PICTURE}"]),
        ("---\na: b\n---\n[[A]]", [f"4:1: error[mark] [[A]] is no mark; {MARK}"]),
        ("a|b\n-|-\n[[c|d]]|e", ["3:1: error[mark] the bar in [[c|d]] ends a cell; write [[c]]"]),
    ],
)  # fmt: skip
def test_what_prose_may_not_hold(text: str, lines: list[str]) -> None:
    assert printed(text) == sorted(lines, key=lambda line: [int(n) for n in line.split(":")[:2]])


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: a < b\n---\n",
        "a < b, a <3, AT&T `<b>` and ``<i> ` ``",
        "```html\n<script>\n```\n\n~~~\n`\n~~~",
        "[a](https://b.c/d:e) [a](b/) [a](../b.md#c:d) [a](#e) [a](?f:g)",
        "[a]: https://b.c\n\n![a](b.png) stop![[a]] stop![@b]",
        "a\n{: #p1 }\n\n## b {: .c }",
        "a|b\n-|-\n[[c]]|[@d]\n\n[[a|b]] | c",
        "{a} and {b}; on=1",
    ],
)  # fmt: skip
def test_what_prose_may_hold(text: str) -> None:
    assert printed(text) == []


@given(st.lists(PIECES, max_size=14).map("".join))
def test_what_is_not_refused_renders_without_harm(text: str) -> None:
    if not problems(text):
        html = re.sub(r"<code>.*?</code>", "", rendered(text), flags=re.DOTALL)
        assert not DANGEROUS.search(html), html
