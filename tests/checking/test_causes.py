"""One mistake prints one line, however much hangs on it: what follows from it is summed up, or waits."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from dossier.checking import causes
from dossier.corpus.corpus import Corpus
from tests.conftest import Broken, Change
from tests.support.changes import added, swapped
from tests.support.paths import MINI

GUILD = "data/actors/lamp-guild.yaml"
CLAIMS = "data/claims/tarn-1931.yaml"
SOURCE = "data/sources/tarn-1931.yaml"
ARTICLE = "docs/sources/tarn-1931.md"
ADDRESSES = "data/permalinks.txt"
QUESTION = "data/questions/who-lit-the-fire.yaml"
REDIRECTS = "data/redirects.yaml"

CASES = [
    pytest.param(
        {ARTICLE: swapped("{: #p2 }\n", ""), ADDRESSES: "sources/tarn-1931/#p2\n"},
        (
            "docs/sources/tarn-1931.md:9:1: error[article-paragraphs] paragraph 2 has no number; end "
            "it with a line {: #p2 }; this also concerns data/permalinks.txt:1, "
            "data/claims/tarn-1931.yaml:15, data/claims/tarn-1931.yaml:24 and 1 other place"
        ),
        id="a paragraph without its number",
    ),
    pytest.param(
        {ARTICLE: swapped("{: #p4 }", "{: #p3 }")},
        (
            "docs/sources/tarn-1931.md:18:1: error[article-paragraphs] paragraph 4 is numbered 3; end"
            " it with a line {: #p4 }; this also concerns data/claims/tarn-1931.yaml:57"
        ),
        id="a number that stands twice",
    ),
    pytest.param(
        {
            "docs/sources/quay-2002.md": lambda text: text[: text.index("In ten years")],
            ADDRESSES: "sources/quay-2002/#p3\n",
        },
        (
            "data/permalinks.txt:1:1: error[permalink] sources/quay-2002/#p3 is published, and would "
            "be lost; bring it back, or say in data/redirects.yaml where it went; this also concerns "
            "data/claims/quay-2002.yaml:44"
        ),
        id="a paragraph that was cut",
    ),
    pytest.param(
        {ARTICLE: None, ADDRESSES: "sources/tarn-1931/#p1\nsources/tarn-1931/#p2\n"},
        (
            "data/sources/tarn-1931.yaml:2:1: error[article-paragraphs] no restated article; write "
            "docs/sources/tarn-1931.md; this also concerns data/permalinks.txt:1 and "
            "data/permalinks.txt:2"
        ),
        id="an article that is gone",
    ),
    pytest.param(
        {SOURCE: None},
        (
            'docs/sources/tarn-1931.md:1:1: error[article-paragraphs] no source "tarn-1931"; write '
            "data/sources/tarn-1931.yaml, or take the page out; this also concerns data/actors/ada-veyl.yaml:4, "
            "data/actors/harbour-board.yaml:4, data/actors/lamp-guild.yaml:4 and 15 other places"
        ),
        id="a source that is gone",
    ),
    pytest.param(
        {SOURCE: None, "data/sources/tarn-1932.yaml": (MINI / SOURCE).read_bytes()},
        (
            "data/sources/tarn-1932.yaml:2:1: error[article-paragraphs] no restated article, but "
            "docs/sources/tarn-1931.md has no source; call it docs/sources/tarn-1932.md, or mend the "
            "name of the record; this also concerns docs/sources/tarn-1931.md:1, data/actors/ada-"
            "veyl.yaml:4, data/actors/harbour-board.yaml:4 and 16 other places"
        ),
        id="a source under another name",
    ),
    pytest.param(
        {CLAIMS: None, ADDRESSES: "claims/tarn-1931-c01/\nsources/tarn-1931/#tarn-1931-c01\n"},
        (
            'data/claims/tarn-1931.yaml:1:1: error[missing-claims] no claims of "tarn-1931", of which'
            " 7 are named or published; bring data/claims/tarn-1931.yaml back, or mend its name; this"
            " also concerns data/permalinks.txt:1, data/permalinks.txt:2, data/actors/ada-veyl.yaml:7"
            " and 43 other places"
        ),
        id="claims that are gone",
    ),
    pytest.param(
        {CLAIMS: None, "data/claims/tarn-1932.yaml": (MINI / CLAIMS).read_bytes()},
        (
            'data/claims/tarn-1932.yaml:2:3: error[unknown-record] source: no record "tarn-1932"; did'
            ' you mean "tarn-1931"?; this also concerns data/claims/tarn-1932.yaml:11, '
            "data/claims/tarn-1932.yaml:20, data/claims/tarn-1932.yaml:27 and 3 other places"
        ),
        id="claims under the name of no source",
    ),
    pytest.param(
        {CLAIMS: swapped("- id: tarn-1931-c02", "- di: tarn-1931-c02")},
        ('data/claims/tarn-1931.yaml:11:3: error[unknown-key] di: no such key; did you mean "id"?'),
        id="claims of which one has no id",
    ),
    pytest.param(
        {CLAIMS: swapped("kind: assessment", "knid: assessment")},
        ('data/claims/tarn-1931.yaml:22:3: error[unknown-key] knid: no such key; did you mean "kind"?'),
        id="claims of which one has a key that is misspelt",
    ),
    pytest.param(
        {CLAIMS: swapped("- id: tarn-1931-c02", "- id: tarn-1931-c03")},
        (
            'data/claims/tarn-1931.yaml:20:7: error[duplicate-id] id: "tarn-1931-c03" is also in '
            "data/claims/tarn-1931.yaml:11; give one of them another id"
        ),
        id="two claims of one id",
    ),
    pytest.param(
        {GUILD: None, ADDRESSES: "actors/lamp-guild/\n"},
        (
            "data/permalinks.txt:1:1: error[permalink] actors/lamp-guild/ is published, and would be "
            "lost; bring it back, or say in data/redirects.yaml where it went; this also concerns "
            "data/actors/ada-veyl.yaml:7, data/actors/reed-wardens.yaml:7, "
            "data/claims/board-1934.yaml:16 and 21 other places"
        ),
        id="an actor that is gone",
    ),
    pytest.param(
        {GUILD: None, ADDRESSES: "actors/lamp-guild/\nactors/lamp-guild/claims/mentions/\n"},
        (
            "data/permalinks.txt:1:1: error[permalink] actors/lamp-guild/ is published, and would be "
            "lost; bring it back, or say in data/redirects.yaml where it went; this also concerns "
            "data/permalinks.txt:2, data/actors/ada-veyl.yaml:7, data/actors/reed-wardens.yaml:7 "
            "and 22 other places"
        ),
        id="an actor that is gone with the lists of its claims",
    ),
    pytest.param(
        {GUILD: swapped("names:", "naems:")},
        ('data/actors/lamp-guild.yaml:3:1: error[unknown-key] naems: no such key; did you mean "names"?'),
        id="an actor of whom a key is misspelt",
    ),
    pytest.param(
        {CLAIMS: lambda text: text.replace("reed-wardens", "reed-warden")},
        (
            'data/claims/tarn-1931.yaml:33:11: error[unknown-record] about.1: no record "reed-'
            'warden"; did you mean "reed-wardens"?; this also concerns data/claims/tarn-1931.yaml:41,'
            " data/claims/tarn-1931.yaml:46, data/claims/tarn-1931.yaml:50 and 1 other place"
        ),
        id="an id that is misspelt in many places",
    ),
    pytest.param(
        {CLAIMS: lambda text: text.replace("about: [lamp-guild", "about: [wick-brotherhood")},
        (
            'data/claims/tarn-1931.yaml:8:11: error[redirected-record] about.1: "wick-brotherhood" '
            'has moved; write "lamp-guild"; this also concerns data/claims/tarn-1931.yaml:17 and '
            "data/claims/tarn-1931.yaml:26"
        ),
        id="a record that has moved",
    ),
    pytest.param(
        {GUILD: swapped("type: organisation", "type: guild")},
        (
            'data/actors/lamp-guild.yaml:2:7: error[unknown-type] type: "guild" is no type of the '
            "vocabulary; use organisation, person, group, state, institution, media, opinion, or add "
            "it to data/vocabulary.yaml"
        ),
        id="a type that is not in the vocabulary",
    ),
    pytest.param(
        {
            QUESTION: swapped("id: the-wardens,", "id: wardens,"),
            ADDRESSES: "questions/who-lit-the-fire/#position-the-wardens\n",
        },
        (
            "data/permalinks.txt:1:1: error[permalink] questions/who-lit-the-fire/#position-the-"
            "wardens is published, and would be lost; bring it back, or say in data/redirects.yaml "
            "where it went; this also concerns data/claims/tarn-1931.yaml:42"
        ),
        id="a position of another name",
    ),
    pytest.param(
        {"data/claims/tarn-1931.yaml": swapped("position: ninety", "position: ninty")},
        (
            'data/claims/tarn-1931.yaml:19:52: error[question-positions] answers.1.position: "how-'
            'many-keepers" has no position "ninty"; did you mean "ninety"?'
        ),
        id="a position that answers misspell",
    ),
    pytest.param(
        {REDIRECTS: added("- {id: a: b}\n"), ADDRESSES: "actors/wick-brotherhood/\n"},
        (
            "data/redirects.yaml:7:9: error[yaml] neither a comma nor “}” where one is needed; put a "
            "text that holds a comma, a colon, a bracket or a quotation mark in quotes, and end with "
            "“}”"
        ),
        id="redirects that cannot be read",
    ),
    pytest.param(
        {
            REDIRECTS: added(
                "- {id: gull, kind: place, to: tern, reason: renamed, why: A}\n"
                "- {id: tern, kind: place, to: gull, reason: renamed, why: A}\n"
            )
        },
        (
            'data/redirects.yaml:7:31: error[redirect] to: "tern" has moved too; name where it went '
            "in the end; this also concerns data/redirects.yaml:8"
        ),
        id="two redirects in a circle",
    ),
    pytest.param(
        {"data/vocabulary.yaml": "actors: [\n"},
        (
            "data/vocabulary.yaml:2:1: error[yaml] a bracket or a brace that is never closed; write "
            "“]” or “}” at its end"
        ),
        id="a vocabulary that cannot be read",
    ),
    pytest.param(
        {"docs/quarrel.md": None, ADDRESSES: "quarrel/\nquarrel/#cited-1\n"},
        (
            "data/permalinks.txt:1:1: error[permalink] quarrel/ is published, and would be lost; "
            "bring it back, or say in data/redirects.yaml where it went; this also concerns "
            "data/permalinks.txt:2"
        ),
        id="a page that is gone",
    ),
]


@pytest.mark.parametrize(("files", "line"), CASES)
def test_one_mistake_is_one_line(broken: Broken, files: Mapping[str, Change], line: str) -> None:
    assert broken(files) == [line]


@pytest.mark.parametrize(
    ("address", "cause"),
    [
        ("actors/nobody/", "record/nobody"),
        ("claims/tarn-1931-c99/", "record/tarn-1931-c99"),
        ("sources/tarn-1931/#tarn-1931-c99", "record/tarn-1931-c99"),
        ("sources/tarn-1931/#p9", "article/tarn-1931"),
        ("sources/gull-1999/#p9", "record/gull-1999"),
        ("questions/when-founded/#position-never", "position/when-founded#never"),
        ("questions/who-knows/#position-never", "record/who-knows"),
        ("about/lamps/#oil", "page/about/lamps/"),
        ("", "page/"),
    ],
)
def test_what_an_address_led_to(mini: Corpus, address: str, cause: str) -> None:
    assert causes.lost_address(mini, address) == cause


@pytest.mark.parametrize(
    ("key", "source"), [("tarn-1931-c01", "tarn-1931"), ("a-c1-c22", "a-c1"), ("lamp-guild", ""), ("guild-club", "")]
)
def test_the_source_in_the_id_of_a_claim(key: str, source: str) -> None:
    assert causes.source_of_claim(key) == source


def test_an_article_is_complete_where_its_paragraphs_are_those_of_the_record(mini: Corpus) -> None:
    assert causes.is_complete(mini, "tarn-1931")
    assert not causes.is_complete(mini, "gull-1999")
