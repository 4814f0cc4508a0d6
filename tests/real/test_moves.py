"""Records of this dossier renamed, merged and withdrawn on a copy, as a curator would."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest

from dossier.commands.check import checked
from dossier.corpus.corpus import Corpus
from dossier.corpus.permalinks import lost
from dossier.editing.draft import Draft
from dossier.editing.references import places
from dossier.editing.replacing import source_text
from dossier.editing.withdrawing import Along
from dossier.load import load
from dossier.model.records import Actor, Claim, Place, Question, Source
from dossier.problems import ProblemsFound
from dossier.renderers.mkdocs import prose_of
from dossier.site.build import build
from tests.support.files import snapshot
from tests.support.full import in_full
from tests.support.moves import TODAY, merged, renamed, withdrawn
from tests.support.paths import ROOT

pytestmark = pytest.mark.slow
PARTS = ("data", "docs")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for part in PARTS:
        shutil.copytree(ROOT / part, tmp_path / "dossier" / part)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path / "dossier")
    return tmp_path / "dossier"


@pytest.fixture(scope="module")
def here() -> Corpus:
    return load(ROOT)


@pytest.fixture(scope="module")
def named(here: Corpus) -> Counter[str]:
    """In how many places each record is named."""
    draft = Draft(ROOT)
    return Counter(place.id for place in places(here, lambda file: source_text(draft, file)) if not place.question)


def sound(root: Path, here: Corpus) -> Corpus:
    """The corpus after a change, which no check finds fault with and in which every old address leads on."""
    found = checked(root, TODAY)
    assert found.errors == ()
    assert set(here.permalinks) == set(found.corpus.permalinks)
    assert lost(found.corpus) == []
    return found.corpus


@in_full
def test_the_actor_that_is_named_most_goes_by_another_id_and_back(
    root: Path, here: Corpus, named: Counter[str]
) -> None:
    old = next(key for key, _ in named.most_common() if isinstance(here.records[key], Actor))
    assert named[old] > 300
    before = snapshot(root)
    told = renamed(root, old, f"{old}-anew")
    assert sound(root, here).redirects[old].to == f"{old}-anew"
    assert any(line.startswith(f"Replaced in {named[old]:,} places of ") for line in told)
    renamed(root, f"{old}-anew", old)
    after = snapshot(root)
    assert after.pop("data/redirects.yaml").startswith(before.pop("data/redirects.yaml"))
    assert after == before


@in_full
def test_a_source_goes_by_another_id_with_all_its_claims(root: Path, here: Corpus) -> None:
    source = max(here.of(Source), key=lambda one: len(here.claims_of(one.id)))
    renamed(root, source.id, f"{source.id}-anew")
    corpus = sound(root, here)
    assert len(corpus.claims_of(f"{source.id}-anew")) == len(here.claims_of(source.id))
    assert all(
        corpus.redirects[claim.id].to == f"{source.id}-anew{claim.id.removeprefix(source.id)}"
        for claim in here.claims_of(source.id)
    )


@in_full
def test_old_addresses_lead_on_in_the_site(root: Path, here: Corpus, tmp_path: Path, named: Counter[str]) -> None:
    place = next(key for key, _ in named.most_common() if isinstance(here.records[key], Place))
    question = here.of(Question)[0]
    position = question.positions[0].id
    renamed(root, place, f"{place}-anew")
    renamed(root, f"{question.id}#{position}", f"{question.id}#{position}-anew")
    renamed(root, question.id, f"{question.id}-anew")
    sound(root, here)
    build(root, tmp_path / "site", prose_of, search=False)
    for old, new in (
        (f"places/{place}", f"places/{place}-anew"),
        (f"questions/{question.id}", f"questions/{question.id}-anew"),
    ):
        assert f'href="../../{new}/"' in (tmp_path / "site" / old / "index.html").read_text("utf-8")


@in_full
def test_two_actors_are_made_one(root: Path, here: Corpus, named: Counter[str]) -> None:
    first, second = [key for key, _ in named.most_common() if isinstance(here.records[key], Actor)][1:3]
    merged(root, second, first)
    corpus = sound(root, here)
    texts = {name.text for name in corpus.actor(first).names}
    assert texts >= {name.text for key in (first, second) for name in here.actor(key).names}
    assert len(corpus.claims_about(first)) == len(
        {claim.id for key in (first, second) for claim in here.claims_about(key)}
    )


@in_full
def test_a_claim_on_which_prose_rests_is_kept_and_one_without_goes(
    root: Path, here: Corpus, named: Counter[str]
) -> None:
    cited = next(key for key, _ in named.most_common() if isinstance(here.records[key], Claim))
    before = snapshot(root)
    with pytest.raises(ProblemsFound) as found:
        withdrawn(root, cited)
    assert all(f"{cited}" in problem.message or "position" in problem.message for problem in found.value.problems)
    assert snapshot(root) == before
    alone = next(key for key, times in named.items() if times == 1 and isinstance(here.records[key], Claim))
    withdrawn(root, alone)
    assert sound(root, here).redirects[alone].said == here.claim(alone).text


@in_full
def test_a_place_goes_and_the_words_that_linked_it_stay(root: Path, here: Corpus, named: Counter[str]) -> None:
    place = next(
        key for key, _ in reversed(named.most_common()) if isinstance(here.records[key], Place) and here.mentions(key)
    )
    withdrawn(root, place, Along(statements=True, links=True))
    assert place not in sound(root, here).records
