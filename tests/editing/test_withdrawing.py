from __future__ import annotations

import re
from pathlib import Path

import pytest

from dossier.editing.named_ids import RefusedError
from dossier.editing.withdrawing import Along
from dossier.load import load
from dossier.problems import ProblemsFound
from tests.conftest import Changed
from tests.support.changes import added, swapped
from tests.support.files import snapshot
from tests.support.moves import ALONE, TODAY, WHY, withdrawn
from tests.support.paths import MINI

STATEMENTS, LINKS = Along(statements=True), Along(links=True)
UNCITED = {
    "docs/quarrel.md": lambda text: re.sub(r"@tarn-1931-c05(; )?|\| 1903 .*\n", "", text),
    "data/questions/who-lit-the-fire.yaml": swapped("@tarn-1931-c05; ", ""),
}


@pytest.fixture
def root(changed: Changed) -> Path:
    return changed({})


def problems(root: Path, name: str, along: Along = ALONE) -> list[str]:
    before = snapshot(root)
    with pytest.raises(ProblemsFound) as found:
        withdrawn(root, name, along)
    assert snapshot(root) == before
    return [f"{one.file}:{one.line}: {one.message}" for one in found.value.problems]


def test_a_claim_on_which_nothing_rests_goes_and_its_address_says_why(root: Path) -> None:
    told = withdrawn(root, "quay-2002-c05")
    corpus = load(root)
    redirect = corpus.redirects["quay-2002-c05"]
    assert "quay-2002-c05" not in corpus.records
    assert (redirect.to, redirect.reason, redirect.why) == (None, "withdrawn", WHY)
    assert redirect.said == "The last ledger will be lost to damp within ten years."
    assert str(redirect.date) == TODAY.isoformat()
    assert told[0] == f"The claim quay-2002-c05 (“{redirect.said}”) is withdrawn."


def test_lists_that_name_others_too_lose_the_claim_and_say_so(changed: Changed) -> None:
    root = changed(
        {
            "docs/origins.md": swapped("[@tarn-1931-c01; @board-1934-c02]", "[@tarn-1931-c01]"),
            "docs/quarrel.md": lambda text: re.sub(r"\[\[count.*\n", "", text),
        }
    )
    told = withdrawn(root, "board-1934-c02")
    corpus = load(root)
    assert corpus.claim("quay-2002-c02").disputes == ("tarn-1931-c01",)
    assert "quay-2002-c02: disputes no longer names board-1934-c02." in told
    assert "data/events/guild-founding.yaml: claims no longer names board-1934-c02." in told
    assert "data/events/guild-founding.yaml: date 1898~ no longer rests on board-1934-c02." in told
    # What it disputes is a part of another claim, which an edition could not be published without a word on.
    last = corpus.corrections[-1]
    assert (last.record, last.changed, last.why) == ("quay-2002-c02", "Changed: disputes.", WHY)
    assert len(corpus.corrections) == len(load(MINI).corrections) + 1


def test_all_that_rests_on_a_claim_is_listed_with_its_sentences(root: Path) -> None:
    assert problems(root, "tarn-1931-c05") == [
        "data/events/great-lamp-fire.yaml:4: date 1903-11-XX rests on tarn-1931-c05 alone",
        "data/events/great-lamp-fire.yaml:7: place north-head rests on tarn-1931-c05 alone",
        "data/events/great-lamp-fire.yaml:9: actor reed-wardens, role blamed rests on tarn-1931-c05 alone",
        "data/events/great-lamp-fire.yaml:11: actor lamp-guild, role victim rests on tarn-1931-c05 alone",
        "data/questions/who-lit-the-fire.yaml:6: nothing else takes the position the-wardens",
        "data/questions/who-lit-the-fire.yaml:9: cites tarn-1931-c05: “No one who spoke of the fire saw it begin.”",
        "docs/quarrel.md:11: cites tarn-1931-c05: "
        "“The guild says “a warden’s hand” lit the fire; the wardens deny it.”",
        "docs/quarrel.md:17: cites tarn-1931-c05: “1903 · great-lamp-fire”",
    ]


