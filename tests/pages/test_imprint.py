from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import html

from dossier.corpus.corpus import Corpus
from dossier.editions.site_info import Keeper, SiteInfo
from dossier.editions.state import Edition
from dossier.model.records import Source
from dossier.pages.imprint import Imprint, imprint_view
from dossier.pages.templating import templates
from tests.support.relinking import with_records

INFO = SiteInfo("Lamp Dossier", "https://lamp.example/", "")
PUBLISHED = replace(INFO, edition=Edition("2026.1", "2026-01-09"))


def line(view: Imprint, base: str = "../") -> html.HtmlElement:
    return html.fromstring(f"<p>{templates().render('imprint-line.html', 'origins/', view=view, base=base)}</p>")


def words(view: Imprint) -> str:
    return " ".join(line(view).text_content().split())


def test_the_line_says_who_makes_the_site_and_how_far_its_sources_go(mini: Corpus) -> None:
    assert words(imprint_view(mini, INFO)) == (
        "Lamp Dossier · current state, not an edition · nothing published after 9 March 2002 is covered"
        " · About this site"
    )


def test_an_edition_is_named_with_its_day(mini: Corpus) -> None:
    assert "Lamp Dossier · edition 2026.1 of 2026-01-09 ·" in words(imprint_view(mini, PUBLISHED))


@pytest.mark.parametrize(
    ("keeper", "said", "leads"),
    [
        (
            Keeper("The Lamp Room", "keeper@lamp.example"),
            "Lamp Dossier, kept by The Lamp Room · Contact · ",
            "mailto:keeper@lamp.example",
        ),
        (Keeper("", "https://lamp.example/keeper/"), "Lamp Dossier · Contact · ", "https://lamp.example/keeper/"),
    ],
)
def test_the_keeper_is_named_where_one_is_set(mini: Corpus, keeper: Keeper, said: str, leads: str) -> None:
    view = imprint_view(mini, replace(INFO, keeper=keeper))
    assert words(view).startswith(said)
    assert line(view).cssselect("a[rel=author]")[0].get("href") == leads


def test_nobody_is_invented_where_no_keeper_is_set(mini: Corpus) -> None:
    view = imprint_view(mini, INFO)
    assert "kept by" not in words(view)
    assert [link.get("href") for link in line(view).iter("a")] == ["../about/#imprint"]


def test_without_dated_sources_and_a_page_about_itself_less_is_said(mini: Corpus) -> None:
    undated = {
        key: one.model_copy(update={"issued": None}) if isinstance(one, Source) else one
        for key, one in mini.records.items()
    }
    bare = replace(with_records(mini, undated), documents=())
    assert words(imprint_view(bare, INFO)) == "Lamp Dossier · current state, not an edition"


def test_the_page_about_the_site_says_it_at_length(mini: Corpus) -> None:
    view = imprint_view(mini, replace(PUBLISHED, keeper=Keeper("The Lamp Room", "https://lamp.example/keeper/")))
    section = html.fromstring(f"<div>{templates().render('imprint-section.html', 'about/', view=view)}</div>")
    rows = {row[0].text_content(): " ".join(row[1].text_content().split()) for row in section.cssselect("dl > div")}
    assert rows["Kept by"] == "The Lamp Room"
    assert rows["Contact"] == "lamp.example/keeper"
    assert rows["Edition"] == "2026.1, published on 2026-01-09; it does not change any more"
    assert (
        rows["Covers"]
        == "what 3 sources say; the newest is Quay 2002, 9 March 2002, and nothing published after it is covered"
    )
    assert section.cssselect("#imprint")
