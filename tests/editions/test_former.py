from __future__ import annotations

from dossier.corpus.corpus import Corpus
from dossier.editions.former import with_former_words
from dossier.editions.state import Edition, state_of
from dossier.load import load
from tests.conftest import Changed
from tests.support.changes import added, swapped
from tests.support.second import SECOND

POSITION = '- {from: "who-lit-the-fire#nobody", to: "who-lit-the-fire#no-one", reason: renamed, why: So.}\n'
PAGE = "- {from: quarrel/, to: about/, reason: merged, why: It was short.}\n"


def test_titles_and_words_come_from_the_edition_before(changed: Changed, mini: Corpus) -> None:
    earlier = state_of(mini, Edition("2024.1", "2024-04-01"))
    found = with_former_words(load(changed(SECOND)), [earlier]).redirects
    assert (found["north-head"].title, found["north-head"].said) == ("North Head", None)
    assert found["tide-gazette"].title == "Tide Gazette"
    claim = found["quay-2002-c05"]
    assert (claim.title, claim.said) == (None, mini.claim("quay-2002-c05").text)


def test_what_the_redirect_says_itself_stays(changed: Changed, mini: Corpus) -> None:
    item = "- {id: saltmarsh, kind: place, title: The Marsh, reason: withdrawn, why: A.}\n"
    earlier = state_of(mini, Edition("2024.1", "2024-04-01"))
    corpus = load(changed({"data/redirects.yaml": added(item)}))
    earlier.entries["saltmarsh"] = earlier.entries["north-head"]
    found = with_former_words(corpus, [earlier])
    assert found.redirects["saltmarsh"].title == "The Marsh"
    assert found.redirects["wick-brotherhood"] == mini.redirects["wick-brotherhood"]


def test_pages_and_positions_too(changed: Changed, mini: Corpus) -> None:
    root = changed(
        {
            "docs/quarrel.md": None,
            "data/redirects.yaml": added(PAGE + POSITION),
            "data/questions/who-lit-the-fire.yaml": swapped("id: nobody", "id: no-one"),
            "data/claims/quay-2002.yaml": swapped("position: nobody", "position: no-one"),
        }
    )
    found = with_former_words(load(root), [state_of(mini, Edition("2024.1", "2024-04-01"))])
    assert found.page_redirects.items[-1].title == "The quarrel"
    assert found.position_redirects.items[-1].title == "Nobody lit it"


def test_without_editions_all_stays(mini: Corpus) -> None:
    assert with_former_words(mini, []) == mini
