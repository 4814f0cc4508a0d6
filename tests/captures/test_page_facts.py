from __future__ import annotations

import pytest

from dossier.captures.page_facts import page_facts
from dossier.captures.said_dates import edtf_of
from dossier.captures.said_names import SaidAuthor, authors_of

TARN = SaidAuthor("Tarn", "Mirela")


def page(head: str, inside: str = "", attributes: str = "") -> str:
    return f"<html{attributes}><head>{head}</head><body><h1>The Keepers</h1>{inside}</body></html>"


def ld(entry: str) -> str:
    return f'<script type="application/ld+json">{entry}</script>'


def test_json_ld_tells_of_the_article_and_not_of_the_site() -> None:
    facts = page_facts(
        page(
            ld(
                '[{"@type": "WebSite", "name": "Lamp Times"}, {"@type": ["Article", "BlogPosting"], '
                '"headline": "Lamps",'
                '"author": [{"@type": "Person", "name": "Mirela Tarn"}, {"@type": "Organization", '
                '"name": "Oil Society"}], '
                '"datePublished": "1931-05", "inLanguage": "en-GB", "isPartOf": {"name": "Journal of Lamps"}, '
                '"publisher": {"name": "Lamp Trust"}, "url": "https://lamps.example/a"}]'
            )
        )
    )
    assert (facts.type, facts.title, facts.issued, facts.language) == ("post-weblog", "Lamps", "1931-05", "en-GB")
    assert facts.authors == (TARN, SaidAuthor(literal="Oil Society"))
    assert (facts.container, facts.publisher) == ("Journal of Lamps", "Lamp Trust")
    assert facts.address == "https://lamps.example/a"


def test_the_head_of_a_journal() -> None:
    facts = page_facts(
        page(
            '<meta name="citation_title" content="Lamps"><meta name="citation_author" content="Tarn, Mirela">'
            '<meta name="citation_author" content="Pell, Odo">'
            '<meta name="citation_journal_title" content="Journal of Lamps">'
            '<meta name="citation_publication_date" content="1931/05/04">'
            '<meta name="citation_publisher" content="Lamp Trust">'
        )
    )
    assert (facts.type, facts.title, facts.issued) == ("article-journal", "Lamps", "1931-05-04")
    assert facts.authors == (TARN, SaidAuthor("Pell", "Odo"))
    assert (facts.container, facts.publisher) == ("Journal of Lamps", "Lamp Trust")


def test_a_page_that_says_nothing_has_its_heading_alone() -> None:
    facts = page_facts(page("<title>The Keepers | Lamp Times</title>", "<p>December 8, 2023</p>"))
    assert facts == type(facts)(type="webpage", title="The Keepers")


def test_the_heading_of_the_article_comes_before_that_of_the_site() -> None:
    inside = "<main><h1>Lamps and Lies</h1></main>"
    assert page_facts(page("<title>Lamps and Lies - The Keepers</title>", inside)).title == "Lamps and Lies"


def test_two_dates_are_told_and_a_modified_one_is_none() -> None:
    facts = page_facts(
        page(
            ld('{"@type": "Article", "datePublished": "1931-05-04", "dateModified": "1940-01-01"}')
            + '<meta property="article:published_time" content="1931-05-06">'
            '<meta property="article:modified_time" content="1940">'
        )
    )
    assert facts.issued == "1931-05-04"
    assert facts.told == ("The page gives other dates too: 1931-05-06. Look which is that of publication.",)


@pytest.mark.parametrize(
    ("head", "address", "told"),
    [
        (
            '<link rel="canonical" href="https://lamps.example/a?utm_source=x&amp;id=3#top">',
            "https://lamps.example/a?id=3",
            0,
        ),
        (
            '<link rel="canonical" href="/a"><meta property="og:url" content="https://lamps.example/a">',
            "https://lamps.example/a",
            0,
        ),
        ('<link rel="canonical" href="http://lamps.example/a">', "", 1),
        ("<!-- saved from url=(0023)https://lamps.example/a -->", "https://lamps.example/a", 0),
    ],
)
def test_only_an_https_address_is_taken(head: str, address: str, told: int) -> None:
    facts = page_facts(page(head))
    assert (facts.address, len(facts.told)) == (address, told)


