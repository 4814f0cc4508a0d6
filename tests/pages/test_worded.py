from __future__ import annotations

import pytest
from minijinja import Environment

from dossier.model.words import ENGLISH, OTHER, Message, Words
from dossier.pages.templating import plural_category, templates
from dossier.pages.worded import WordingError, worded

WORDS = Words(
    {
        "map.title": Message({OTHER: "Places & <roads>"}, "en"),
        "map.of": Message({OTHER: "{place}, of {country}"}, "en"),
        "map.see": Message({OTHER: "See the {link} of {country}."}, "en"),
        "map.link": Message({OTHER: "map"}, "en"),
        "map.towns": Message({"one": "{count} town", OTHER: "{count} towns"}, "en"),
    }
)


def printed(template: str, **values: object) -> str:
    environment = Environment(
        templates={"one.html": worded(template, WORDS)}, auto_escape_callback=lambda _: "html", trim_blocks=True
    )
    environment.add_filter("category", plural_category)
    return environment.render_template("one.html", **values)


def test_words_are_printed_as_text() -> None:
    assert printed('<h1>{{ say("map.title") }}</h1>') == "<h1>Places &amp; &lt;roads&gt;</h1>"


def test_words_within_an_expression_are_a_text() -> None:
    assert printed('{{ say("map.title") | upper }}') == "PLACES &amp; &lt;ROADS&gt;"
    assert printed('{{ [say("map.of", place="A", country=one), 2] | first }}', one="B & C") == "A, of B &amp; C"


def test_fields_are_filled() -> None:
    assert printed('<p>{{ say("map.of", place=one.name, country=two("x, y")) }}</p>', one={"name": "A"}, two=str) == (
        "<p>A, of x, y</p>"
    )


def test_fields_may_hold_markup_and_words() -> None:
    link = '<a href="map/">{{ say("map.link") }}</a>'
    block = f'{{% say "map.see" %}}{{% field link %}}{link}{{% field country %}}{{{{ one }}}}{{% endsay %}}'
    assert printed(f"<p>{block}</p>", one="B") == '<p>See the <a href="map/">map</a> of B.</p>'


@pytest.mark.parametrize(("count", "said"), [(1, "1 town\n|"), (2, "2 towns\n|")])
def test_a_plural_is_chosen_by_the_number(count: int, said: str) -> None:
    assert printed('{{ say("map.towns", count=one) }}\n|', one=count) == said
    assert printed('{{ say("map.towns", count=one) | upper }}', one=count) == said.removesuffix("\n|").upper()


@pytest.mark.parametrize(
    ("template", "complaint"),
    [
        ('{{ say("map.lead") }}', "no words are called map.lead"),
        ('{{ say("map.of", place=one) }}', "map.of: no value for country"),
        ('{% say "map.see" %}{% field link %}a{% endsay %}', "map.see: no value for country"),
        ('{% say "map.see" %}a{% field link %}b{% field country %}c{% endsay %}', "stands in no field: a"),
        ('{{ say("map.of", place=one', "does not end"),
        ('{{ say("map.towns") }}', "no value for count"),
    ],
)
def test_a_template_that_asks_wrongly_is_refused(template: str, complaint: str) -> None:
    with pytest.raises(WordingError, match=complaint):
        worded(template, WORDS)


def test_every_template_asks_for_what_is_there() -> None:
    assert templates(ENGLISH).render("not-found.html", "", base="/").startswith("<h1>Page not found</h1>")