def test_statements_and_positions_go_along_where_that_is_allowed(changed: Changed) -> None:
    root = changed(UNCITED)
    assert len(problems(root, "tarn-1931-c05")) == 5
    told = withdrawn(root, "tarn-1931-c05", STATEMENTS)
    corpus = load(root)
    event = corpus.records["great-lamp-fire"]
    assert (event.dated, event.placed) == ((), ())  # type: ignore[attr-defined]
    assert [one.role for one in event.participants] == ["denied_by", "responder"]  # type: ignore[attr-defined]
    assert "data/events/great-lamp-fire.yaml: took out place north-head." in told
    assert "With it the position who-lit-the-fire#the-wardens, which nothing else takes." in told
    gone = {one.from_: (one.to, one.reason, one.title) for one in corpus.position_redirects.items}
    assert gone["who-lit-the-fire#the-wardens"] == (None, "withdrawn", "The Reed Wardens lit it")


def test_a_question_goes_along_where_fewer_than_two_answers_would_be_left(changed: Changed) -> None:
    question = """title: Is the ledger lost?
kind: exclusive
positions:
  - {id: it-is, label: It will be.}
  - {id: it-is-not, label: It is not.}
why_they_differ: Quay looks ahead [@quay-2002-c05]; the board does not say [@board-1934-c04].
"""
    root = changed(
        {
            "data/questions/is-it-lost.yaml": question,
            "data/claims/quay-2002.yaml": lambda text: text + "  answers: [{question: is-it-lost, position: it-is}]\n",
            "data/claims/board-1934.yaml": lambda text: (
                text + "  answers: [{question: is-it-lost, position: it-is-not}]\n"
            ),
        }
    )
    assert "data/questions/is-it-lost.yaml:4: nothing else takes the position it-is" in problems(root, "quay-2002-c05")
    told = withdrawn(root, "quay-2002-c05", STATEMENTS)
    corpus = load(root)
    assert "With it the question is-it-lost, of which fewer than two answers would be left." in told
    assert corpus.claim("board-1934-c04").answers == ()
    assert corpus.redirects["is-it-lost"].reason == "withdrawn"


def test_an_event_of_which_no_claim_would_tell_stands_in_the_way(changed: Changed) -> None:
    root = changed({"docs/quarrel.md": lambda text: re.sub(r"\| 1905 .*\n", "", text)})
    found = problems(root, "tarn-1931-c07", STATEMENTS)
    assert "data/events/keeper-talks.yaml:13: would name nothing but tarn-1931-c07" in found


def test_who_says_a_claim_stands_in_the_way(root: Path) -> None:
    assert problems(root, "tide-gazette", LINKS) == ["data/claims/quay-2002.yaml:25: is said by tide-gazette"]


def test_links_become_words_where_that_is_allowed(root: Path) -> None:
    assert problems(root, "north-head", STATEMENTS)[0].startswith(
        "docs/sources/tarn-1931.md:14: links north-head: “When the"
    )
    told = withdrawn(root, "north-head", Along(statements=True, links=True))
    assert "great lamp at North Head burned" in (root / "docs/sources/tarn-1931.md").read_text("utf-8")
    assert "docs/sources/tarn-1931.md: links became words in line 14; read the sentences again." in told
    assert load(root).claim("tarn-1931-c05").about == ("great-lamp-fire", "reed-wardens", "lamp-guild")


def test_a_question_goes_with_the_answers_to_it_and_its_former_positions(root: Path) -> None:
    assert len(problems(root, "when-founded")) == 1
    told = withdrawn(root, "when-founded", LINKS)
    corpus = load(root)
    assert "\nTwo papers date the founding" in (root / "docs/quarrel.md").read_text("utf-8")
    assert corpus.claim("quay-2002-c02").answers == ()
    assert not [one for one in corpus.position_redirects.items if one.question == "when-founded"]
    assert "Left out the redirect of when-founded#in-1904, since its question is withdrawn." in told


def test_a_position_goes_with_the_answers_that_take_it(root: Path) -> None:
    withdrawn(root, "who-lit-the-fire#nobody")
    corpus = load(root)
    assert corpus.claim("quay-2002-c04").answers == ()
    assert [one.id for one in corpus.records["who-lit-the-fire"].positions] == ["the-wardens", "not-the-wardens"]  # type: ignore[attr-defined]


