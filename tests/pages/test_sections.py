from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

from dossier.model.records import Actor, Named, Source
from dossier.model.words import ENGLISH
from dossier.pages.context import Context
from dossier.pages.sections import (
    authors,
    claims_about,
    known_day,
    mentions_of,
    names_of,
    native_name,
    publication,
    questions_about,
)


def named(context: Context, key: str) -> Named:
    found = context.corpus.records[key]
    assert isinstance(found, Named)
    return found


def test_names_that_sources_use_stand_first_with_their_users(context: Context) -> None:
    names = names_of(context, named(context, "lamp-guild"))
    assert [(one.name.text, one.kind) for one in names.used] == [
        ("Lamp Guild", "Name used here"),
        ("LG", "Acronym"),
        ("نقابة المصابيح", "Other name, Arabic"),
        ("Niqābat al-Maṣābīḥ", "Other spelling, Arabic in Latin letters"),
        ("Brotherhood of the Wick", "Former name"),
    ]
    assert [one.words for one in names.used[0].users] == ["Tarn 1931", "Quay 2002"]
    assert (names.used[2].name.lang, names.used[2].name.is_rtl) == ("ar", True)
    assert (names.used[0].name.lang, names.used[0].name.is_rtl) == ("", False)
    assert names.unused == ()


def test_names_that_no_source_uses_stand_by_sort(context: Context) -> None:
    record = Actor.model_validate(
        {
            "id": "x",
            "type": "person",
            "names": [
                {"text": "X", "kind": "primary"},
                {"text": "Y", "kind": "alias"},
                {"text": "Икс", "kind": "alias", "lang": "ru"},
                {"text": "Z", "kind": "alias"},
            ],
        }
    )
    names = names_of(context, record)
    assert [one.name.text for one in names.used] == ["X"]
    assert [(one.label, [name.text for name in one.names]) for one in names.unused] == [
        ("Other name", ["Y", "Z"]),
        ("Other name, Russian", ["Икс"]),
    ]


def test_the_native_name_is_the_first_that_runs_from_right_to_left(context: Context) -> None:
    native = native_name(named(context, "lamp-guild"))
    assert native is not None
    assert (native.text, native.lang, native.is_rtl) == ("نقابة المصابيح", "ar", True)
    assert native_name(named(context, "reed-wardens")) is None


def test_claims_about_a_record_stand_by_source(context: Context) -> None:
    about = claims_about(context, "lamp-guild")
    assert about is not None
    number = len(context.corpus.claims_about("lamp-guild"))
    assert about.counted.startswith(f"{number} claims in 3 sources")
    assert [one.source.id for one in about.groups] == ["tarn-1931", "board-1934", "quay-2002"]
    assert sum(len(one.claims) for one in about.groups) == number
    assert claims_about(context, "when-founded") is None


def test_mentions_stand_by_page(context: Context) -> None:
    found = mentions_of(context, "lamp-guild")
    assert found is not None
    paragraphs = [one for one in context.corpus.mentions("lamp-guild") if one.block.level <= 0]
    assert sum(len(one.mentions) for one in found.pages) == len(paragraphs)
    article = next(one for one in found.pages if one.id == "mentions-in-sources-tarn-1931")
    assert article.mentions[0].where.startswith("Paragraph ")
    assert article.mentions[0].address.startswith("sources/tarn-1931/#p")
    assert "guild" in article.mentions[0].words
    assert "[[" not in article.mentions[0].words
    assert mentions_of(context, "tarn-1931-c01") is None


def test_questions_about_a_record_tell_how_many_positions_they_have(context: Context) -> None:
    assert ("how-many-keepers", "2 positions") in [
        (one.link.id, one.positions) for one in questions_about(context, "lamp-guild")
    ]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ([], ""),
        ([{"family": "Tarn", "given": "Mira"}], "Mira Tarn"),
        ([{"family": "Tarn"}, {"literal": "Board of Lamps"}], "Tarn and Board of Lamps"),
        ([{"family": "A"}, {"family": "B"}, {"family": "C", "given": "D"}], "A, B and D C"),
    ],
)
def test_authors_are_told_in_words(context: Context, given: Iterable[dict[str, Any]], words: str) -> None:
    source = context.corpus.source("tarn-1931")
    changed = Source.model_validate({**source.model_dump(by_alias=True), "author": list(given)})
    assert authors(ENGLISH, changed) == words


def test_a_publication_leaves_empty_what_is_not_known(context: Context) -> None:
    tarn = publication(context, context.corpus.source("tarn-1931"))
    assert tarn.title == "The Keepers of Brisa"
    assert tarn.issued is not None
    assert tarn.issued.edtf == "1931-05"


def test_a_day_is_known_from_the_first_source(context: Context) -> None:
    assert known_day(context.corpus, ["quay-2002-c01", "tarn-1931-c02"]) == "1931-05-31"
    assert known_day(context.corpus, []) == ""
