from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from dossier.corpus.corpus import Corpus
from dossier.editions.state import Edition
from dossier.exports.card import card_of
from dossier.exports.records import (
    all_fields,
    fields_of,
    json_text,
    record_file,
    record_json,
    redirect_file,
    redirect_json,
    terms,
)
from dossier.exports.standing_json import standing_json
from dossier.model.addresses import SECTIONS, redirect_url, url_for
from dossier.model.records import MODELS, Record, Source, Value
from tests.exports.conftest import BASE


def files(corpus: Corpus, base_url: str, edition: Edition) -> dict[str, Any]:
    """What is told beside the page of each record and redirect."""
    said, records, redirects = terms(edition), corpus.records.values(), corpus.redirects.values()
    texts = {url_for(one): record_file(corpus, one, base_url, said) for one in records}
    texts |= {redirect_url(one): redirect_file(corpus, one, base_url, said) for one in redirects}
    return {f"{address}index.json": json.loads(text) for address, text in texts.items()}


def test_every_record_and_redirect_has_a_file_beside_its_page(mini: Corpus, mini_site: Path) -> None:
    expected = {f"{SECTIONS[record.kind_of_record]}/{key}/index.json" for key, record in mini.records.items()}
    moved = {"actors/wick-brotherhood/index.json", "places/fog-bell/index.json"}
    written = {path.relative_to(mini_site).as_posix() for path in mini_site.glob("*/*/index.json")}
    assert written == expected | moved


def without_capture(record: Record) -> Record:
    """A record as the downloads have it: how its capture was numbered is for who works on the records."""
    return record.model_copy(update={"capture": None}) if isinstance(record, Source) else record


def test_a_file_holds_the_whole_record(mini: Corpus, edition: Edition) -> None:
    for told in files(mini, BASE, edition).values():
        if "record" in told:
            model = MODELS[told["kind"]]
            read = model.model_validate(told["record"], by_alias=True, by_name=False)
            assert read == without_capture(mini.records[told["id"]])
            assert "capture" not in told["record"]


def test_fields_are_named_as_in_the_records_files_and_fit_the_schema(mini: Corpus) -> None:
    assert all_fields(mini)["quay-2002"]["container-title"] == "Saltmouth Notebook"
    claim = all_fields(mini)["tarn-1931-c02"]
    assert claim["anchor"] == {"from": "some ninety", "to": "lamps"}
    assert claim["value"] == {"low": 85, "high": 95, "unit": "keepers", "approximate": True, "as_of": "1903"}
    for key, fields in all_fields(mini).items():
        jsonschema.validate(fields, MODELS[mini.records[key].kind_of_record].model_json_schema())


def test_what_is_not_known_is_left_out_and_what_may_be_left_out_has_its_default(mini: Corpus) -> None:
    fields = fields_of(mini.actor("tide-gazette"))
    assert "summary" not in fields
    assert fields["relations"] == []
    assert fields["names"][0]["lang"] == "en"


@pytest.mark.parametrize(("low", "expected"), [(40, "40"), (2.5, "2.5"), (1e300, "1e+300")])
def test_a_whole_number_is_written_as_one(low: float, expected: str) -> None:
    assert f'"low":{expected},' in Value(low=low, unit="keepers").model_dump_json()


def test_what_a_file_says_of_itself(mini: Corpus, edition: Edition) -> None:
    told = record_json(mini.claim("tarn-1931-c05"), BASE, terms(edition))
    assert list(told) == ["id", "kind", "url", "licence", "edition", "record"]
    assert (told["id"], told["kind"]) == ("tarn-1931-c05", "claim")
    assert told["record"]["kind"] == "allegation"
    assert told["url"] == "https://lamp.example/claims/tarn-1931-c05/"
    assert told["licence"]["spdx"] == "CC-BY-4.0"
    assert told["edition"] == {"name": "2024.1", "date": "2024-03-01"}
    assert terms(edition) == {key: told[key] for key in ("licence", "edition")}


def test_what_is_worked_out_stands_beside_what_a_curator_wrote(mini: Corpus, edition: Edition) -> None:
    told = files(mini, BASE, edition)
    for one in told.values():
        if "record" in one:
            assert one.get("standing") == standing_json(mini, mini.records[one["id"]])
            assert "standing" not in one["record"]
    assert "standing" in told["questions/when-founded/index.json"]
    assert "standing" not in told["places/brisa/index.json"]


def test_without_an_address_of_the_site_the_file_leads_to_the_page_beside_it(mini: Corpus, edition: Edition) -> None:
    assert record_json(mini.claim("tarn-1931-c05"), "", terms(edition))["url"] == "../../claims/tarn-1931-c05/"


def test_a_merged_record_says_where_it_went(mini: Corpus, edition: Edition) -> None:
    told = redirect_json(mini, mini.redirects["wick-brotherhood"], BASE, terms(edition))
    assert told["url"] == "https://lamp.example/actors/wick-brotherhood/"
    assert (told["id"], told["kind"], told["edition"]["name"]) == ("wick-brotherhood", "actor", "2024.1")
    assert told["redirect"] == {
        "title": "Wick Brotherhood",
        "reason": "merged",
        "why": "It is the same guild under its former name.",
        "to": "lamp-guild",
        "url": "https://lamp.example/actors/lamp-guild/",
    }
    beside = redirect_json(mini, mini.redirects["wick-brotherhood"], "", terms(edition))
    assert beside["redirect"]["url"] == "../../actors/lamp-guild/"


def test_a_withdrawn_record_says_why(mini: Corpus, edition: Edition) -> None:
    told = redirect_json(mini, mini.redirects["fog-bell"], BASE, terms(edition))
    assert told["redirect"] == {
        "title": "Fog Bell",
        "reason": "withdrawn",
        "why": "No source names it.",
        "date": "2024-03",
    }


def test_a_file_has_its_record_in_brief_too(mini: Corpus, edition: Edition) -> None:
    told = files(mini, BASE, edition)
    assert told["actors/lamp-guild/index.json"]["brief"] == {
        **asdict(card_of(mini, mini.actor("lamp-guild"))),
        "facts": list(card_of(mini, mini.actor("lamp-guild")).facts),
    }
    assert all("brief" in one for one in told.values() if "record" in one)


def test_letters_stay_as_they_are() -> None:
    assert json_text({"name": "نقابة"}) == '{\n  "name": "نقابة"\n}\n'
