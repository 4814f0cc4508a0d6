from __future__ import annotations

from collections.abc import Iterable

from lxml import html

from dossier.load import load
from dossier.model.records import Question
from dossier.pages.context import Context, context_of
from dossier.pages.prose import ProsePart
from dossier.pages.question import QuestionPage, question_page
from tests.conftest import Changed
from tests.support.printing import Pages
from tests.support.relinking import with_records


def page_of(context: Context, key: str, **changes: object) -> QuestionPage:
    found = context.corpus.records[key]
    assert isinstance(found, Question)
    return question_page(context, found.model_copy(update=changes))


def test_the_page_of_a_question(context: Context) -> None:
    page = page_of(context, "when-founded")
    assert (page.eyebrow, page.title) == ("Question · When", "When was the guild founded?")
    assert (page.positions_counted, page.claims_counted) == ("2 positions", "3 claims")
    assert [(one.id, one.counted, [claim.id for claim in one.claims]) for one in page.positions] == [
        ("around-1898", "2 claims, 1 independent source", ["tarn-1931-c01", "board-1934-c02"]),
        ("in-1901", "1 claim, 1 independent source", ["quay-2002-c02"]),
    ]
    assert [one.id for one in page.about] == ["lamp-guild", "guild-founding"]
    assert [(one.id, one.published) for one in page.sources] == [
        ("tarn-1931", "1931-05-31"),
        ("board-1934", "1934-12-31"),
        ("quay-2002", "2002-03-09"),
    ]


def words(parts: Iterable[ProsePart]) -> str:
    return "".join(part.words or (part.link.words if part.link else "") for part in parts)


def tree_of(context: Context, key: str, **changes: object) -> html.HtmlElement:
    """The printed page of a question with some changes."""
    question = context.corpus.records[key].model_copy(update=changes)
    corpus = with_records(context.corpus, {**context.corpus.records, key: question})
    return html.fromstring(f"<div>{Pages(corpus).record(question).content}</div>")


def test_the_answer_in_short_stands_first_with_its_claims(context: Context) -> None:
    page = page_of(context, "how-many-keepers")
    assert words(page.answer) == "Tarn gives about ninety, Quay forty or more."
    assert [note.claim.id for note in page.notes][:2] == ["tarn-1931-c02", "quay-2002-c01"]
    tree = tree_of(context, "how-many-keepers")
    assert [one.tag for one in tree.xpath("//h1/following-sibling::*")][:3] == ["p", "ul", "p"]
    assert tree.xpath("//h1/following-sibling::*[1]/@class") == ["summary"]
    assert page_of(context, "when-founded").answer == ()
    assert not tree_of(context, "when-founded").cssselect(".summary")


def test_each_position_has_a_line_with_the_sources_that_hold_it(context: Context) -> None:
    tree = tree_of(context, "who-lit-the-fire")
    lines = tree.cssselect("ul.answers > li")
    assert [(one.get("data-standing"), " ".join(one.text_content().split())) for one in lines] == [
        ("alleged", "The Reed Wardens lit it Alleged Tarn 1931, citing Lamp Guild"),
        (
            "reported",
            "The wardens did not light it Reported Harbour Board 1934, citing Harbour Board · "
            "disputed by Tarn 1931, citing Reed Wardens",
        ),
        ("suggested", "Nobody lit it Suggested Quay 2002"),
    ]
    targets = [one.cssselect("a")[0].get("href").removeprefix("#") for one in lines]
    assert targets == [one.get("id") for one in tree.cssselect("section.position")]


def test_claims_that_pass_a_position_on_and_dispute_it_stand_apart(context: Context) -> None:
    positions = {one.id: one for one in page_of(context, "who-lit-the-fire").positions}
    denied = positions["not-the-wardens"]
    assert [one.id for one in denied.claims] == ["board-1934-c03"]
    assert [one.id for one in denied.rejecting] == ["tarn-1931-c06"]
    assert denied.counted == "1 claim, 1 independent source"
    assert [one.rejecting for key, one in positions.items() if key != "not-the-wardens"] == [(), ()]
    tree = tree_of(context, "who-lit-the-fire")
    (label,) = tree.cssselect(".position__rejecting")
    (section,) = tree.cssselect("#position-not-the-wardens")
    assert label.getparent() is section
    assert [one.get("id") for one in section.cssselect(".stance")] == ["board-1934-c03", "tarn-1931-c06"]
    assert [one.get("id") for one in label.getnext()] == ["tarn-1931-c06"]


