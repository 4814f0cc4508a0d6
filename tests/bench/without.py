"""Our search with one of its ways of finding taken out, to tell what each of them is worth."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

from dossier.corpus.corpus import Corpus
from dossier.model.addresses import url_for
from dossier.model.records import Event, Named, Question
from dossier.pages.registry import PAGES
from dossier.search import english, thesaurus
from dossier.search import topics as made
from dossier.search.topics import Topic, all_topics, topics_file

TOPICS = Path("search/topics.json")
RULES = Path("search/rules.json")
SCRIPT = Path("assets/dossier/topics.js")
# What the script holds of each weight, and what says that all fields and kinds weigh the same.
EQUAL = {"IN_ANSWERS=0.7": "IN_ANSWERS=1", "TITLE=0.04": "TITLE=0", "KIND={Question:0.12,Event:0.05}": "KIND={}"}


def without(way: str, site: Path, corpus: Corpus, target: Path) -> Path:
    """A copy of a built site, in which the search does without one of ``WAYS``."""
    shutil.copytree(site, target, copy_function=os.link)
    WAYS[way](target, corpus)
    return target


def _without_asked_as(site: Path, corpus: Corpus) -> None:
    asked = {
        url_for(one): len(one.asked_as) for one in corpus.records.values() if isinstance(one, Question | Event | Named)
    }
    asked |= {page.address: len(page.asked_as) for page in PAGES}

    def own(topic: Topic) -> Topic:
        # A page of prose has no name besides its title.
        names = len(topic.ways) - asked[topic.address] if topic.address in asked else 1
        return replace(topic, ways=topic.ways[: max(1, names)])

    _write(site / TOPICS, topics_file(corpus, map(own, all_topics(corpus))))


def _without_thesaurus(site: Path, _corpus: Corpus) -> None:
    _change(site / TOPICS, {"concepts": [], "phrases": []})


def _without_stems(site: Path, corpus: Corpus) -> None:
    kept = (thesaurus.concepts, english.common_stems)
    for one in kept:
        one.cache_clear()
    with patch.object(made, "stem", str), patch.object(thesaurus, "stem", str), patch.object(english, "stem", str):
        _write(site / TOPICS, topics_file(corpus, all_topics(corpus)))
    for one in kept:
        one.cache_clear()
    read = json.loads((site / RULES).read_text("utf-8"))
    _change(site / RULES, {"rules": {**read["rules"], "stems": []}})


def _without_weights(site: Path, _corpus: Corpus) -> None:
    script = (site / SCRIPT).read_text("utf-8")
    for one, other in EQUAL.items():
        if script.count(one) != 1:
            raise ValueError(f"{SCRIPT} does not hold {one} once")
        script = script.replace(one, other)
    _replace(site / SCRIPT, script)


def _without_intents(site: Path, _corpus: Corpus) -> None:
    read = json.loads((site / TOPICS).read_text("utf-8"))
    topics = [
        [*row[:3], ";".join(way.rpartition(":")[2] for way in row[3].split(";")), *row[4:]] for row in read["topics"]
    ]
    _change(site / TOPICS, {"intents": [], "whether": [], "site": [], "spoken": [], "topics": topics})


WAYS: Mapping[str, Callable[[Path, Corpus], None]] = {
    "asked_as": _without_asked_as,
    "thesaurus": _without_thesaurus,
    "stems": _without_stems,
    "weights": _without_weights,
    "intents": _without_intents,
}


def _change(path: Path, values: Mapping[str, Any]) -> None:
    _write(path, {**json.loads(path.read_text("utf-8")), **values})


def _write(path: Path, value: object) -> None:
    _replace(path, json.dumps(value, ensure_ascii=False))


def _replace(path: Path, text: str) -> None:
    """In a file of its own: the copy shares its files with the site."""
    path.unlink()
    path.write_text(text, "utf-8")
