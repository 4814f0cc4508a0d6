"""A page as Markdown says what the page says."""

from __future__ import annotations

import pytest

from dossier.editions.site_info import SiteInfo
from dossier.editions.state import Edition
from dossier.pages.markdown import Printed, escaped, markdown_page

URL = "https://brisa.example/"
INFO = SiteInfo("Brisa", URL, "An invented island.")
NOWHERE = SiteInfo("Brisa", "", "An invented island.")
PUBLISHED = SiteInfo("Brisa", URL, "", Edition("2026.1", "2026-01-05"))
CITE = '<details class="cite-this supplemental" id="cite-this"><summary>Cite</summary><p>APA</p></details>'


def page(content: str, info: SiteInfo = NOWHERE, address: str = "actors/guild/") -> str:
    return markdown_page(f"<body><p>Menu</p><article>{content}{CITE}</article><p>Foot</p></body>", address, info)


def body(content: str, info: SiteInfo = NOWHERE, address: str = "actors/guild/") -> str:
    return page(content, info, address).split("---\n\n", 1)[1].rstrip("\n")


def test_what_the_page_is_stands_first() -> None:
    assert page('<h1>The Guild<a class="headerlink" href="#x">#</a></h1>', PUBLISHED) == (
        '---\ntitle: "The Guild"\naddress: "https://brisa.example/2026.1/actors/guild/"\nsite: "Brisa"\n'
        'edition: "2026.1"\ndate: "2026-01-05"\n'
        'licence: "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/"\n---\n\n# The Guild\n'
    )
    assert 'edition: "not published"\n' in page("<h1>The Guild</h1>", INFO)
    assert "address:" not in page("<h1>The Guild</h1>", NOWHERE)


def test_neither_the_frame_nor_what_only_a_browser_uses_is_said() -> None:
    content = (
        "<p>Kept</p><form><p>Choose</p></form><button>Show</button><svg><text>1901</text></svg>"
        '<p hidden>None</p><details class="full-text"><p>Private</p></details><script>let a;</script>'
    )
    assert body(content) == "Kept"
    assert body('<p><svg role="img" aria-label="Tarn holds A"><text>A</text></svg></p>') == "Tarn holds A"


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<h2>One <i>two</i></h2><p>Three\n four</p>", "## One *two*\n\nThree four"),
        ("<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>", "- a\n- b\n  - c"),
        ("<ol><li><p>a</p><p>b</p></li><li>c</li></ol>", "1. a\n   b\n2. c"),
        ("<dl><div><dt>By</dt><dd>Tarn</dd></div></dl>", "- **By:** Tarn"),
        ("<dl><dt>With</dt><dd><ul><li>a</li></ul></dd></dl>", "- **With:**\n  - a"),
        ("<dl><dt><b>Tarn</b> 1931</dt><dd>A</dd></dl>", "- **Tarn** 1931: A"),
        ("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b"),
        ("<pre><code>a\n  b</code></pre>", "```\na\n  b\n```"),
        ("<p>See <code>a_b</code>, <q>so</q>, <b> bold </b>.</p>", "See `a_b`, “so”,  **bold** .".replace(",  ", ", ")),
        ("<details><summary>More</summary><p>a</p></details>", "**More**\n\na"),
        (
            "<table><caption>T</caption><tr><th>a</th><th>b|c</th></tr><tr><td colspan=2>1</td></tr></table>",
            "**T**\n\n| a | b\\|c |\n| --- | --- |\n| 1 |  |",
        ),
        ("<p>1901. It was so</p><p># no</p><p>- no</p>", "1901\\. It was so\n\n\\# no\n\n\\- no"),
        ("loose <p>a</p> words", "loose\n\na\n\nwords"),
    ],
)
def test_each_element_has_its_form(html: str, markdown: str) -> None:
    assert body(html) == markdown


def test_signs_of_markdown_are_words() -> None:
    assert escaped("a_b *c* [d] <e> `f` \\ g|h &amp; i & j") == (r"a\_b \*c\* \[d\] \<e> \`f\` \\ g\|h \&amp; i & j")


def test_a_note_leads_to_its_claim() -> None:
    html = (
        '<p>So it was<span class="cite"><a class="ref" href="#ref-1">1</a></span>.</p>'
        '<ol><li id="ref-1"><p><a href="../../claims/t-c01/">The claim.</a></p><p>Tarn</p></li></ol>'
    )
    assert body(html, INFO) == ("So it was[^1].\n\n[^1]: [The claim.](https://brisa.example/claims/t-c01/)\n    Tarn")


@pytest.mark.parametrize(
    ("href", "whole"),
    [
        ("../../sources/t/#p1", f"{URL}2026.1/sources/t/#p1"),
        ("../keepers/", f"{URL}2026.1/actors/keepers/"),
        ("#claims", f"{URL}2026.1/actors/guild/#claims"),
        ("claims/all/", f"{URL}2026.1/actors/guild/claims/all/"),
        ("../..", f"{URL}2026.1/"),
        ("https://example.org/a(b)", "<https://example.org/a(b)>"),
        ("mailto:a@example.org", "mailto:a@example.org"),
    ],
)
def test_addresses_are_whole_and_stay_in_the_edition(href: str, whole: str) -> None:
    assert body(f'<p><a href="{href}">x</a></p>', PUBLISHED) == f"[x]({whole})"


def test_without_an_address_links_stay_as_they_are() -> None:
    assert body('<p><a href="../../sources/t/#p1">x</a></p>') == "[x](../../sources/t/#p1)"


def test_values_that_a_page_sets_under_each_other_are_parted() -> None:
    value = '<span class="glance__value" data-standing="{}">{}</span>'
    values = value.format("asserted", "Brisa") + value.format("reported", "Saltmouth (reported)")
    assert body(f"<dl><dt>Places</dt><dd>{values}</dd></dl>") == "- **Places:** Brisa (asserted); Saltmouth (reported)"


def test_a_link_past_a_picture_or_to_the_claims_is_not_said() -> None:
    assert body('<a class="skip-on" href="#positions">Skip to the claims</a><p>Kept</p>') == "Kept"


def test_a_statement_says_that_it_is_asserted() -> None:
    html = '<ul><li data-standing="asserted">a</li><li data-standing="reported">Reported b</li></ul>'
    assert body(html) == "- a (asserted)\n- Reported b"


def test_a_row_of_a_claim_is_printed_once_for_all_pages_that_lie_as_deep() -> None:
    row = '<li class="claim" data-claim="t-c01"><p><a href="../../claims/t-c01/">So.</a></p><p>Tarn</p></li>'
    page_of = f"<article><ul>{row}</ul></article>"
    printed: Printed = {}
    said = f"- [So.]({URL}claims/t-c01/)\n  Tarn\n"
    assert markdown_page(page_of, "actors/guild/", INFO, printed).endswith(said)
    assert printed == {("../../", row): said.rstrip("\n")}
    printed["../../", row] = "- kept"
    assert markdown_page(page_of, "places/brisa/", INFO, printed).endswith("- kept\n")
    assert markdown_page(page_of.replace("../../", "../"), "claims/", INFO, printed).endswith(said)


def test_a_paragraph_of_an_article_is_named() -> None:
    html = '<p id="p2"><a aria-label="Paragraph 2" class="paragraph-number" href="#p2">2</a><span>It was.</span></p>'
    assert body(html, INFO, "sources/t/") == f"[Paragraph 2]({URL}sources/t/#p2): It was."
