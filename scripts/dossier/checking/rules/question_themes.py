"""The theme of a question is a topic page: a page of prose that lies in ``docs/`` itself."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.corpus.corpus import Corpus
from dossier.corpus.themes import themes
from dossier.model.records import Question
from dossier.problems import Problem, nearest


def check(corpus: Corpus) -> Iterator[Problem]:
    known = {*themes(corpus), *corpus.unread}
    for question in corpus.of(Question):
        if question.theme is not None and question.theme not in known:
            message = f'no topic page "{question.theme}"'
            hint = nearest(question.theme, known) or "give the name of a page in docs/, or leave the theme out"
            yield corpus.location(question.id, ("theme",), "question-theme", message, hint)