@pytest.mark.parametrize(
    "broken", ["{", '{"@type": 3}', "[" * 5000, '{"@type": "Article", "author": {"@id": "#a"}}', "null"]
)
def test_broken_json_ld_is_passed_over(broken: str) -> None:
    assert page_facts(page(ld(broken))).title == "The Keepers"


@pytest.mark.parametrize(
    ("said", "edtf"),
    [
        ("2021-05-14T23:30:00-05:00", "2021-05-14"),
        ("2021/05", "2021-05"),
        ("May 2021", "2021-05"),
        ("14 May 2021", "2021-05-14"),
        ("Friday, May 14, 2021", "2021-05-14"),
        ("14.05.2021", "2021-05-14"),
        ("05/14/2021", "2021-05-14"),
        ("05/06/2021", "2021"),
        ("20210514", "2021-05-14"),
        ("2021", "2021"),
        ("2021-02-31", ""),
        ("0001-01-01", ""),
        ("yesterday", ""),
    ],
)
def test_a_date_is_as_exact_as_it_is_said(said: str, edtf: str) -> None:
    assert edtf_of(said).date == edtf


@pytest.mark.parametrize(
    ("said", "kind", "authors"),
    [
        ("Mirela Tarn", "person", [TARN]),
        ("By Dr. Mirela Tarn", "", [TARN]),
        ("MIRELA TARN", "", [TARN]),
        ("Mirela Tarn, PhD", "", [TARN]),
        ("Mirela Tarn and Odo Pell", "", [TARN, SaidAuthor("Pell", "Odo")]),
        ("Mirela Tarn, Odo Pell", "", [TARN, SaidAuthor("Pell", "Odo")]),
        ("Bo van den Berg", "", [SaidAuthor("van den Berg", "Bo")]),
        ("Mullah Omar", "person", [SaidAuthor("Mullah Omar")]),
        ("Harbour Board of Brisa", "", [SaidAuthor(literal="Harbour Board of Brisa")]),
        ("Tarn and Pell", "organization", [SaidAuthor(literal="Tarn and Pell")]),
        ("Reuters", "", [SaidAuthor(literal="Reuters")]),
        ("admin", "person", []),
        ("https://social.example/tarn", "", []),
    ],
)
def test_persons_and_bodies(said: str, kind: str, authors: list[SaidAuthor]) -> None:
    assert list(authors_of([(said, kind)])) == authors


@pytest.mark.parametrize(
    "entry",
    [
        '{"@type": "Article", "headline": "Lamps", "mainEntityOfPage": true}',
        '{"@type": "Article", "headline": ["Lamps", "More"], "mainEntityOfPage": [5], "url": ["https://[a.b"]}',
        '{"@type": ["Article", 5], "headline": "<em>Lamps</em>", "author": [null, 5, {}], "publisher": [{"name": 7}]}',
    ],
)
def test_what_is_said_in_an_odd_way_does_no_harm(entry: str) -> None:
    facts = page_facts(page(ld(entry)))
    assert (facts.title, facts.authors, facts.publisher, facts.address) == ("Lamps", (), "", "")


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://ann:word@lamps.example:8443/a b?utm_source=x&amp;id=5#top", "https://lamps.example:8443/a%20b?id=5"),
        (
            "https://lamps.example/\u0645\u0635\u0628\u0627\u062d",
            "https://lamps.example/\u0645\u0635\u0628\u0627\u062d",
        ),
        ("https://[lamps.example/", ""),
        ("javascript:alert(1)", ""),
        ("/keepers", ""),
    ],
)
def test_an_address_holds_no_user_and_no_blanks(written: str, address: str) -> None:
    assert page_facts(page(f'<link rel="canonical" href="{written}">')).address == address


@pytest.mark.parametrize("name", ["By Staff", "Staff Writer", "null", "lamps.example", "Our newsroom", "undefined"])
def test_a_byline_that_names_nobody_is_no_author(name: str) -> None:
    assert list(authors_of([(name, "")])) == []


def test_a_person_with_initials_is_no_address() -> None:
    assert list(authors_of([("J.Pell", "person")])) == [SaidAuthor("J.Pell")]
