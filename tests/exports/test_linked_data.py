from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pyld import jsonld

from dossier.corpus.corpus import Corpus
from dossier.editions.state import Edition
from dossier.exports import write_downloads
from dossier.exports.linked_data import covered, dataset, download, identifier, in_context, linked, web_page
from dossier.exports.linked_statements import linked_statements
from dossier.load import load
from dossier.model.records import Actor, Claim, Event, Record, Source
from dossier.text.edtf import parse
from tests.conftest import Changed
from tests.exports.conftest import BASE
from tests.support.changes import swapped

SCHEMA = "https://schema.org/"
EDITION = Edition("2024.1", "2024-03-01")


def no_network(url: str, _options: object) -> Any:
    raise AssertionError(f"asked for {url}")


def expanded(*nodes: dict[str, Any]) -> dict[str, Any]:
    """What a processor reads, by what names it, without asking anybody."""
    read = jsonld.expand(json.loads(json.dumps(in_context(*nodes))), {"documentLoader": no_network})
    return {node["@id"]: node for node in read}


def node(corpus: Corpus, key: str) -> dict[str, Any]:
    record = corpus.records[key]
    found: dict[str, Any] = expanded(linked(corpus, record, BASE))[identifier(record, BASE)]
    return found


def values(node: dict[str, Any], name: str) -> list[Any]:
    return [value.get("@value", value.get("@id")) for value in node.get(SCHEMA + name, [])]


def test_a_processor_reads_every_record_of_the_download_without_the_network(mini: Corpus) -> None:
    found = expanded(*(linked(mini, record, BASE) for record in mini.records.values()))
    assert set(found) == {identifier(record, BASE) for record in mini.records.values()}
    for record in mini.records.values():
        told = found[identifier(record, BASE)]
        assert values(told, "identifier") == [record.id]
        title = "text" if isinstance(record, Claim) else "name"
        assert values(told, title) == [record.heading]


def test_every_term_is_one_of_a_known_vocabulary(mini: Corpus) -> None:
    found = expanded(*(linked(mini, record, BASE) for record in mini.records.values()))
    keys = {key for told in found.values() for key in told if not key.startswith("@")}
    assert all(key.startswith((SCHEMA, "http://purl.org/spar/cito/", "urn:dossier:")) for key in keys)
    assert {key for key in keys if key.startswith("urn:")} == {"urn:dossier:standing"}
    assert "ClaimReview" not in json.dumps(found)


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("tarn-1931", "ScholarlyArticle"),
        ("quay-2002", "BlogPosting"),
        ("board-1934", "Report"),
        ("ada-veyl", "Person"),
        ("lamp-guild", "Organization"),
        ("brisa-state", "GovernmentOrganization"),
        ("saltmouth", "City"),
        ("brisa", "Place"),
        ("great-lamp-fire", "Event"),
        ("tarn-1931-c01", "Claim"),
        ("when-founded", "Question"),
    ],
)
def test_the_type_of_each_kind(mini: Corpus, key: str, expected: str) -> None:
    assert node(mini, key)["@type"] == [SCHEMA + expected]


def test_a_claim_appears_in_its_source_and_its_paragraphs(mini: Corpus) -> None:
    told = node(mini, "tarn-1931-c04")
    work, *paragraphs = told[f"{SCHEMA}appearance"]
    assert work["@id"] == f"{BASE}sources/tarn-1931/#subject"
    assert values(work, "url") == ["https://example.org/keepers-of-brisa"]
    assert [one["@id"] for one in paragraphs] == [f"{BASE}sources/tarn-1931/#p2", f"{BASE}sources/tarn-1931/#p3"]
    assert values(told, "mainEntityOfPage") == [f"{BASE}claims/tarn-1931-c04/"]
    assert [one["@id"] for one in told[f"{SCHEMA}about"]] == [
        f"{BASE}actors/reed-wardens/#subject",
        f"{BASE}actors/lamp-guild/#subject",
    ]


def test_a_claim_is_by_who_says_it_or_else_by_the_author(mini: Corpus) -> None:
    assert values(node(mini, "tarn-1931-c06"), "author") == [f"{BASE}actors/reed-wardens/#subject"]
    (author,) = node(mini, "tarn-1931-c04")[f"{SCHEMA}author"]
    assert (values(author, "name"), values(author, "familyName")) == (["Mirela Tarn"], ["Tarn"])
    (board,) = node(mini, "board-1934-c01")[f"{SCHEMA}author"]
    assert board["@type"] == [f"{SCHEMA}Organization"]


