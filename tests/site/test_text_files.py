"""Each page as a text, the index of texts, and the whole text, as a build writes them."""

from __future__ import annotations

import re
from pathlib import Path

from markdown_it import MarkdownIt

from dossier.corpus.corpus import Corpus
from dossier.model.records import Claim
from dossier.renderers.mkdocs import prose_of
from dossier.site.build import build
from tests.conftest import Changed

URL = "https://lamp.example/"


def test_every_page_has_a_text_and_says_where(mini_site: Path) -> None:
    pages = list(mini_site.rglob("index.html"))
    assert len(pages) > 50
    for path in pages:
        text = path.with_suffix(".md").read_text("utf-8")
        address = path.parent.relative_to(mini_site).as_posix().removeprefix(".")
        assert f'\naddress: "{URL}{address}{"/" if address else ""}"\n' in text
        assert '<link rel="alternate" href="index.md" type="text/markdown">' in path.read_text("utf-8")


def test_the_text_of_a_claim_says_who_says_it_how_firmly_and_where(mini_site: Path) -> None:
    text = (mini_site / "claims/tarn-1931-c01/index.md").read_text("utf-8")
    assert "\n# Ada Veyl and other keepers founded the Lamp Guild in Saltmouth around 1898.\n" in text
    assert f"[Tarn 1931]({URL}sources/tarn-1931/), [paragraph 1]({URL}sources/tarn-1931/#p1)" in text
    assert "Statement of fact, stated outright" in text


def test_a_dossier_can_do_without_texts(tmp_path: Path, changed: Changed) -> None:
    root = changed(
        {"mkdocs.yml": lambda text: text.replace("plugins: [dossier]", "plugins: [{dossier: {markdown: false}}]")}
    )
    site = tmp_path / "site"
    build(root, site, prose_of, search=False)
    assert list(site.rglob("index.md")) == []
    assert not (site / "llms-full.txt").exists()
    assert "text/markdown" not in (site / "actors/lamp-guild/index.html").read_text("utf-8")
    assert "llms-full" not in (site / "data/index.html").read_text("utf-8")
    index = (site / "llms.txt").read_text("utf-8")
    assert f"({URL}questions/when-founded/)" in index
    assert "index.md" not in index


def test_every_link_of_a_text_leads_somewhere(mini_site: Path) -> None:
    links = re.compile(r"\]\(https://lamp\.example/([^)\s]*)\)")
    for path in [*mini_site.rglob("index.md"), mini_site / "llms.txt"]:
        for address in links.findall(path.read_text("utf-8")):
            page, _, fragment = address.partition("#")
            target = mini_site / page
            assert (target / "index.html" if not page or page.endswith("/") else target).is_file(), (path, address)
            if fragment:
                assert f'id="{fragment}"' in (target / "index.html").read_text("utf-8"), (path, address)


def test_the_index_has_the_form_of_llms_txt(mini_site: Path) -> None:
    text = (mini_site / "llms.txt").read_text("utf-8")
    tokens = MarkdownIt().parse(text)
    assert [(one.tag, one.type) for one in tokens[:1]] == [("h1", "heading_open")]
    assert tokens[3].type == "blockquote_open"
    headings = [tokens[place + 1].content for place, one in enumerate(tokens) if one.tag == "h2" and one.nesting == 1]
    assert headings[:3] == [
        "Essays",
        "Questions and the answers of the sources",
        "Articles, restated paragraph by paragraph",
    ]
    assert headings[-1] == "Optional"
    items = [line for line in text.splitlines() if line.startswith("- ")]
    assert len(items) > 20
    assert all(re.match(r"- \[.+\]\(https://lamp\.example/\S+\)(: .+)?$", line) for line in items)
    assert "This is not a published edition" in text
    assert f"- [The whole text]({URL}llms-full.txt)" in text


def test_the_whole_text_holds_every_claim_and_keeps_notes_apart(mini_site: Path, mini: Corpus) -> None:
    text = (mini_site / "llms-full.txt").read_text("utf-8")
    for claim in mini.of(Claim):
        assert f"({URL}claims/{claim.id}/)" in text
    made = re.findall(r"^\[\^([^\]]+)\]:", text, re.MULTILINE)
    assert len(made) == len(set(made)) > 3
    assert set(re.findall(r"\[\^([^\]]+)\](?!:)", text)) == set(made)
