"""A dossier with words of its own shows no others."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from lxml import html

from dossier.corpus.corpus import Corpus
from dossier.model.records import Named
from dossier.model.types import GENERAL
from dossier.model.words import ENGLISH
from dossier.renderers.mkdocs import prose_of
from dossier.site.build import build
from tests.conftest import apply
from tests.support.paths import MINI
from tests.support.words import CLOSES, OPENS, marked, unmarked

pytestmark = pytest.mark.site

# What is no word of the interface: citations in the form of a style or for programs, names of formats and files, what
# paper says of its address, and what the data dictionary says of the data.
LEFT_OUT = (
    "head, script, style, pre, code, q, [data-cite], [data-in-text], .Z3988, .cite-form dt, .downloads, .handout, "
    ".checksums, #files ~ details ul"
)
DICTIONARY = "data/dictionary/index.html"
BETWEEN = re.compile(r"[·¶:;()]|\d+|, ")
OWN = re.compile(r"[\s*_`\[\]\\]+")
# Citations, and the ids of links that have words.
MARKS = re.compile(r"\s*\[@[^\]]*\]|(?<=\[\[)[\w-]+\|")
SYMBOLS = {"km", "cc by", "creative commons attribution", "international"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("words")
    root = folder / "mini"
    for path in MINI.rglob("*"):
        if path.is_file():
            apply(root / path.relative_to(MINI), path.read_bytes())
    apply(root / "data" / "words.yaml", yaml.safe_dump(marked(ENGLISH), allow_unicode=True, width=1000))
    build(root, folder / "site", prose_of, search=False)
    return folder / "site"


def test_no_page_shows_other_words(site: Path, mini: Corpus) -> None:
    texts = " ".join([*_texts(MINI), str(GENERAL.model_dump())])
    own = OWN.sub(" ", texts + MARKS.sub("", texts)).casefold()
    names = "|".join(sorted((re.escape(one.heading) for one in mini.of(Named)), key=len, reverse=True))
    between = re.compile(f"{BETWEEN.pattern}|{names}")
    for path in sorted(site.rglob("*.html")):
        if path.relative_to(site).as_posix() != DICTIONARY:
            shown = (part for text in unmarked(html.parse(path).getroot(), LEFT_OUT) for part in between.split(text))
            words = (OWN.sub(" ", part).strip(' .,–#“”"…').casefold() for part in shown)
            bare = [one for one in words if re.search("[a-z]{2}", one) and one not in own and one not in SYMBOLS]
            assert [one for one in bare if not one.startswith("https")] == [], path.relative_to(site)


def test_scripts_say_the_words_of_the_dossier(site: Path) -> None:
    script = (site / "assets" / "dossier" / "cards.js").read_text("utf-8")
    assert f'"{OPENS}{ENGLISH.say("cards.claim_behind_number")}{CLOSES}"' in script


def test_texts_for_programs_say_the_words_of_the_dossier(site: Path) -> None:
    index = (site / "llms.txt").read_text("utf-8")
    parts = re.findall(
        r"^(?:## )?(.+)$", re.sub(r"^(?:# |> |- |## Optional).*$", "", index, flags=re.MULTILINE), re.MULTILINE
    )
    assert len(parts) > 8
    assert [one for one in parts if not (one.startswith(OPENS) and one.endswith(CLOSES))] == []
    asserted = f"({OPENS}{ENGLISH.say('standings.asserted').lower()}{CLOSES})"
    assert asserted in (site / "actors" / "lamp-guild" / "index.md").read_text("utf-8")


def _texts(root: Path) -> list[str]:
    return [path.read_text("utf-8") for path in root.rglob("*") if path.suffix in {".yaml", ".yml", ".md"}]
