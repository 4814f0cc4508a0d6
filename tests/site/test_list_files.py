"""The files that a browser makes of a list of claims say what the site's own downloads say of the same claims."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dossier.citations.csl_json import noted, source_item, with_locator
from dossier.citations.ris import ris
from dossier.corpus.corpus import Corpus
from dossier.editions.state import Edition
from dossier.exports import write_downloads
from dossier.exports.all_tables import all_tables
from dossier.exports.csv_package import csv_text
from dossier.exports.records import fields_of
from dossier.load import load
from dossier.model.records import Claim, Source
from dossier.site.downloads import bibliographies
from dossier.site.minify import write_scripts
from tests.conftest import Changed
from tests.support.changes import swapped

BASE = "https://lamp.example/dossier/"
# Prints what the module makes of the downloads in a folder for claims by their ids, and how it names files.
PROGRAM = """
import { readFileSync } from "node:fs";
const [module, folder, ids, record, addresses, site] = JSON.parse(readFileSync(0, "utf8"));
const { csvOf, risOf, jsonOf, idsAbout, fileName } = await import(module);
const read = (name) => readFileSync(`${folder}/data/${name}`, "utf8");
const listed = new Set(ids);
process.stdout.write(JSON.stringify({
  csv: csvOf(listed, read("csv/claims.csv")),
  ris: risOf(listed, read("sources.ris"), read("csv/claim_paragraphs.csv")),
  json: jsonOf(listed, read("dossier.json")),
  about: [...idsAbout(read("csv/claim_about.csv"), record)],
  names: addresses.map((address) => fileName(address, site)),
}));
"""

Made = dict[str, Any]
Make = Callable[..., Made]


@pytest.fixture(scope="session")
def modules(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the scripts of the site, as modules to Node of any version."""
    if shutil.which("node") is None:
        pytest.skip("node is not on the PATH")
    folder = tmp_path_factory.mktemp("modules")
    write_scripts(folder)
    (folder / "package.json").write_text('{"type": "module"}', "utf-8")
    return folder


@pytest.fixture
def make(modules: Path, tmp_path: Path) -> Make:
    """Exports a corpus, and has the browser's module make the files of some of its claims."""

    def of(corpus: Corpus, ids: list[str], record: str = "", addresses: tuple[str, ...] = ()) -> Made:
        extra, edition = bibliographies(corpus), Edition("2024.1", "2024-03-01")
        write_downloads(tmp_path, corpus, base_url=BASE, site_name="Lamp Dossier", edition=edition, extra=extra)
        given = [(modules / "list-files.js").as_uri(), str(tmp_path), ids, record, addresses, BASE]
        words = ["node", "--input-type=module", "--eval", PROGRAM]
        done = subprocess.run(words, input=json.dumps(given), capture_output=True, text=True, check=True)
        return dict(json.loads(done.stdout))

    return of


def claims_csv(corpus: Corpus, ids: list[str]) -> str:
    """What the site's own export of these claims would be."""
    table = next(one for one in all_tables(corpus, BASE) if one.name == "claims")
    return csv_text(replace(table, rows=tuple(row for row in table.rows if row[0] in ids)))


def sources_ris(corpus: Corpus, ids: list[str]) -> str:
    """The site's own references of the sources of these claims, at their paragraphs."""
    cited = (
        with_locator(source_item(source), paragraphs)
        for source in corpus.of(Source)
        if (paragraphs := [one for claim in corpus.claims_of(source.id) if claim.id in ids for one in claim.paragraphs])
    )
    return ris([noted(one) for one in cited])


@pytest.mark.parametrize("step", [1, 2, 5, 100])
def test_a_list_says_what_the_downloads_say_of_its_claims(mini: Corpus, make: Make, step: int) -> None:
    ids = [one.id for one in mini.of(Claim)][::step]
    made = make(mini, ids)
    assert made["csv"] == claims_csv(mini, ids)
    assert made["ris"] == sources_ris(mini, ids)
    told = json.loads(made["json"])
    assert told["claims"] == [fields_of(one) for one in mini.of(Claim) if one.id in ids]
    assert (told["title"], told["url"]) == ("Lamp Dossier", BASE)
    assert (told["licence"]["name"], told["edition"]["name"]) == ("CC BY 4.0", "2024.1")


def test_quotes_commas_and_line_feeds_of_a_claim_stay_as_the_table_has_them(changed: Changed, make: Make) -> None:
    old = "The guild was founded in 1901."
    new = '"The guild, by its own\\nledger, was ‘founded’ in \\"1901\\"."'
    corpus = load(changed({"data/claims/quay-2002.yaml": swapped(old, new)}))
    ids = ["quay-2002-c02", "quay-2002-c03"]
    made = make(corpus, ids)
    assert made["csv"] == claims_csv(corpus, ids)
    assert '""1901""' in made["csv"]


def test_all_claims_about_a_record_are_those_of_its_page(mini: Corpus, make: Make) -> None:
    made = make(mini, [], "lamp-guild")
    assert sorted(made["about"]) == sorted(one.id for one in mini.claims_about("lamp-guild"))
    assert (made["ris"], json.loads(made["json"])["claims"]) == ("", [])


def test_a_file_is_named_after_its_page_and_what_it_is_narrowed_by(mini: Corpus, make: Make) -> None:
    names = {
        "places/brisa/": "claims-places-brisa",
        "actors/lamp-guild/claims/origins/": "claims-actors-lamp-guild-claims-origins",
        "claims/": "claims",
        "claims/?kind=figure&year=1903#quay-2002": "claims-kind-figure-year-1903",
        "search/?q=lamp+oil%21&kind=Claim": "claims-search-q-lamp-oil-kind-claim",
        f"claims/?words={'oil+' * 60}": ("claims-words-" + "oil-" * 60)[:100],
    }
    assert make(mini, [], "", tuple(BASE + one for one in names))["names"] == list(names.values())
