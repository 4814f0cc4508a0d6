"""Every format says the same of a source, whatever its record says: made sources, read back by readers of others."""

from __future__ import annotations

import json
from typing import Any

import bibtexparser.entrypoint
import rispy
from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic import ValidationError
from pylatexenc.latex2text import LatexNodes2Text

from dossier.citations.bibtex import LANGUAGES, bibtex
from dossier.citations.bibtex import TYPES as BIBTEX_TYPES
from dossier.citations.csl_json import Item, csl_json, one_line, source_item
from dossier.citations.date_forms import biblatex_date, date_of, first_year, ris_date
from dossier.citations.ris import TYPES as RIS_TYPES
from dossier.citations.ris import ris
from dossier.corpus.corpus import Corpus
from dossier.exports.all_tables import all_tables
from dossier.exports.linked_data import linked
from dossier.model.records import Source

BASE = "https://lamp.example/"
WORDS = st.text("ABCabcäéßنقابة0123456789&%$#_{}~^'\"`’“”.,;:?!()- \n", min_size=1, max_size=24).filter(str.strip)
BODY = st.one_of(WORDS, st.sampled_from(["House and Sons", "Board, Brisa and Oil", "Oil, Ltd", "others", "and"]))
PART = st.text("ABcäç", min_size=1, max_size=6)
AUTHOR = st.one_of(
    st.builds(lambda name: {"literal": name}, BODY),
    st.builds(lambda family, given: {"family": family, "given": given}, PART, PART),
    st.builds(lambda family: {"family": family}, st.sampled_from(["Mullah Omar", "Tarn", "Zakir and Sons"])),
)
# The reader takes these two characters for the accents that look like them.
ACCENTS = str.maketrans("ˆ˜", "^~")
YEAR = st.integers(1000, 2020).map(str)
POINT = st.one_of(
    YEAR,
    st.builds("{}-{:02}".format, YEAR, st.integers(1, 12)),
    st.builds("{}-{:02}-{:02}".format, YEAR, st.integers(1, 12), st.integers(1, 28)),
    st.builds("{}-{}".format, YEAR, st.sampled_from(["21", "22", "23", "24", "XX", "05-XX", "XX-XX"])),
)
DATE = st.one_of(
    st.builds("{}{}".format, POINT, st.sampled_from(["", "?", "~", "%"])),
    st.sampled_from(["201X", "19XX", "201X~", "../2018", "2016/..", "/2018", "2016/", "201X/2020", "../201X"]),
    st.builds("{}/{}".format, st.integers(1000, 1500), st.integers(1501, 2000)),
    st.builds("{}~/{}?".format, st.integers(1000, 1500), st.integers(1501, 2000)),
)


@st.composite
def sources(draw: st.DrawFn) -> Source:
    """A source of any type, of which much may be unknown; only what no record may hold is left out."""
    optional = {
        "container-title": BODY,
        "publisher": BODY,
        "issued": DATE,
        "language": st.sampled_from(["en", "en-GB", "de", "fr-CA", "fa", "ar", "ps"]),
        "URL": st.just("https://example.org/a_b%20c?d=1&e#p7"),
    }
    said: dict[str, Any] = {key: draw(st.one_of(st.none(), strategy)) for key, strategy in optional.items()}
    said |= {"id": "made-1931", "label": "Made 1931", "perspective": "It is made."}
    said |= {"type": draw(st.sampled_from([*RIS_TYPES])), "title": draw(WORDS)}
    said["author"] = draw(st.lists(AUTHOR, max_size=3))
    try:
        return Source.model_validate({key: value for key, value in said.items() if value}, by_alias=True)
    except ValidationError:
        assume(False)
        raise


def names(item: Item) -> list[str]:
    """The authors, a person as ``Family, Given``."""
    return [one.get("literal") or f"{one['family']}, {one['given']}" for one in item.get("author", ())]


def names_in_ris(item: Item) -> list[str]:
    """The same where a comma parts a name, so that a body has semicolons for its own."""
    bodies = {one["literal"] for one in item.get("author", ()) if "literal" in one}
    return [one.replace(", ", "; ").replace(",", ";") if one in bodies else one for one in names(item)]


