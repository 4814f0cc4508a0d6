from __future__ import annotations

from lxml import html

from dossier.corpus.corpus import Corpus
from dossier.model.addresses import NUMBERS
from dossier.model.claim import Value
from dossier.model.records import Claim, Event
from dossier.pages.context import context_of
from dossier.pages.numbers import actor_numbers, event_numbers, figures, numbers_view
from dossier.text.edtf import parse
from tests.support.printing import Pages
from tests.support.relinking import with_records


def valued(corpus: Corpus, **values: Value) -> Corpus:
    """The corpus with these values of claims, whose ids have strokes in place of underscores."""
    records = dict(corpus.records)
    for key, value in values.items():
        claim = corpus.claim(key.replace("_", "-"))
        records[claim.id] = claim.model_copy(update={"value": value})
    return with_records(corpus, records)


def boats(low: int, year: str | None = None, unit: str = "boats") -> Value:
    return Value(low=low, high=low, unit=unit, as_of=parse(year) if year else None)


def event(corpus: Corpus, key: str) -> Event:
    found = corpus.records[key]
    assert isinstance(found, Event)
    return found


def test_figures_of_one_thing_in_one_unit_stand_on_a_scale_in_order_of_time(mini: Corpus) -> None:
    corpus = valued(
        mini, tarn_1931_c05=boats(12, "1904"), board_1934_c03=boats(7, "1903"), quay_2002_c04=boats(3, unit="lamps")
    )
    found = event_numbers(context_of(corpus), event(corpus, "great-lamp-fire"))
    assert found
    assert [(one.title, [bar.claim.id for bar in one.chart.bars]) for one in found.drawn] == [
        ("7 to 12 boats, in 2 figures from 2 sources", ["board-1934-c03", "tarn-1931-c05"])
    ]
    assert [(one.id, one.quantity) for one in found.single] == [("quay-2002-c04", "3 lamps")]
    assert found.number == 3


def test_what_its_author_rejects_is_no_figure_and_what_is_given_loosely_keeps_its_words(mini: Corpus) -> None:
    corpus = valued(mini, tarn_1931_c05=Value(low=100, unit="boats", as_given="more than a hundred", approximate=True))
    claim = corpus.claim("tarn-1931-c05")
    found = figures(context_of(corpus), [claim])
    assert found
    (shown,) = found.single
    assert shown.quantity == "more than a hundred boats"
    rejected = claim.model_copy(update={"certainty": "disputed-by-author"})
    assert figures(context_of(corpus), [rejected]) is None


def test_numbers_of_an_actor_are_all_that_answer_a_question_about_it(mini: Corpus) -> None:
    (found,) = actor_numbers(context_of(mini), "lamp-guild")
    assert found.link.id == "how-many-keepers"
    answering = [one.id for one in mini.referring("how-many-keepers", "answers", Claim)]
    drawn = [bar.claim.id for one in found.figures.drawn for bar in one.chart.bars]
    assert sorted([*drawn, *(one.id for one in found.figures.single)]) == sorted(answering)
    assert actor_numbers(context_of(mini), "ada-veyl") == ()


def test_every_figure_stands_on_the_page_once_at_least(mini: Corpus) -> None:
    corpus = valued(mini, tarn_1931_c05=boats(12, "1904"), tarn_1931_c07=boats(7))
    page = Pages(corpus).registered(NUMBERS)
    assert (page.address, page.title) == ("numbers/", "Numbers")
    tree = html.fromstring(page.content)
    expected = {one.id for one in corpus.of(Claim) if one.value and one.value.unit and not one.is_rejected}
    assert {one.get("data-key") for one in tree.cssselect("[data-part=claim]")} == expected
    view = numbers_view(context_of(corpus))
    assert view
    assert view.counted == f"{len(expected)} figures"
    assert {one.link.id for one in view.events} == {"great-lamp-fire", "keeper-talks"}


def test_a_dossier_without_figures_says_so(mini: Corpus) -> None:
    without = {
        key: one.model_copy(update={"value": None}) if isinstance(one, Claim) else one
        for key, one in mini.records.items()
    }
    corpus = with_records(mini, without)
    assert numbers_view(context_of(corpus)) is None
    assert "No figure is recorded yet." in Pages(corpus).registered(NUMBERS).content
    assert event_numbers(context_of(corpus), event(corpus, "great-lamp-fire")) is None


def test_the_page_of_an_event_holds_its_numbers(mini: Corpus) -> None:
    pages = Pages(valued(mini, tarn_1931_c05=boats(12, "1904")))
    tree = html.fromstring(f"<div>{pages.record(event(mini, 'great-lamp-fire')).content}</div>")
    (figure,) = tree.cssselect("ul.numbers > li")
    assert " ".join(figure.text_content().split()).startswith("12 boats Lamp Guild, according to Tarn 1931 for 1904 · ")
    assert not Pages(mini).record(event(mini, "keeper-talks")).content.count('id="numbers"')


def test_a_legend_tells_only_of_forms_that_occur(mini: Corpus) -> None:
    points = valued(mini, tarn_1931_c05=boats(12), board_1934_c03=boats(7))
    loose = valued(
        mini,
        tarn_1931_c05=boats(12),
        board_1934_c03=Value(low=7, unit="boats", as_given="seven at least", approximate=True),
    )
    legends = []
    for corpus in (points, loose):
        found = event_numbers(context_of(corpus), event(corpus, "great-lamp-fire"))
        assert found
        legends.append(found.drawn[0].chart.legend)
    assert legends[0] == "Nothing joins them, for each was found in its own way."
    assert "pale" in legends[1]
    assert "hollow" in legends[1]