def test_what_a_source_rejects_is_not_drawn_among_the_answers(context: Context) -> None:
    assert len(page_of(context, "when-founded").charts[0].bars) == 3
    claim = context.corpus.claim("board-1934-c02").model_copy(update={"certainty": "disputed-by-author"})
    corpus = with_records(context.corpus, {**context.corpus.records, claim.id: claim})
    page = page_of(context_of(corpus), "when-founded")
    assert [[bar.claim.id for bar in chart.bars] for chart in page.charts] == [["tarn-1931-c01", "quay-2002-c02"]]


def test_answers_that_add_up_are_not_shown_as_a_disagreement(context: Context) -> None:
    said = {
        kind: " ".join(tree_of(context, "who-lit-the-fire", kind=kind).cssselect(".lead-in")[0].text_content().split())
        for kind in ("exclusive", "facets")
    }
    assert said["exclusive"].startswith("The answers pull apart,")
    assert said["facets"].startswith("The answers add to each other: sources name different things, and need not")
    facets = page_of(context, "who-lit-the-fire", kind="facets")
    assert (facets.adds_up, facets.eyebrow) == (True, "Question · Answers that add to each other")
    exclusive = page_of(context, "who-lit-the-fire")
    assert (exclusive.adds_up, exclusive.eyebrow) == (False, "Question · Answers that pull apart")


def test_a_claim_that_takes_two_positions_has_its_id_once(context: Context) -> None:
    claim = context.corpus.claim("quay-2002-c04")
    second = claim.answers[0].model_copy(update={"position": "the-wardens"})
    twice = claim.model_copy(update={"answers": (*claim.answers, second)})
    corpus = with_records(context.corpus, {**context.corpus.records, claim.id: twice})
    tree = tree_of(context_of(corpus), "who-lit-the-fire", kind="facets")
    assert len(tree.cssselect(f".stance[data-claim={claim.id}]")) == 2
    assert len(tree.cssselect(f"#{claim.id}")) == 1


def test_events_are_drawn_and_listed_from_three_on(context: Context) -> None:
    events = ("guild-founding", "great-lamp-fire", "keeper-talks")
    drawn = page_of(context, "who-lit-the-fire", about=events).events
    assert drawn
    assert [row.link.id for row in drawn.rows] == list(events)
    assert [event.link.id for event in drawn.strip.events] == list(events)
    assert page_of(context, "who-lit-the-fire", about=events[:2]).events is None


def test_positions_that_went_are_named_where_they_stood(changed: Changed) -> None:
    gone = (
        '- {from: "who-lit-the-fire#the-watch", to: "who-lit-the-fire#the-wardens", reason: renamed, why: Its name.}\n'
        '- {from: "who-lit-the-fire#in-autumn", to: "when-founded#in-1901", reason: merged, why: It is a date.}\n'
        '- {from: "who-lit-the-fire#the-sea", reason: withdrawn, why: No source says it.}\n'
    )
    context = context_of(load(changed({"data/redirects.yaml": lambda text: text + gone})))
    page = page_of(context, "who-lit-the-fire")
    assert {one.id: one.former_ids for one in page.positions} == {
        "the-wardens": ("the-watch",),
        "not-the-wardens": (),
        "nobody": (),
    }
    moved, withdrawn = page.gone
    assert (moved.id, moved.reason, moved.why) == ("in-autumn", "merged", "It is a date.")
    assert moved.address == "questions/when-founded/#position-in-1901"
    assert moved.to
    assert moved.to.id == "when-founded"
    assert (withdrawn.id, withdrawn.reason, withdrawn.to) == ("the-sea", "withdrawn", None)


def test_a_question_without_former_positions_names_none(context: Context) -> None:
    assert page_of(context, "who-lit-the-fire").gone == ()
