"""Sentences of a rendered paragraph are those of its text."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from dossier.load import load
from dossier.model.records import Source
from dossier.text.sentences import sentences
from tests.support.paths import MINI, ROOT
from tests.support.rendering import rendered


def divided(text: str) -> list[str]:
    tree = html.fromstring(rendered(f"{text}\n{{: #p1 }}"))
    return [one.text_content() for one in tree.xpath("//p[@id='p1']/span[@data-sentence]")]


def test_each_sentence_stands_in_an_element_with_its_number() -> None:
    paragraph = rendered("One [[a|lamp]]. *Two. Three* went\non? [[b]] too.\n{: #p1 }")
    assert (
        '<span data-sentence="1">One <span data-link-record="a">lamp</span>.</span> '
        '<span data-sentence="2"><em>Two. Three</em> went\non?</span> '
        '<span data-sentence="3"><span data-link-record="b"></span> too.</span></p>'
    ) in paragraph


def test_a_paragraph_without_a_number_is_left_as_it_is() -> None:
    assert "data-sentence" not in rendered("One. Two.")


@pytest.mark.parametrize("root", [ROOT, MINI], ids=["real", "mini"])
def test_every_paragraph_is_divided_as_its_text_is(root: Path) -> None:
    corpus = load(root)
    for source in corpus.of(Source):
        article = corpus.article(source.id)
        assert article
        for number, block in article.paragraphs.items():
            told = [one.words for one in sentences(block.text)]
            assert len(divided(block.text)) == len(told), (source.id, number)
