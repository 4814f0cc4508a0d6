"""Our citations of the real dossier compared with those of citeproc-js, the reference processor, where npm is."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from importlib.resources import files
from pathlib import Path

import pytest

from dossier.citations.cite_box import Citer
from dossier.citations.csl_json import (
    Cited,
    csl_date,
    locator,
    page_item,
    paragraph_item,
    record_item,
    source_item,
    with_locator,
)
from dossier.citations.in_text import NOTES
from dossier.citations.processor import STYLES, alone, for_style, style_file
from dossier.corpus.corpus import Corpus
from dossier.editions.site_info import SiteInfo
from dossier.editions.state import Edition
from dossier.load import load
from dossier.model.addresses import document_url
from dossier.model.records import Source
from dossier.text.edtf import parse
from tests.support.full import in_full
from tests.support.paths import MINI, ROOT
from tests.text.test_title_case import TITLES

pytestmark = in_full

CITEPROC = "citeproc@2.4.63"
SCRIPT = Path(__file__).with_name("citeproc.js")
INFO = SiteInfo("A Dossier between Others", "https://dossier.example/", "", Edition("2026.1", "2026-01-09"))
DATES = ("1931", "1931-05~", "2002-03-09", "1905/1907", "1905-02/1907-03?", "1905/..", "190X", "1905-XX", "1905-21")
OWN_MARK = re.compile(r"([?.]),(’?”)")
PARAGRAPHS = ((), (9,), (3, 4), (1, 3, 4, 5, 12))

Rows = list[dict[str, tuple[str, str]]]
Reference = Callable[[Sequence[Cited]], Rows]


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> Reference:
    """Cites with citeproc-js, on the style files that we use and the locale that pandoc has too."""
    npm, node = shutil.which("npm"), shutil.which("node")
    if npm is None or node is None:
        pytest.skip("npm and node are not on the PATH")
    folder = tmp_path_factory.mktemp("citeproc")
    install = [npm, "install", "--no-save", "--ignore-scripts", "--silent", "--prefix", str(folder), CITEPROC]
    try:
        subprocess.run(install, capture_output=True, text=True, check=True, timeout=120)
    except subprocess.SubprocessError as error:
        pytest.skip(f"npm cannot install {CITEPROC}: {error}")
    environment = os.environ | {"NODE_PATH": str(folder / "node_modules")}

    def cite(cited: Sequence[Cited]) -> Rows:
        given = {
            "styles": {name: _style(name) for name in STYLES},
            "locale": (files("citeproc") / "data/locales/locales-en-US.xml").read_text("utf-8"),
            "cited": [
                {"items": {name: for_style(one.item, name) for name in STYLES}, "locator": locator(one.paragraphs)}
                for one in cited
            ],
        }
        text = subprocess.run(
            [node, str(SCRIPT)], input=json.dumps(given), capture_output=True, text=True, check=True, env=environment
        ).stdout
        rows = json.loads(text)
        return [{name: (_bare(entry), _cited(name, cite)) for name, (entry, cite) in row.items()} for row in rows]

    return cite


def _style(name: str) -> str:
    """A style as we use it; citeproc-js looks for its elements by their bare names."""
    return re.sub(r"\bns0:|(?<=xmlns):ns0", "", alone(style_file(name).read_bytes()).decode())


def _cited(style: str, html: str) -> str:
    """A citation in the text, or a note; in a note pandoc writes no comma after a title that ends in a mark of its own.

    It is the one known difference: citeproc-js writes ``“Who?,” Site`` and ``“So.,” Site``.
    """
    bare = _bare(html)
    return OWN_MARK.sub(r"\1\2", bare) if style in NOTES else bare


def _bare(html: str) -> str:
    """The citation without the division around it; citeproc-js writes its entities as numbers."""
    html = html.removeprefix('<div class="csl-entry">').removesuffix("</div>")
    for number, name in (("&#38;", "&amp;"), ("&#60;", "&lt;"), ("&#62;", "&gt;")):
        html = html.replace(number, name)
    return html


def ours(cited: Sequence[Cited]) -> Rows:
    """Our citations as a cite box shows them; we escape straight quotation marks too."""
    citer = Citer()
    citer.prepare(cited)
    rows = [citer.page(one).styled for one in cited]
    return [{name: (_quotes(one.entry), _quotes(one.in_text)) for name, one in row.items()} for row in rows]


def _quotes(html: str) -> str:
    return str(html).replace("&#39;", "'").replace("&#34;", '"')


def differences(reference: Reference, cited: Sequence[Cited]) -> list[tuple[dict[str, tuple[str, str]], ...]]:
    assert cited
    return [(mine, theirs) for mine, theirs in zip(ours(cited), reference(cited), strict=True) if mine != theirs]


def pages(corpus: Corpus) -> Iterator[Cited]:
    """Every page of a record, a paragraph of each article and every page of prose."""
    for record in corpus.records.values():
        yield Cited(record_item(record, INFO))
        if isinstance(record, Source):
            yield Cited(paragraph_item(record, 7, INFO))
    for document in corpus.documents:
        yield Cited(page_item(document.title, document_url(document), INFO))


@pytest.mark.parametrize("root", [ROOT, MINI], ids=["real", "mini"])
def test_every_source_is_cited_as_the_reference_processor_cites_it(reference: Reference, root: Path) -> None:
    sources = load(root).of(Source)
    cited = [with_locator(source_item(source), paragraphs) for source in sources for paragraphs in PARAGRAPHS]
    assert differences(reference, cited) == []


@pytest.mark.parametrize("root", [ROOT, MINI], ids=["real", "mini"])
def test_every_page_is_cited_as_the_reference_processor_cites_it(reference: Reference, root: Path) -> None:
    assert differences(reference, list(pages(load(root)))) == []


def test_a_page_of_what_is_not_published_is_cited_as_the_reference_processor_cites_it(
    reference: Reference, mini: Corpus
) -> None:
    nowhere = [Cited(record_item(record, SiteInfo("Dossier", "", ""))) for record in mini.records.values()]
    assert differences(reference, nowhere) == []


def test_titles_take_their_capitals_as_from_the_reference_processor(reference: Reference) -> None:
    cited = [
        Cited({"id": f"{title} {kind}", "type": kind, "title": title})
        for title in TITLES
        for kind in ("report", "webpage")
    ]
    assert differences(reference, cited) == []


def test_titles_in_other_languages_keep_their_capitals(reference: Reference) -> None:
    titles = {
        "de": "Der lange Weg: und die “Not” danach",
        "fr-CA": "La guerre de dix ans et la paix",
        "en-GB": "A war",
    }
    cited = [
        Cited({"id": f"{tag} {kind}", "type": kind, "title": title, "container-title": title, "language": tag})
        for tag, title in titles.items()
        for kind in ("report", "webpage", "article-journal")
    ]
    assert differences(reference, cited) == []


def test_a_body_that_published_its_own_work_is_named_as_each_style_names_it(reference: Reference) -> None:
    body = {"author": [{"literal": "Board, Brisa and Oil"}], "publisher": "Board, Brisa and Oil"}
    cited = [Cited({"id": kind, "type": kind, "title": "Lamps", **body}) for kind in ("report", "webpage", "book")]
    assert differences(reference, cited) == []


def test_dates_are_written_as_the_reference_processor_writes_them(reference: Reference) -> None:
    item = {"type": "article-magazine", "title": "Lamps", "container-title": "Oil"}
    cited = [with_locator(item | {"id": date, "issued": csl_date(parse(date))}, (9,)) for date in DATES]
    assert differences(reference, cited) == []
