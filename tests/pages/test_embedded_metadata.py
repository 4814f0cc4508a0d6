"""What a program reads out of the built pages, with a library that does so for a living."""

from __future__ import annotations

import json
import warnings
from pathlib import Path
from typing import Any

import pytest
from pyld import jsonld

from dossier.corpus.corpus import Corpus
from dossier.exports.linked_data import linked
from tests.support.links import BuiltPage

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # what it imports is old
    import extruct

BASE = "https://lamp.example/"


def extracted(site: Path, address: str) -> dict[str, Any]:
    text = (site / address / "index.html").read_text("utf-8")
    found: dict[str, Any] = extruct.extract(text, BASE + address, syntaxes=["json-ld", "opengraph", "dublincore"])
    return found


@pytest.mark.parametrize(
    ("key", "type_"),
    [
        ("tarn-1931", "ScholarlyArticle"),
        ("tarn-1931-c05", "Claim"),
        ("great-lamp-fire", "Event"),
        ("lamp-guild", "Organization"),
        ("ada-veyl", "Person"),
        ("saltmouth", "City"),
        ("who-lit-the-fire", "Question"),
    ],
)
def test_a_page_tells_what_its_record_is(mini: Corpus, mini_site: Path, key: str, type_: str) -> None:
    record = mini.records[key]
    address = f"{record.kind_of_record}s/{key}/"
    (document,) = extracted(mini_site, address)["json-ld"]
    page, thing = document["@graph"]
    assert thing == json.loads(json.dumps(linked(mini, record, BASE)))
    assert (thing["@type"], page["mainEntity"]) == (type_, {"@id": thing["@id"]})
    assert jsonld.expand(document)


def test_a_claim_tells_where_it_appears(mini_site: Path) -> None:
    (document,) = extracted(mini_site, "claims/tarn-1931-c05/")["json-ld"]
    claim = document["@graph"][1]
    assert claim["text"] == "The Reed Wardens lit the fire at the great lamp in November 1903."
    assert [one["url"] for one in claim["appearance"]] == [
        "https://example.org/keepers-of-brisa",
        f"{BASE}sources/tarn-1931/#p3",
    ]


def test_no_page_gives_a_verdict(mini_site: Path) -> None:
    for path in mini_site.rglob("*.html"):
        assert "ClaimReview" not in path.read_text("utf-8")


def test_a_page_is_told_in_dublin_core_and_open_graph(mini_site: Path) -> None:
    found = extracted(mini_site, "sources/tarn-1931/")
    core = {one["name"]: one["content"] for one in found["dublincore"][0]["elements"]}
    assert {name: said for name, said in core.items() if name.startswith("DC.")} == {
        "DC.title": "The Keepers of Brisa (Tarn 1931, restated)",
        "DC.identifier": f"{BASE}sources/tarn-1931/",
        "DC.rights": "https://creativecommons.org/licenses/by/4.0/",
    }
    graph = dict(found["opengraph"][0]["properties"])
    assert (graph["og:title"], graph["og:site_name"]) == ("The Keepers of Brisa", "Lamp Dossier")


@pytest.mark.parametrize(
    "address", ["", "origins/", "about/", "actors/", "data/", "changes/", "questions/when-founded/"]
)
def test_every_page_tells_programs_what_it_is(mini_site: Path, address: str) -> None:
    (document,) = extracted(mini_site, address)["json-ld"]
    assert document["@graph"][0]["url"] == BASE + address


def test_the_whole_is_a_dataset_with_its_downloads(mini_site: Path) -> None:
    (document,) = extracted(mini_site, "data/")["json-ld"]
    (dataset,) = [node for node in document["@graph"] if node["@type"] == "Dataset"]
    listed = json.loads((mini_site / "data/index.json").read_text("utf-8"))
    assert len(dataset["distribution"]) == len(listed["downloads"])
    for one in dataset["distribution"]:
        assert (mini_site / one["contentUrl"].removeprefix(BASE)).is_file()


def test_what_is_embedded_and_the_record_file_say_the_same(mini_site: Path) -> None:
    record = json.loads((mini_site / "claims/tarn-1931-c05/index.json").read_text("utf-8"))
    (document,) = extracted(mini_site, "claims/tarn-1931-c05/")["json-ld"]
    assert (record["id"], record["record"]["text"]) == (
        document["@graph"][1]["identifier"],
        document["@graph"][1]["text"],
    )


def test_no_date_in_a_page_is_taken_for_the_day_of_the_page(mini_pages: dict[str, BuiltPage]) -> None:
    assert [address for address, page in mini_pages.items() if page.tree.cssselect("time[datetime]")] == []


def test_every_page_but_search_can_be_cited(mini_pages: dict[str, BuiltPage]) -> None:
    bare = {address for address, page in mini_pages.items() if not page.tree.cssselect("#cite-this [data-cite=apa]")}
    assert bare == {"404.html", "search/", "actors/wick-brotherhood/", "history/"}


def test_every_paragraph_can_be_cited(mini_pages: dict[str, BuiltPage]) -> None:
    page = mini_pages["sources/tarn-1931/"]
    for number in (1, 2, 3, 4):
        parts = page.tree.cssselect(f"#cite-p{number} .cite-part")
        assert len(parts) == 2
        for part in parts:
            assert [one.get("data-cite") for one in part.cssselect("[data-cite]")] == [
                "apa", "chicago", "chicago-notes", "mla", "bibtex", "ris", "csl-json", "link",
            ]  # fmt: skip