def test_what_a_claim_disputes_supports_and_repeats(mini: Corpus) -> None:
    cito = "http://purl.org/spar/cito/"
    assert node(mini, "tarn-1931-c06")[f"{cito}disputes"] == [{"@id": f"{BASE}claims/tarn-1931-c05/#subject"}]
    assert node(mini, "board-1934-c03")[f"{cito}supports"] == [{"@id": f"{BASE}claims/tarn-1931-c06/#subject"}]
    assert values(node(mini, "board-1934-c02"), "isBasedOn") == [f"{BASE}claims/tarn-1931-c01/#subject"]


def test_a_source_is_the_work_of_its_author_and_not_under_our_licence(mini: Corpus) -> None:
    told = node(mini, "tarn-1931")
    assert values(told, "datePublished") == ["1931-05"]
    assert values(told, "url") == ["https://example.org/keepers-of-brisa"]
    (journal,) = told[f"{SCHEMA}isPartOf"]
    assert (journal["@type"], values(journal, "name")) == ([f"{SCHEMA}Periodical"], ["Journal of Invented Islands"])
    assert f"{SCHEMA}license" not in told
    assert values(node(mini, "board-1934"), "isBasedOn") == [f"{BASE}sources/tarn-1931/#subject"]
    (publisher,) = node(mini, "board-1934")[f"{SCHEMA}publisher"]
    assert values(publisher, "name") == ["Harbour Board of Brisa"]


def test_a_date_that_is_not_exact_keeps_its_doubt(mini: Corpus) -> None:
    edtf = "http://id.loc.gov/datatypes/edtf/EDTF"
    assert node(mini, "board-1934")[f"{SCHEMA}datePublished"] == [{"@value": "1934?", "@type": edtf}]
    talks = node(mini, "keeper-talks")
    assert (talks[f"{SCHEMA}startDate"], talks[f"{SCHEMA}endDate"]) == (
        [{"@value": "1905"}],
        [{"@value": "1907?", "@type": edtf}],
    )


@pytest.mark.parametrize(
    ("date", "start", "end"),
    [
        ("1903-11-02", "1903-11-02", None),
        ("1903/..", "1903", None),
        ("../1903-05", None, "1903-05"),
        ("1903-21", {"@value": "1903-21", "@type": "edtf"}, None),
        ("190X", {"@value": "190X", "@type": "edtf"}, None),
    ],
)
def test_the_ends_of_a_date(mini: Corpus, date: str, start: object, end: object) -> None:
    event = mini.records["keeper-talks"]
    assert isinstance(event, Event)
    dated = event.dated[0].model_copy(update={"date": parse(date)})
    told = linked(mini, event.model_copy(update={"dated": (dated,)}), BASE)
    assert (told.get("startDate"), told.get("endDate")) == (start, end)


def test_where_sources_give_several_dates_none_is_chosen(mini: Corpus) -> None:
    assert f"{SCHEMA}startDate" not in node(mini, "guild-founding")


def test_names_carry_their_language(mini: Corpus) -> None:
    names = node(mini, "lamp-guild")[f"{SCHEMA}alternateName"]
    assert {"@value": "LG"} in names
    assert {"@value": "نقابة المصابيح", "@language": "ar"} in names
    assert len(names) == 4


def test_what_is_contested_of_an_actor_is_not_stated(mini: Corpus) -> None:
    stated = {key for actor in mini.of(Actor) for key in linked(mini, actor, BASE)}
    shared = {"@type", "@id", "identifier", "mainEntityOfPage"}
    assert stated == shared | {"name", "alternateName", "description", "sameAs"}


def test_an_event_has_a_place_those_who_took_part_and_claims(mini: Corpus) -> None:
    told = node(mini, "keeper-talks")
    assert values(told, "location") == [f"{BASE}places/{key}/#subject" for key in ("saltmouth", "brisa")]
    actors = ["lamp-guild", "reed-wardens", "ada-veyl"]
    assert values(told, "about") == [f"{BASE}actors/{key}/#subject" for key in actors]
    event = mini.records["great-lamp-fire"]
    assert isinstance(event, Event)
    assert values(node(mini, event.id), "subjectOf") == [f"{BASE}claims/{key}/#subject" for key in event.told_by]


def test_what_is_only_alleged_or_contested_of_an_event_is_not_stated(mini: Corpus) -> None:
    told = node(mini, "great-lamp-fire")
    assert told["urn:dossier:standing"] == [{"@value": "suggested"}]
    assert told.keys().isdisjoint({f"{SCHEMA}{key}" for key in ("startDate", "endDate", "location")})
    # The wardens are there for their denial, not for what they are blamed for.
    actors = ["reed-wardens", "harbour-board"]
    assert values(told, "about") == [f"{BASE}actors/{key}/#subject" for key in actors]


