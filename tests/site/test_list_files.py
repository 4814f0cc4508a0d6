"""The files that a browser makes of a list of claims say what the site's own downloads say of the same claims."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from dossier.citations.cite_box import cited_sources
from dossier.citations.csl_json import noted, with_locator
from dossier.citations.ris import ris
from dossier.corpus.corpus import Corpus
from dossier.editions.state import UNPUBLISHED
from dossier.exports import write_downloads
from dossier.exports.all_tables import all_tables
from dossier.exports.csv_package import csv_text
from dossier.exports.records import fields_of
from dossier.model.records import Claim
from dossier.site.downloads import material_of
from tests.support.paths import ROOT

ASSETS = ROOT / "scripts" / "dossier" / "site" / "assets"
# What the module says of these files, as JSON.
PROGRAM = """
import {{ readFileSync }} from "node:fs";
const {{ csvOf, risOf, jsonOf, idsAbout, fileName }} = await import({module});
const [folder, ids, names] = {given};
const read = (name) => readFileSync(`${{folder}}/data/${{name}}`, "utf8");
const set = new Set(ids);
process.stdout.write(JSON.stringify({{
  csv: csvOf(set, read("csv/claims.csv")),
  ris: risOf(set, read("sources.ris"), read("csv/claim_paragraphs.csv")),
  json: jsonOf(set, read("dossier.json")),
  about: [...idsAbout(read("csv/claim_about.csv"), "lamp-guild")],
  names: names.map((name) => fileName(name, "https://lamps.example/dossier/")),
}}));
"""
