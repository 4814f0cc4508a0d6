from __future__ import annotations

from pathlib import Path

import pytest

from dossier.corpus.corpus import Corpus
from dossier.corpus.glossary import GlossaryTerm, glossary
from dossier.site.marked_terms import explained_parts, marked_terms

TO = "../about/glossary/"


@pytest.fixture
def terms(mini: Corpus) -> tuple[GlossaryTerm, ...]:
    return glossary(mini)


def link(id_: str, words: str) -> str:
    return f'<a class="term" href="{TO}#{id_}">{words}</a>'


def test_the_first_of_a_term_in_each_section_is_marked(terms: tuple[GlossaryTerm, ...]) -> None:
    html = "<p>The ledger, a roll.</p><h2>Wardens</h2><p>Ledgers and wardens, a warden.</p>"
    assert marked_terms(html, terms, TO) == (
        f"<p>The {link('ledger', 'ledger')}, a roll.</p><h2>Wardens</h2>"
        f"<p>{link('ledger', 'Ledgers')} and {link('warden', 'wardens')}, a warden.</p>"
    )


@pytest.mark.parametrize(
    "html",
    [
        "<p>“No warden kept a ledger.”</p>",
        "<p>“No <b>warden</b> kept it”</p>",
        "<p>«No warden»</p>",
        "<blockquote><p>No warden.</p></blockquote>",
        "<h3>The warden</h3>",
        '<p><a href="../actors/x/">the <b>warden</b></a></p>',
        "<p><code>warden</code></p>",
        '<img alt="warden"><!-- warden -->',
        "<p>stewarden, warden-like, Wardenship</p>",
        "<p>sold to the Reed Wardens</p>",
    ],
)
def test_what_is_quoted_named_or_a_link_stays_as_it_is(terms: tuple[GlossaryTerm, ...], html: str) -> None:
    assert marked_terms(html, terms, TO) == html


def test_words_after_a_quotation_are_marked_and_an_open_one_ends_with_its_paragraph(
    terms: tuple[GlossaryTerm, ...],
) -> None:
    assert link("warden", "warden") in marked_terms("<p>“Ledger”, says a warden.</p>", terms, TO)
    assert link("warden", "warden") in marked_terms("<p>“Ledger, it says.</p><p>A warden.</p>", terms, TO)


def test_a_link_to_an_entry_is_the_first_of_its_term(terms: tuple[GlossaryTerm, ...]) -> None:
    html = '<p>A <a href="glossary/#warden">keeper</a>, that is, a warden; <a href="#warden">there</a>.</p>'
    assert marked_terms(html, terms, TO) == html.replace('<a href="g', '<a class="term" href="g')


def test_only_paragraphs_that_ask_for_it_are_explained(terms: tuple[GlossaryTerm, ...]) -> None:
    html = '<p>A warden.</p><p class="summary" data-explained>A warden.</p>'
    marked = f'<p>A warden.</p><p class="summary">A {link("warden", "warden")}.</p>'
    assert explained_parts(html, terms, TO) == marked
    assert explained_parts(html, (), TO) == html.replace(" data-explained", "")


def test_prose_and_articles_lead_to_the_glossary_which_leads_nowhere(mini_site: Path) -> None:
    def page(address: str) -> str:
        return (mini_site / address / "index.html").read_text("utf-8")

    assert '<a class="term" href="../about/glossary/#ledger">ledger</a>' in page("origins")
    article = page("sources/quay-2002")
    assert 'The first <a class="term" href="../../about/glossary/#ledger">ledger</a> of the' in article
    assert article.count('class="term"') == 2
    why = page("questions/when-founded")
    assert 'data-of-all>The oath is older than the first <a class="term"' in why
    assert "data-explained" not in why
    assert 'class="term"' not in page("about/glossary")
    assert "warden" in (mini_site / "assets/dossier/terms.json").read_text("utf-8")