@given(sources())
def test_csl_json_says_what_the_record_says(source: Source) -> None:
    (item,) = json.loads(csl_json([source_item(source)]))
    assert item["title"] == one_line(source.title)
    assert (item["type"], item.get("language"), item.get("URL")) == (source.type, source.language, source.URL)
    assert item.get("container-title", "") == one_line(source.container_title or "")
    assert item.get("publisher", "") == one_line(source.publisher or "")
    assert str(date_of(item) or "") == str(source.issued or "")
    assert bool(item.get("author")) == bool(source.author or source.publisher)


@given(sources())
def test_ris_says_the_same(source: Source) -> None:
    item, date = source_item(source), source.issued
    text = ris([item])
    assert all(line == "" or line[2:6] == "  - " for line in text.split("\n"))
    (found,) = rispy.loads(text)
    assert found.pop("title") == item["title"]
    assert found == {
        "type_of_reference": RIS_TYPES[source.type],
        "id": "made-1931",
        **{key: value for key, value in {
            "authors": names_in_ris(item),
            "secondary_title": item.get("container-title"),
            "publisher": item.get("publisher"),
            "year": first_year(date) if date else "",
            "date": ris_date(date) if date else "",
            "language": source.language,
            "urls": [source.URL] if source.URL else [],
        }.items() if value},
    }  # fmt: skip


@given(sources())
def test_bibtex_says_the_same(source: Source) -> None:
    item, date = source_item(source), source.issued
    library = bibtexparser.entrypoint.parse_string(bibtex([item]))
    assert library.failed_blocks == []
    (entry,) = library.entries
    found = {field.key: field.value for field in entry.fields}
    assert entry.entry_type == BIBTEX_TYPES[source.type]
    assert plain(found["title"]) == item["title"]
    assert [plain(one) for one in parted(found.get("author", ""))] == names(item)
    bodies = found.get("organization") or found.get("institution") or found.get("publisher") or ""
    published = [item["publisher"]] if "publisher" in item else []
    site = [item["container-title"]] if "container-title" in item and "organization" in found else []
    assert [plain(one) for one in parted(bodies)] == list(dict.fromkeys([*site, *published]))
    container = found.get("journal") or found.get("booktitle") or found.get("series") or ""
    assert plain(container) == item.get("container-title", "")
    assert found.get("date", "") == (biblatex_date(item, date) if date else "")
    tag = source.language or ""
    assert found.get("language", tag) == tag
    assert found.get("langid", "") == LANGUAGES.get(tag.partition("-")[0], tag)
    assert found.get("url") == source.URL


def parted(names: str) -> list[str]:
    """A list of names, parted at each "and" that stands outside braces, as BibTeX does."""
    found, depth, words = [""], 0, names.split(" ")
    for word in words:
        if word == "and" and depth == 0:
            found.append("")
        else:
            found[-1] += f" {word}"
        bare = word.replace("\\{", "").replace("\\}", "")
        depth += bare.count("{") - bare.count("}")
    return [one.strip() for one in found if one.strip()]


def plain(value: str) -> str:
    text: str = LatexNodes2Text(keep_comments=True, strict_latex_spaces=True).latex_to_text(value)
    return one_line(text.translate(ACCENTS))


@given(sources())
def test_linked_data_say_the_same(mini: Corpus, source: Source) -> None:
    node, item = linked(mini, source, BASE), source_item(source)
    said = node.get("datePublished", "")
    assert (said["@value"] if isinstance(said, dict) else said) == str(source.issued or "")
    assert (node["name"], node.get("inLanguage"), node.get("url")) == (source.title, source.language, source.URL)
    assert one_line(node.get("publisher", {}).get("name", "")) == item.get("publisher", "")
    assert one_line(node.get("isPartOf", {}).get("name", "")) == item.get("container-title", "")
    assert len(node.get("author", ())) == len(source.author)


def test_the_table_of_sources_says_the_same(mini: Corpus) -> None:
    (table,) = [one for one in all_tables(mini, BASE) if one.name == "sources"]
    columns = [column.name for column in table.columns]
    for row in table.rows:
        told = dict(zip(columns, row, strict=True))
        item = source_item(mini.source(str(told["id"])))
        assert (told["type"], told["title"]) == (item["type"], item["title"])
        assert (told["container_title"] or "", told["publisher"] or "") == (
            item.get("container-title", ""), item.get("publisher", ""),
        )  # fmt: skip
        assert str(told["issued"] or "") == str(date_of(item) or "")
        assert (told["language"], told["published_at"]) == (item.get("language"), item.get("URL"))