def test_what_led_to_what_is_withdrawn_is_withdrawn_too(changed: Changed) -> None:
    more = "- {id: old-gazette, kind: actor, to: tide-gazette, reason: renamed, why: Its name.}\n"
    more += '- {from: paper/, to: "actors/tide-gazette/", reason: moved, why: Its page.}\n'
    root = changed(
        {"data/redirects.yaml": added(more), "data/claims/quay-2002.yaml": swapped("  said_by: tide-gazette\n", "")}
    )
    told = withdrawn(root, "tide-gazette", LINKS)
    corpus = load(root)
    assert (corpus.redirects["old-gazette"].to, corpus.redirects["old-gazette"].reason) == (None, "withdrawn")
    assert "old-gazette, which had led to tide-gazette, is withdrawn too." in told
    assert [one.to for one in corpus.page_redirects.items if one.from_ == "paper/"] == [None]


def test_a_source_goes_with_its_claims_alone_if_they_may(root: Path) -> None:
    with pytest.raises(RefusedError, match="quay-2002 has 5 claims, to go with it by --with-claims: quay-2002-c01, "):
        withdrawn(root, "quay-2002")
    found = problems(root, "quay-2002", Along(claims=True, statements=True, links=True))
    assert [line for line in found if line.startswith("docs/index.md:13: cites quay-2002-c02")]
    # Of these questions fewer than two answers would be left: they go along, whatever their own words cite.
    assert not [line for line in found if "when-founded.yaml" in line or "how-many-keepers.yaml" in line]
    found = problems(root, "quay-2002", Along(claims=True, links=True))
    assert "data/questions/when-founded.yaml:7: nothing else takes the position in-1901" in found


def test_a_source_that_nothing_rests_on_goes_with_article_uses_and_counts(changed: Changed) -> None:
    source = "type: report\ntitle: A late report\nlabel: Late\nperspective: It was written late.\n"
    claim = """- id: late-2010-c01
  text: The lamps are gone.
  kind: fact
  certainty: stated
  paragraphs: [1]
  anchor: {from: "the lamps", to: "are gone"}
  about: [brisa]
"""
    root = changed(
        {
            "data/sources/late-2010.yaml": source,
            "data/claims/late-2010.yaml": claim,
            "docs/sources/late-2010.md": "# A late report\n\nThe lamps are gone.\n{: #p1 }\n",
            "data/places/brisa.yaml": swapped(
                "quay-2002#p1]}\n  - {text: بريسا", "quay-2002#p1, late-2010#p1]}\n  - {text: بريسا"
            ),
            "docs/index.md": swapped("What the sources say", "What [[count:sources|four]] sources say"),
        }
    )
    told = withdrawn(root, "late-2010", Along(claims=True))
    assert not list(root.rglob("late-2010.*"))
    corpus = load(root)
    assert (corpus.redirects["late-2010"].title, corpus.redirects["late-2010-c01"].said) == (
        "A late report",
        "The lamps are gone.",
    )
    assert "[[count:sources|three]]" in (root / "docs/index.md").read_text("utf-8")
    assert "late-2010#p1" not in (root / "data/places/brisa.yaml").read_text("utf-8")
    assert "With it 1 claim: late-2010-c01." in told


def test_an_article_that_a_page_or_the_menu_names_stands_in_the_way(changed: Changed) -> None:
    root = changed({"docs/about/index.md": added("\nSee [the report](../sources/quay-2002.md).\n")})
    found = problems(root, "quay-2002", Along(claims=True, statements=True, links=True))
    assert "docs/about/index.md:19: names sources/quay-2002.md" in found


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("fog-bell", "“fog-bell” was withdrawn already"),
        ("lamp-gild", "no record “lamp-gild”; did you mean"),
        ("when-founded#in-1901", "when-founded has two positions and needs both; withdraw the question"),
    ],
)
def test_what_cannot_be_is_refused(root: Path, name: str, said: str) -> None:
    with pytest.raises(RefusedError, match=re.escape(said)):
        withdrawn(root, name)


def test_other_claims_of_the_file_keep_their_bytes(root: Path) -> None:
    before = (root / "data/claims/quay-2002.yaml").read_text("utf-8")
    withdrawn(root, "quay-2002-c05")
    assert before.startswith((root / "data/claims/quay-2002.yaml").read_text("utf-8"))
