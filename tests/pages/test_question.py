from __future__ import annotations

from dossier.load import load
from dossier.model.records import Question
from dossier.pages.context import Context, context_of
from dossier.pages.question import QuestionPage, question_page
from tests.conftest import Changed


def page_of(context: Context, key: str, **changes: object) -> QuestionPage:
    found = context.corpus.records[key]
    assert isinstance(found, Question)
    return question_page(context, found.model_copy(update=changes))


def test_the_page_of_a_question(context: Context) -> None:
    page = page_of(context, "when-founded")
    assert (page.eyebrow, page.title) == ("Question · When", "When was the guild founded?")
    assert (page.positions_word, page.claims_number, page.claims_counted) == ("positions", 3, "3 claims")
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
