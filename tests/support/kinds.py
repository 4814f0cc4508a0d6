"""Which pages stand for their kind where each kind of page is looked at: the fullest of each."""

from __future__ import annotations

from dossier.corpus.comparison import pair_addresses
from dossier.corpus.corpus import Corpus
from dossier.corpus.themes import all_long_lists
from dossier.model.addresses import list_url, redirect_url, url_for
from dossier.model.records import Actor, Claim, Event, Place, Question, Record, Source

LISTS = ("questions", "actors", "events", "places", "claims", "sources")
PICTURES = ("timeline", "map", "network", "compare", "numbers")


def most_connected(corpus: Corpus, model: type[Record]) -> Record:
    """The record of a kind that most others name: the fullest page of its kind."""
    return max(corpus.of(model), key=lambda record: len(corpus.referrers(record.id)))


def an_essay(corpus: Corpus) -> str:
    return next(document.name for document in corpus.documents if document.is_essay) + "/"


def kinds_of_page(corpus: Corpus) -> dict[str, str]:
    """The address of a page of each kind, by the name of the kind."""
    question = next(one for one in corpus.of(Question) if one.kind == "quantity")
    date = next(one for one in corpus.of(Question) if one.kind == "date")
    pages = {
        "home": "",
        "topic": an_essay(corpus),
        "article": url_for(most_connected(corpus, Source)),
        "actor": url_for(most_connected(corpus, Actor)),
        "question": url_for(most_connected(corpus, Question)),
        "question of quantity": url_for(question),
        "question of date": url_for(date),
        "event": url_for(most_connected(corpus, Event)),
        "place": url_for(most_connected(corpus, Place)),
        "claim": url_for(most_connected(corpus, Claim)),
        "search": "search/",
        "search with results": "search/?q=fighters",
        "search without results": "search/?q=zzxqy",
        **{f"list of {name}": f"{name}/" for name in LISTS},
        **{name: f"{name}/" for name in PICTURES},
        "agreement": "agreement/",
        "changes": "changes/",
        "data": "data/",
        "data dictionary": "data/dictionary/",
        "types": "data/types/",
        "copy": "data/copy/",
        "about": "about/",
        "about, with code and a table": "about/contributing/",
        "about, with a list of terms": "about/glossary/",
        "not found": "404.html",
    }
    lists = max(all_long_lists(corpus), key=lambda found: len(found[1].claims), default=None)
    if lists:
        pages["long list"] = list_url(lists[0], lists[1].id)
    pairs = pair_addresses(corpus)
    if pairs:
        pages["two sources"] = pairs[0]
    moved = next(iter(corpus.redirects.values()), None)
    return pages | ({"redirect": redirect_url(moved)} if moved else {})
