"""The glossary of a dossier: what its page ``about/glossary.md`` says of each word."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, takewhile

from dossier.corpus.corpus import Corpus
from dossier.model.addresses import GLOSSARY, document_url
from dossier.reading.markdown_file import Block
from dossier.text.marked_text import shortened, unformatted

LONGEST_DEFINITION = 400
BOLD = re.compile(r"\*\*(.+?)\*\*")


@dataclass(frozen=True, slots=True)
class GlossaryTerm:
    """An entry of the glossary: the id of its heading, its words, the paragraph with which it begins, and how the
    word is written in prose: as the heading has it, and as what is bold in the entry.
    """

    id: str
    name: str
    definition: str
    forms: tuple[str, ...]


def glossary(corpus: Corpus) -> tuple[GlossaryTerm, ...]:
    """The entries of the glossary in their order: a heading and paragraphs each. None where there is no such page."""
    page = next((one for one in corpus.documents if document_url(one) == GLOSSARY), None)
    return tuple(_terms(corpus, page.blocks)) if page else ()


def _terms(corpus: Corpus, blocks: tuple[Block, ...]) -> Iterator[GlossaryTerm]:
    for place, heading in enumerate(blocks):
        entry = list(takewhile(lambda block: block.level <= 0, blocks[place + 1 :]))
        if heading.level > 1 and entry and entry[0].level == 0:
            definition = corpus.plain(unformatted(entry[0].text))
            others = chain.from_iterable(BOLD.findall(block.text) for block in entry)
            forms = tuple(dict.fromkeys([heading.plain, *others]))
            yield GlossaryTerm(heading.id, heading.plain, shortened(definition, LONGEST_DEFINITION), forms)


def definitions_json(terms: Iterable[GlossaryTerm]) -> str:
    """As JSON: the name and the definition of each entry, by its id."""
    return json.dumps({one.id: [one.name, one.definition] for one in terms}, ensure_ascii=False, separators=(",", ":"))
