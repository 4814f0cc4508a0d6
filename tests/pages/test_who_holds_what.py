from __future__ import annotations

import re

import pytest

from dossier.corpus.comparison import answers_to
from dossier.load import load
from dossier.model.records import Question
from dossier.model.words import ENGLISH
from dossier.pages.context import Context, context_of
from dossier.pages.who_holds_what import HeldRow, HeldView, differs_on, held_at_home, title_of_all, who_holds_what
from tests.conftest import Changed
from tests.support.changes import added, swapped


def picture(context: Context) -> HeldView:
    view = who_holds_what(context)
    assert view is not None
    return view


def rows(view: HeldView) -> dict[str, HeldRow]:
    return {row.id: row for sheet in (*view.apart, *view.adding) for group in sheet.groups for row in group.rows}


def marks(row: HeldRow) -> list[tuple[str, str, float, float]]:
    return [(one.shape, one.words, one.x, one.aside) for one in row.marks]


def test_a_mark_says_what_a_source_does_and_a_letter_with_which_answer(context: Context) -> None:
    found = rows(picture(context))
    assert list(found) == ["when-founded", "who-lit-the-fire", "how-many-keepers"]
    assert marks(found["who-lit-the-fire"]) == [
        ("alleged", "A", 16.67, -8.5),
        ("rejected", "B", 16.67, 8.5),
        ("reported", "B", 50.0, 0.0),
        ("suggested", "C", 83.33, 0.0),
    ]
    assert marks(found["how-many-keepers"])[1] == ("silent", "", 50.0, 0.0)


def test_a_row_says_its_marks_in_words_and_leads_to_its_table(context: Context) -> None:
    row = rows(picture(context))["who-lit-the-fire"]
    assert row.said == (
        "Tarn 1931 passes on an allegation A, rejects B; Harbour Board 1934 reports B; "
        "Quay 2002 contradicts A, suggests C"
    )
    assert row.address == "compare/#on-who-lit-the-fire"
    assert row.keys == ()


def test_the_legend_has_only_what_occurs(context: Context) -> None:
    assert [one.shape for one in picture(context).legend] == [
        "asserted",
        "suggested",
        "reported",
        "alleged",
        "rejected",
        "silent",
    ]


def test_the_title_says_what_is_shown(context: Context) -> None:
    assert picture(context).title == "Sources differ on 2 of 3 questions"
    every = [answers_to(context.corpus, one) for one in context.corpus.of(Question)]
    assert [one.question.id for one in every if differs_on(one)] == ["how-many-keepers", "when-founded"]
    assert title_of_all(ENGLISH, [one for one in every if not differs_on(one)]).startswith(
        "Sources differ on none of 1 question"
    )


def test_home_shows_where_sources_differ_with_what_the_letters_stand_for(context: Context) -> None:
    view = held_at_home(context)
    assert view
    assert view.title == "Sources differ on 2 of 3 questions, these"
    assert list(rows(view)) == ["when-founded", "how-many-keepers"]
    row = rows(view)["when-founded"]
    assert row.address == "questions/when-founded/"
    assert [(one.letter, one.label) for one in row.keys] == [("A", "Around 1898"), ("B", "In 1901")]
    assert [one.shape for one in view.legend] == ["asserted", "suggested", "reported", "silent"]


def test_home_shows_some_of_many_and_nothing_where_nobody_differs(
    context: Context, changed: Changed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dossier.pages.who_holds_what.MOST_AT_HOME", 1)
    view = held_at_home(context)
    assert view
    assert (view.title, len(rows(view))) == ("Sources differ on 2 of 3 questions, these among them", 1)
    undisputed = {"data/claims/quay-2002.yaml": lambda text: re.sub(r"  disputes: .*\n", "", text)}
    assert held_at_home(context_of(load(changed(undisputed)))) is None


def test_answers_that_add_to_each_other_are_counted(changed: Changed) -> None:
    facets = swapped("kind: exclusive", "kind: facets")
    context = context_of(load(changed({"data/questions/who-lit-the-fire.yaml": facets})))
    view = picture(context)
    assert view.counted == "1 question"
    row = rows(view)["who-lit-the-fire"]
    assert [one.words for one in row.marks] == ["1", "1", "1"]
    assert row.said == "Tarn 1931 names 1 answer; Harbour Board 1934 names 1 answer; Quay 2002 names 1 answer"


def test_answers_for_which_there_is_no_room_are_told_by_a_sign(changed: Changed) -> None:
    positions = "".join(f"  - {{id: by-{number}, label: Number {number}}}\n" for number in range(12))
    claims = "".join(
        f"- id: quay-2002-c{number + 6:02}\n  text: It was number {number}.\n  kind: fact\n  certainty: stated\n"
        '  paragraphs: [2]\n  anchor: {from: "old oil", to: "no hand at all"}\n  about: [great-lamp-fire]\n'
        f"  answers: [{{question: who-lit-the-fire, position: by-{number}}}]\n"
        for number in range(12)
    )
    last = "  - {id: nobody, label: Nobody lit it}\n"
    root = changed(
        {
            "data/questions/who-lit-the-fire.yaml": swapped(last, last + positions),
            "data/claims/quay-2002.yaml": added(claims),
        }
    )
    row = rows(picture(context_of(load(root))))["who-lit-the-fire"]
    own = [one.words for one in row.marks if one.x > 80]
    assert own[-1] == "+"
    assert len(own) == 6
