"""What a template says is in the file of words, and nowhere else."""

from __future__ import annotations

from importlib.resources import files

import pytest

from tests.support.words import literal_words

THEME = files("dossier.renderers") / "theme"
# Names of columns and files, which are the same in every language.
NAMES = {"data.html": {"id", "text", "kind", "certainty", "source", "index.json", "checksums.txt"}}
# What no reader sees.
UNSEEN = frozenset({"search-entry.html", "opensearch.xml", "sitemap.xml"})


def sources() -> dict[str, str]:
    """The source of each template of the pages and of the frame, by its name."""
    folders = (files("dossier.pages") / "templates", THEME, THEME / "partials")
    return {one.name: one.read_text("utf-8") for folder in folders for one in folder.iterdir() if one.is_file()}


@pytest.mark.parametrize("name", sorted(sources().keys() - UNSEEN))
def test_a_template_says_nothing_itself(name: str) -> None:
    assert [one for one in literal_words(sources()[name]) if one not in NAMES.get(name, ())] == []


@pytest.mark.parametrize(
    ("template", "found"),
    [
        ("<p>Claims</p>", ["Claims"]),
        ("<p>{{ one.title }} by {{ one.author }}</p>", ["by"]),
        ('<a aria-label="The map" href="map/">{{ say("map.map") }}</a>', ["The map"]),
        ('{{ m.heading("claims", "Claims") }}', ["Claims"]),
        ('{{ "Dates" if many else say("event.date") }}', ["Dates"]),
        ('{% say "a.b" %}{% field link %}<a href="x/">this</a>{% endsay %}', ["this"]),
        ('{# A remark. #}<p class="lead-in">{{ say("claims.lead") }}</p><code>claims.csv</code>', []),
        ('<li{% if one %} data-part="claim"{% endif %}>{{ ", " if one }}{{ " record--first" if one }}</li>', []),
    ],
)
def test_words_in_a_template_are_found(template: str, found: list[str]) -> None:
    assert list(literal_words(template)) == found