def test_nothing_is_stated_of_an_event_that_may_not_have_happened(mini: Corpus, disputed: Corpus) -> None:
    denied = mini.records["keeper-talks"].model_copy(update={"denied_by": ("quay-2002-c03",)})
    for corpus, event, standing in (
        (mini, denied, "contested"),
        (disputed, disputed.records["keeper-talks"], "rejected"),
    ):
        told = linked(corpus, event, BASE)
        assert told["dossier:standing"] == standing
        assert told.keys().isdisjoint({"startDate", "endDate", "location", "about"})


def statements(corpus: Corpus, key: str) -> list[dict[str, Any]]:
    """The statements of a record as a processor reads them: the last part of the predicate, the object, the rest."""
    nodes = in_context(*linked_statements(corpus, corpus.records[key], BASE))
    read: list[dict[str, Any]] = jsonld.expand(json.loads(json.dumps(nodes)), {"documentLoader": no_network})
    return read


def test_statements_are_described_and_not_made(mini: Corpus) -> None:
    split, ally = statements(mini, "reed-wardens")
    rdf, own = "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "urn:dossier:"
    assert split == {
        "@type": [f"{rdf}Statement"],
        f"{rdf}subject": [{"@id": f"{BASE}actors/reed-wardens/#subject"}],
        f"{rdf}predicate": [{"@id": f"{own}split_from"}],
        f"{rdf}object": [{"@id": f"{BASE}actors/lamp-guild/#subject"}],
        f"{own}standing": [{"@value": "contested"}],
        f"{own}carriedBy": [{"@id": f"{BASE}claims/tarn-1931-c04/#subject"}],
        f"{own}deniedBy": [{"@id": f"{BASE}claims/quay-2002-c03/#subject"}],
        f"{SCHEMA}temporalCoverage": [{"@value": "1902~/1905", "@type": "http://id.loc.gov/datatypes/edtf/EDTF"}],
    }
    assert ally[f"{own}standing"] == [{"@value": "reported"}]
    predicates = [one[f"{rdf}predicate"][0]["@id"] for one in statements(mini, "guild-founding")]
    assert predicates == [
        f"{own}date",
        f"{own}date",
        f"{SCHEMA}location",
        f"{own}subject",
        f"{own}participant",
    ]
    assert statements(mini, "brisa") == []


def test_what_every_source_disputes_is_called_rejected(disputed: Corpus) -> None:
    found = statements(disputed, "keeper-talks")
    assert {one["urn:dossier:standing"][0]["@value"] for one in found} == {"rejected"}
    assert all("urn:dossier:carriedBy" not in one and "urn:dossier:rejectedBy" in one for one in found)


def test_a_statement_keeps_the_words_of_a_loose_date(mini: Corpus) -> None:
    event = mini.records["keeper-talks"]
    assert isinstance(event, Event)
    dated = event.dated[0].model_copy(update={"as_given": "for two years"})
    told = linked_statements(mini, event.model_copy(update={"dated": (dated,)}), BASE)
    assert told[0]["dossier:asGiven"] == "for two years"


def test_a_source_says_its_language(mini: Corpus) -> None:
    source = mini.source("quay-2002").model_copy(update={"language": "en-GB"})
    assert linked(mini, source, BASE)["inLanguage"] == "en-GB"
    assert "inLanguage" not in linked(mini, mini.source("tarn-1931"), BASE)


def test_a_place_has_a_point_and_what_it_is_in(mini: Corpus) -> None:
    told = node(mini, "saltmouth")
    (point,) = told[f"{SCHEMA}geo"]
    assert (values(point, "latitude"), values(point, "longitude")) == ([-41.52], [-12.3])
    assert values(told, "containedInPlace") == [f"{BASE}places/brisa/#subject"]
    country = mini.records["saltmouth"].model_copy(update={"country": "XX"})
    assert linked(mini, country, BASE)["address"] == {"@type": "PostalAddress", "addressCountry": "XX"}


def test_a_question_suggests_its_positions_and_accepts_none(mini: Corpus) -> None:
    told = node(mini, "who-lit-the-fire")
    answers = told[f"{SCHEMA}suggestedAnswer"]
    assert [values(one, "text") for one in answers] == [
        ["The Reed Wardens lit it"],
        ["The wardens did not light it"],
        ["Nobody lit it"],
    ]
    assert values(answers[2], "citation") == [f"{BASE}claims/quay-2002-c04/#subject"]
    assert values(answers[0], "url") == [f"{BASE}questions/who-lit-the-fire/#position-the-wardens"]
    assert values(told, "answerCount") == [3]
    assert f"{SCHEMA}acceptedAnswer" not in told


