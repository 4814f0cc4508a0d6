"""Pages of ``mini`` are compared whole with ``tests/golden``; ``pytest --update-golden`` writes those anew."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import urljoin

import pytest
from lxml import html

from dossier.citations.cite_box import Citer, paragraph_parts, parts_of, rests_on
from dossier.corpus.corpus import Corpus
from dossier.corpus.related import parallels
from dossier.editions.site_info import SiteInfo
from dossier.editions.state import Edition
from dossier.load import load
from dossier.model.addresses import AGREEMENT, COMPARE, MAP, NUMBERS, SECTIONS, TIMELINE, document_url, url_for
from dossier.model.records import Event, EventDate, Kind, Question, Source, Value
from dossier.model.words import ENGLISH
from dossier.pages.article import margin, source_card, source_end
from dossier.pages.claims import quantity
from dossier.pages.context import Context
from dossier.pages.frame import crumbs_view
from dossier.pages.head import head_view, item_of
from dossier.pages.home import home_counts, home_questions
from dossier.pages.lists import actors_list, year_of
from dossier.pages.offered import offered
from dossier.pages.page import Page
from dossier.pages.place_timeline import place_timeline_view
from dossier.pages.question import events_of_question
from dossier.pages.sections import excerpt
from dossier.pages.who_holds_what import held_at_home
from dossier.reading.markdown_file import pieces, read_document
from dossier.text.edtf import parse
from dossier.text.marked_text import Segment, segments, shortened
from tests.conftest import Changed
from tests.support.changes import swapped
from tests.support.links import HERE
from tests.support.paths import GOLDEN
from tests.support.printing import PRINTER, Pages, map_page, network_page, timeline_page

# A site need not stand at the root of its host.
INFO = SiteInfo("Lamp Dossier", "https://lamp.example/", "", Edition("2026.1", "2026-01-09"))
BASE = f"{HERE}dossier/"

Part = Callable[[Pages, Corpus], str]


def record(key: str) -> Part:
    return lambda pages, corpus: pages.record(corpus.records[key]).content


def listing(kind: Kind) -> Part:
    return lambda pages, _corpus: pages.listing(kind).content


def card(pages: Pages, corpus: Corpus) -> str:
    view = source_card(pages.context, corpus.source("tarn-1931"), pages.context.notes())
    return pages.part("source-card.html", "sources/tarn-1931/", card=view)


def end(pages: Pages, corpus: Corpus) -> str:
    return pages.part(
        "source-end.html", "sources/tarn-1931/", end=source_end(pages.context, corpus.source("tarn-1931"))
    )


def beside(pages: Pages, corpus: Corpus) -> str:
    source, claims = corpus.source("tarn-1931"), corpus.claims_in("tarn-1931", 3)
    view = margin(pages.context, 3, claims, parallels(corpus).get(("tarn-1931", 3)), "")
    parts = paragraph_parts(Citer(), source, 3, INFO)
    return pages.part("margin.html", "sources/tarn-1931/", margin=view, parts=parts)


def home(template: str, view: Callable[[Context], object]) -> Part:
    return lambda pages, _corpus: pages.part(template, "", view=view(pages.context))


def head(key: str) -> Part:
    def part(pages: Pages, corpus: Corpus) -> str:
        record = corpus.records[key]
        page = (
            pages.record(record)
            if not isinstance(record, Source)
            else Page(url_for(record), "source", record.id, record.title, "Source", "What it says.")
        )
        return pages.part("head.html", page.address, view=head_view(corpus, page, INFO, ""))

    return part


def cite(key: str) -> Part:
    def part(pages: Pages, corpus: Corpus) -> str:
        page = pages.record(corpus.records[key])
        item = item_of(corpus, page, INFO)
        parts = parts_of(Citer(), item, rests_on(corpus, corpus.records[key]), INFO)
        return pages.part("cite-page.html", page.address, parts=parts, offered=offered(corpus, page, item))

    return part


def picture(pages: Pages, _corpus: Corpus) -> str:
    """The picture of questions on which sources differ, as another page shows it."""
    view = held_at_home(pages.context)
    text = '{% import "who-holds-what.html" as w %}{{ w.of(view) }}'
    return PRINTER.environment.render_str(text, view=view, root="")


PARTS: dict[str, Part] = {
    "cite-claim": cite("tarn-1931-c04"),
    "cite-question": cite("who-lit-the-fire"),
    "head-claim": head("tarn-1931-c05"),
    "head-event": head("great-lamp-fire"),
    "head-source": head("tarn-1931"),
    "question": record("who-lit-the-fire"),
    "question-quantity": record("how-many-keepers"),
    "question-date": record("when-founded"),
    "actor": record("lamp-guild"),
    "event": record("great-lamp-fire"),
    "place": record("brisa"),
    "claim": record("tarn-1931-c05"),
    "source-card": card,
    "source-margin": beside,
    "source-end": end,
    "timeline": lambda pages, _corpus: timeline_page(pages).content,
    "map": lambda pages, _corpus: map_page(pages).content,
    "network": lambda pages, _corpus: network_page(pages).content,
    "agreement": lambda pages, _corpus: pages.registered(AGREEMENT).content,
    "compare": lambda pages, _corpus: pages.registered(COMPARE).content,
    "pair": lambda pages, _corpus: pages.pair("quay-2002", "tarn-1931"),
    "who-holds-what": picture,
    **{section: listing(kind) for kind, section in SECTIONS.items()},
    "home-counts": home("home-counts.html", home_counts),
    "home-questions": home("home-questions.html", home_questions),
    "home-where": home("home-where.html", place_timeline_view),
}


@pytest.fixture(scope="module")
def pages(mini: Corpus) -> Pages:
    return Pages(mini)


def value(**fields: Any) -> Value:
    return Value.model_validate(fields)


@pytest.mark.parametrize("name", PARTS)
def test_a_page_is_what_it_was(pages: Pages, mini: Corpus, name: str, request: pytest.FixtureRequest) -> None:
    lines = (line.strip() for line in PARTS[name](pages, mini).splitlines())
    now = "\n".join(filter(None, lines)) + "\n"
    path = GOLDEN / f"{name}.html"
    if request.config.getoption("--update-golden"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(now, "utf-8")
    assert now == path.read_text("utf-8"), "if this is meant: pytest --update-golden"


def test_no_golden_page_is_left_over() -> None:
    assert {path.stem for path in GOLDEN.iterdir()} == set(PARTS)


@pytest.mark.parametrize(
    ("text", "most", "expected"),
    [
        ("The lamp burned.", 16, "The lamp burned."),
        ("The lamp burned.", 15, "The lamp…"),
        ("The lamp, it burned", 12, "The lamp…"),
        ("Lamplighters", 5, "Lamp…"),
    ],
)
def test_a_long_text_is_cut_at_a_word(text: str, most: int, expected: str) -> None:
    assert shortened(text, most) == expected
    assert len(expected) <= most


def test_prose_is_taken_apart_at_its_marks() -> None:
    assert list(segments("[[brisa]] paid [@a-c01; @b-c02]; [[x|one]] not.")) == [
        Segment("", linked="brisa"),
        Segment(" paid"),
        Segment("", cited=("a-c01", "b-c02")),
        Segment("; "),
        Segment("one", linked="x"),
        Segment(" not."),
    ]
    assert list(segments("No mark.")) == [Segment("No mark.")]
    assert list(segments("[[count:x/y|Two papers]] say so.")) == [
        Segment("Two papers", linked="x"),
        Segment(" say so."),
    ]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"low": 40, "high": 40}, "40 keepers"),
        ({"low": 1500, "high": 2000}, "1,500 to 2,000 keepers"),
        ({"low": 85, "high": 95, "approximate": True}, "about 85 to 95 keepers"),
        ({"low": 0.5, "high": 0.5, "approximate": True}, "about 0.5 keepers"),
        ({"low": 40}, "40 or more keepers"),
        ({"high": 40}, "up to 40 keepers"),
        ({"low": 40, "approximate": True}, "about 40 or more keepers"),
        ({"high": 1200, "approximate": True}, "up to about 1,200 keepers"),
        ({"low": 0, "high": 0}, "0 keepers"),
        ({"low": 12345678, "high": 12345678}, "12,345,678 keepers"),
    ],
)
def test_a_quantity_in_words(fields: dict[str, Any], expected: str) -> None:
    assert quantity(ENGLISH, value(unit="keepers", **fields)) == expected


def test_records_by_type_stand_in_the_order_of_the_labels_and_by_name(pages: Pages) -> None:
    assert [(group.id, [one.link.id for one in group.rows]) for group in actors_list(pages.context)] == [
        ("organisation", ["lamp-guild", "reed-wardens"]),
        ("person", ["ada-veyl"]),
        ("state", ["brisa-state"]),
        ("institution", ["harbour-board"]),
        ("media", ["tide-gazette"]),
    ]


def on(event: Event, *dates: str) -> Event:
    """The event on these dates."""
    return event.model_copy(update={"dated": tuple(EventDate(date=parse(text)) for text in dates)})


@pytest.mark.parametrize(
    ("date", "year"),
    [
        ("1905/1907", "1905"),
        ("1903-11-XX", "1903"),
        ("../1890", "1890"),
        ("/1911", "1911"),
        ("190X", "1900s"),
    ],
)
def test_an_event_stands_in_the_first_year_that_is_known_of_it(mini: Corpus, date: str, year: str) -> None:
    assert year_of(ENGLISH, on(mini.of(Event)[0], date)) == year


@pytest.mark.parametrize(
    ("key", "title", "description"),
    [
        ("lamp-guild", "Lamp Guild", "The guild kept the lamps of Brisa. Its number of keepers is disputed."),
        ("tide-gazette", "Tide Gazette", "Tide Gazette"),
        (
            "who-lit-the-fire",
            "Who lit the fire at the great lamp?",
            "Who lit the fire at the great lamp? The Reed Wardens lit it; The wardens did not light it; Nobody lit it.",
        ),
        (
            "tarn-1931-c01",
            "Ada Veyl and other keepers founded the Lamp Guild in Saltmouth around…",
            "Tarn 1931: Ada Veyl and other keepers founded the Lamp Guild in Saltmouth around 1898.",
        ),
        ("keeper-talks", "Talks between guild and wardens", "Each side came with a list of lamps."),
    ],
)
def test_titles_and_descriptions_are_plain_words(
    pages: Pages, mini: Corpus, key: str, title: str, description: str
) -> None:
    page = pages.record(mini.records[key])
    assert (page.title, page.description) == (title, description)


def test_pages_of_the_same_title_are_told_apart_by_their_label(pages: Pages, mini: Corpus) -> None:
    named = {key: pages.record(mini.records[key]).label for key in ("lamp-guild", "great-lamp-fire", "tarn-1931-c05")}
    assert named == {
        "lamp-guild": "Organisation",
        "great-lamp-fire": "Event",
        "tarn-1931-c05": "Claim 05 of Tarn 1931",
    }
    labels = [(page.title, page.label) for page in every_page(pages)]
    assert len(set(labels)) == len(labels)


def test_a_record_page_knows_where_it_stands(pages: Pages, mini: Corpus) -> None:
    page = pages.record(mini.records["great-lamp-fire"])
    assert (page.kind, page.id, page.address) == ("event", "great-lamp-fire", "events/great-lamp-fire/")
    assert page.crumbs == (("Events", "events/"), ("Fire at the great lamp", "events/great-lamp-fire/"))


def test_every_record_but_a_source_has_a_page(pages: Pages, mini: Corpus) -> None:
    keys = {page.id for page in every_page(pages)}
    assert keys == {key for key, one in mini.records.items() if one.kind_of_record != "source"}


def test_what_a_curator_writes_is_shown_and_never_read_as_html(changed: Changed) -> None:
    name = 'Ada "Quill" & Sons\' 1 < 2'
    corpus = load(changed({"data/actors/ada-veyl.yaml": swapped("text: Ada Veyl,", f"text: {json.dumps(name)},")}))
    pages = Pages(corpus)
    page = pages.record(corpus.actor("ada-veyl"))
    assert name in html.fromstring(page.content).xpath("string(//h1)")
    assert name not in page.content
    text = pages.part("head.html", page.address, view=head_view(corpus, page, INFO, ""))
    head = html.fromstring(f"<head>{text}</head>")
    (told,) = head.xpath("//script[@type='application/ld+json']/text()")
    assert name in [node.get("name") for node in json.loads(told)["@graph"]]
    assert "<" not in told
    assert head.xpath("//meta[@property='og:title']/@content") == [name]
    glance = html.fromstring(pages.record(corpus.actor("lamp-guild")).content)
    assert name in glance.xpath("//a/text()")


def test_words_of_a_link_are_escaped(pages: Pages) -> None:
    part = pages.part("link.html", "", link=pages.context.links["brisa"], words="<b>A & B</b>")
    assert "&lt;b&gt;A &amp; B&lt;&#x2f;b&gt;" in part


@pytest.mark.parametrize("address", ["", "origins/", "actors/lamp-guild/"])
def test_every_link_of_every_piece_is_right_from_any_depth(pages: Pages, mini: Corpus, address: str) -> None:
    context, source = pages.context, mini.source("tarn-1931")
    notes = context.notes()
    cited = notes.cite(claim.id for claim in mini.claims_of("tarn-1931"))
    way = (("Actors", "actors/"), ("Lamp Guild", "actors/lamp-guild/"))
    page = Page(address, "actor", "lamp-guild", "Lamp Guild", "", "", way)
    parts = [
        pages.part("link.html", address, link=context.links["tarn-1931"], words=""),
        pages.part("margin.html", address, margin=margin(context, 1, mini.claims_of("tarn-1931"), None, ""), parts=()),
        pages.part("source-card.html", address, card=source_card(context, source, notes)),
        pages.part("source-end.html", address, end=source_end(context, source)),
        pages.part("references.html", address, notes=notes.all(), folded=""),
        pages.part("citation.html", address, notes=cited, id="cited-1"),
        pages.part("home-counts.html", address, view=home_counts(context)),
        pages.part("home-questions.html", address, view=home_questions(context)),
        pages.part("home-where.html", address, view=place_timeline_view(context)),
        pages.part("crumbs.html", address, view=crumbs_view(page, is_citable=True)),
    ]
    links = [link for part in parts for link in html.fromstring(f"<div>{part}</div>").xpath("//a/@href")]
    inner = [
        urljoin(BASE + address, link).removeprefix(BASE).partition("#")[0] for link in links if "https:" not in link
    ]
    known = {url_for(one) for one in mini.records.values()} | {f"{section}/" for section in SECTIONS.values()}
    known |= {MAP, NUMBERS, TIMELINE}
    assert len(inner) > 20
    assert set(inner) - known - {"", address} == set()


@pytest.mark.parametrize("address", ["", "origins/", "actors/lamp-guild/"])
def test_a_claim_has_its_links_from_any_depth_though_it_is_made_once(pages: Pages, address: str) -> None:
    notes = pages.context.notes()
    notes.cite(["tarn-1931-c05"])
    for _ in range(2):
        part = pages.part("references.html", address, notes=notes.all(), folded="")
        links = html.fromstring(f"<div>{part}</div>").xpath("//a[not(starts-with(@href, '#'))]/@href")
        found = {urljoin(BASE + address, link).removeprefix(BASE) for link in links}
        assert found == {
            "claims/tarn-1931-c05/",
            "actors/lamp-guild/",
            "sources/tarn-1931/#p3",
        }


def test_a_table_and_a_list_fall_into_their_rows_and_items() -> None:
    table = "| A | B |\n| - | - |\n| *c* | [[x|d e]] [@a-c01] |\n\n"
    text = f"{table}- one [[x]]\n  and more\n- `two`\n\nA **[web](https://a.org)** page."
    blocks = read_document(text, "docs/a.md", "a").blocks
    assert [pieces(block) for block in blocks] == [
        ["A · B", "c · [[x|d e]] [@a-c01]"],
        ["one [[x]] and more", "two"],
        ["A web page."],
    ]


def test_a_mention_shows_the_row_the_item_or_the_sentence_that_links_the_record(mini: Corpus) -> None:
    shown = {
        (document_url(one.document), excerpt(one, key))
        for key in ("great-lamp-fire", "brisa-state")
        for one in mini.mentions(key)
    }
    assert ("quarrel/", "1903 · [[great-lamp-fire]] [@tarn-1931-c05]") in shown
    assert ("origins/", "The [[brisa-state|council]] pays for the lamps [@board-1934-c01].") in shown


def test_a_record_that_only_a_heading_mentions_has_no_list_of_mentions(changed: Changed) -> None:
    heading = swapped("## The money", "## The money of the [[tide-gazette]]")
    article = swapped("[[tide-gazette]]", "paper")
    corpus = load(changed({"docs/origins.md": heading, "docs/sources/quay-2002.md": article}))
    assert corpus.mentions("tide-gazette")
    assert 'id="mentions"' not in Pages(corpus).record(corpus.actor("tide-gazette")).content


def test_a_question_with_three_events_or_more_shows_their_strip_and_their_list(mini: Corpus, changed: Changed) -> None:
    assert [one.id for one in events_of_question(mini, question_of(mini))] == ["guild-founding"]
    assert 'id="events"' not in Pages(mini).record(question_of(mini)).content
    more = swapped("about: [lamp-guild, guild-founding]", "about: [lamp-guild, great-lamp-fire, keeper-talks]")
    corpus = load(changed({"data/questions/when-founded.yaml": more}))
    tree = html.fromstring(Pages(corpus).record(question_of(corpus)).content)
    expected = ["guild-founding", "great-lamp-fire", "keeper-talks"]
    assert tree.xpath("//*[local-name()='svg'][contains(@class, 'timeline-strip')]//a/@data-event") == expected
    listed = tree.xpath("//h2[@id='events']/following-sibling::ol[@class='events']//a/@href")
    assert listed == [f"../../events/{key}/" for key in expected]


def every_page(pages: Pages) -> list[Page]:
    """The pages of all records but sources, whose pages are their articles."""
    return [pages.record(one) for one in pages.corpus.records.values() if not isinstance(one, Source)]


def question_of(corpus: Corpus) -> Question:
    return next(one for one in corpus.of(Question) if one.id == "when-founded")


def test_a_claim_names_its_source_with_the_first_paragraph_and_then_each_other_one(pages: Pages) -> None:
    notes = pages.context.notes()
    notes.cite(["tarn-1931-c04"])
    part = html.fromstring(f"<div>{pages.part('references.html', '', notes=notes.all(), folded='')}</div>")
    links = part.cssselect(".claim__by a")
    assert [one.text_content() for one in links] == ["Tarn 1931, paragraph 2", "paragraph 3"]
    assert [str(one.get("href")).rpartition("#")[2] for one in links] == ["p2", "p3"]


@pytest.mark.parametrize(("number", "boxes"), [(12, 0), (13, 1)])
def test_only_a_long_part_of_a_list_is_folded(number: int, boxes: int) -> None:
    given = '{% import "macros.html" as m %}{% call m.folded("a", "Tarn", number) %}<ul></ul>{% endcall %}'
    part = html.fromstring(f"<div>{PRINTER.environment.render_str(given, number=number)}</div>")
    assert len(part.cssselect("details.folded:not([open]) > summary > h3#a + *, details > ul")) == boxes
    assert len(part.cssselect("h3.part#a + ul")) == 1 - boxes
    assert part.cssselect("h3")[0].text_content() == f"Tarn · {number}"
