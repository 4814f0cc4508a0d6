from __future__ import annotations

import pytest
from minijinja import Environment, TemplateError

from dossier.pages.templating import Templates, isolated_html, safe_address, templates


def rendering(text: str) -> Templates:
    return Templates(Environment(templates={"a.html": text}, undefined_behavior="strict"))


def test_a_template_knows_the_way_to_the_root() -> None:
    assert rendering("{{ root }}x/").render("a.html", "actors/guild/") == "../../x/"
    assert rendering("[{{ root }}]").render("a.html", "") == "[]"


def test_words_are_escaped_and_addresses_keep_their_strokes() -> None:
    made = rendering('{{ words }} <a href="{{ link }}">')
    html = made.render("a.html", "", words="<b> & /", link=safe_address('https://x.example/a?b=1&c="'))
    assert html == '&lt;b&gt; &amp; &#x2f; <a href="https://x.example/a?b=1&amp;c=&#34;">'


def test_a_name_that_is_not_defined_is_an_error() -> None:
    with pytest.raises(TemplateError, match="undefined"):
        rendering("{{ nothing }}").render("a.html", "")


def test_all_templates_of_the_package_are_read() -> None:
    made = templates().environment
    assert "undefined" not in made.render_str("{{ 1 }}")
    with pytest.raises(TemplateError, match="undefined"):
        made.render_template("claim.html", root="")


def test_names_that_run_right_to_left_are_kept_apart() -> None:
    assert isolated_html("Lamp & Guild") == "Lamp & Guild"
    assert isolated_html("A & نقابة, عدا") == 'A &amp; <bdi dir="rtl">نقابة</bdi>, <bdi dir="rtl">عدا</bdi>'