def test_the_dataset(mini: Corpus) -> None:
    file = download("dossier.json", "JSON", "application/json", 12, "0" * 64, BASE)
    told = expanded(dataset(mini, BASE, "Lamp Dossier", EDITION, [file]))[f"{BASE}data/#dataset"]
    assert told["@type"] == [f"{SCHEMA}Dataset"]
    assert values(told, "license") == ["https://creativecommons.org/licenses/by/4.0/"]
    assert (values(told, "version"), values(told, "dateModified")) == (["2024.1"], ["2024-03-01"])
    assert "16 claims" in values(told, "description")[0]
    assert len(values(told, "description")[0]) >= 50
    assert values(told, "isBasedOn") == [identifier(source, BASE) for source in mini.of(Source)]
    (distribution,) = told[f"{SCHEMA}distribution"]
    assert values(distribution, "contentUrl") == [f"{BASE}data/dossier.json"]
    assert values(distribution, "contentSize") == ["12 B"]
    assert values(distribution, "encodingFormat") == ["application/json"]
    assert values(distribution, "sha256") == ["0" * 64]
    assert [values(one, "name") for one in told[f"{SCHEMA}creator"]] == [["Lamp Dossier"]]
    assert values(told, "datePublished") == ["2024-03-01"]
    assert values(told, "temporalCoverage") == ["1898/1907"]
    assert not {"version", "datePublished"} & set(dataset(mini, BASE, "Lamps", Edition("", "")))


def test_the_dataset_covers_countries_or_else_the_places_that_lie_in_no_other(mini: Corpus, changed: Changed) -> None:
    assert [place.id for place in covered(mini)] == ["brisa"]
    told = dataset(mini, BASE, "Lamps", EDITION, places=covered(mini))
    assert told["spatialCoverage"] == [{"@type": "Place", "@id": f"{BASE}places/brisa/#subject", "name": "Brisa"}]
    corpus = load(changed({"data/places/saltmouth.yaml": swapped("type: city", "type: country\ncountry: NO")}))
    assert [place.id for place in covered(corpus)] == ["saltmouth"]


def test_what_others_call_it_is_the_same_and_a_code_is_an_identifier(mini: Corpus, changed: Changed) -> None:
    assert values(node(mini, "lamp-guild"), "sameAs") == [
        "https://www.wikidata.org/entity/Q99999999902",
        "https://guilds.example/7",
    ]
    assert values(node(mini, "lamp-guild"), "identifier") == ["lamp-guild"]
    changes = {
        "data/places/saltmouth.yaml": swapped("type: city", "type: country\ncountry: NO"),
        "data/places/north-head.yaml": swapped("type: site", "type: province\ncountry: NO\niso: NO-03"),
    }
    corpus = load(changed(changes))
    for key, register, code in (("saltmouth", "ISO 3166-1", "NO"), ("north-head", "ISO 3166-2", "NO-03")):
        own, other = node(corpus, key)[f"{SCHEMA}identifier"]
        assert own == {"@value": key}
        assert other["@type"] == [f"{SCHEMA}PropertyValue"]
        assert (values(other, "propertyID"), values(other, "value")) == ([register], [code])


@pytest.mark.parametrize("key", ["tarn-1931", ""])
def test_a_page(mini: Corpus, key: str) -> None:
    about: Record | None = mini.records[key] if key else None
    page = web_page("sources/tarn-1931/", "Keepers", "An article.", BASE, "Lamp Dossier", EDITION, about)
    told = expanded(page)[f"{BASE}sources/tarn-1931/"]
    assert values(told, "mainEntity") == ([f"{BASE}sources/tarn-1931/#subject"] if key else [])
    assert (values(told, "name"), values(told, "description")) == (["Keepers"], ["An article."])
    assert (values(told, "version"), values(told, "url")) == (["2024.1"], [f"{BASE}sources/tarn-1931/"])
    assert values(told, "license") == ["https://creativecommons.org/licenses/by/4.0/"]
    (site,) = told[f"{SCHEMA}isPartOf"]
    assert values(site, "name") == ["Lamp Dossier"]


def test_the_download_holds_the_dataset_and_every_record(mini: Corpus, tmp_path: Path) -> None:
    write_downloads(tmp_path, mini, base_url=BASE, site_name="Lamp Dossier", edition=EDITION)
    told = json.loads((tmp_path / "data/dossier.jsonld").read_text("utf-8"))
    assert told == in_context(
        dataset(mini, BASE, "Lamp Dossier", EDITION, places=covered(mini)),
        *(linked(mini, one, BASE) for one in mini.records.values()),
        *(node for one in mini.records.values() for node in linked_statements(mini, one, BASE)),
    )
