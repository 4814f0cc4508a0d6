"""The answer in short of a question as the search shows it: words, and links to where its sources say it."""

from __future__ import annotations

from dossier.corpus.corpus import Corpus
from dossier.model.addresses import paragraph_url, url_for
from dossier.model.records import Question, Source
from dossier.text.marks import MARK, citation_keys, without_marks

# Words, or a link: its words and its address.
Part = str | list[str]


def answer_parts(corpus: Corpus, question: Question) -> list[Part]:
    """The answer in order; no parts where the question has none.

    A source that it links is linked where it first says what follows: at the first of its paragraphs cited after that.
    One that is cited and not linked follows at the end by its label.
    """
    text = question.answer_in_short or ""
    parts, end = list[Part](), 0
    for found in MARK.finditer(text):
        source = corpus.records.get(found[2] or "")
        if isinstance(source, Source):
            parts.append(without_marks(text[end : found.start()], corpus.name_of))
            words = " ".join((found[3] or source.heading).split())
            parts.append([words, _said_at(corpus, source, text[found.end() :])])
            end = found.end()
    parts.append(without_marks(text[end:], corpus.name_of))
    return [one for one in (*parts, *_unlinked(corpus, text)) if one]


def _said_at(corpus: Corpus, source: Source, text: str) -> str:
    """The address of the first paragraph of a source that a text cites, or of the source."""
    claims = (corpus.claim(key) for found in MARK.finditer(text) if found[1] for key in citation_keys(found[1]))
    claim = next((one for one in claims if one.source == source.id), None)
    return paragraph_url(source.id, claim.paragraphs[0]) if claim else url_for(source)


def _unlinked(corpus: Corpus, text: str) -> list[Part]:
    linked = {found[2] for found in MARK.finditer(text)}
    cited = (key for found in MARK.finditer(text) if found[1] for key in citation_keys(found[1]))
    others = dict.fromkeys(one for key in cited if (one := corpus.claim(key).source) not in linked)
    sources = [corpus.source(one) for one in others]
    return [part for one in sources for part in (" · ", [one.label, _said_at(corpus, one, text)])]
