from __future__ import annotations

import pytest

from dossier.checking.own_words import read_own_words
from dossier.load import load
from dossier.model.words import ENGLISH
from tests.conftest import Broken, Changed

FILE = "data/words.yaml"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "claim: {claims: Zusagen}\nclaims: {claim: Z}\n",
            f'{FILE}:1:9: error[unknown-words] claim: no words are called "claim.claims"; did you mean "claim"?',
        ),
        (
            "clams: {claims: A}\n",
            f'{FILE}:1:1: error[unknown-words] no page "clams" has words; did you mean "claims"?',
        ),
        (
            'crumbs: {home: ""}\n',
            f"{FILE}:1:16: error[no-words] crumbs.home: is empty; "
            "leave the key out, and the program's own words stand there",
        ),
        (
            "changes: {edition: Ausgabe}\n",
            f"{FILE}:1:20: error[missing-field] changes.edition: lacks the field {{name}}; "
            "put {name} where it stands in: Edition {name}",
        ),
        (
            'crumbs: {home: "Start {place}"}\n',
            f"{FILE}:1:16: error[unknown-field] crumbs.home: has no field {{place}}; its fields: none",
        ),
        (
            'crumbs: {home: "Start }"}\n',
            f"{FILE}:1:16: error[odd-brace] crumbs.home: holds a brace that is no field's; "
            "write braces around fields alone",
        ),
        (
            'language: pl\ncount: {claim: {one: "{count} t", few: "{count} t", other: "{count} t"}}\n',
            f"{FILE}:2:16: error[missing-plural] count.claim: lacks many; write `many: …` below it",
        ),
        (
            'language: pl\ncount: {claim: "{count} t"}\n',
            f"{FILE}:2:16: error[missing-plural] count.claim: lacks one, few, many, other; "
            "write `one: …`, `few: …`, `many: …`, `other: …` below it",
        ),
        (
            'count: {claim: {one: "{count} t", few: "{count} t", other: "{count} t"}}\n',
            f'{FILE}:1:35: error[unknown-words] count.claim: "few" is no plural category of this language; '
            "this language has one, other",
        ),
        (
            "crumbs: {home: [a]}\n",
            f"{FILE}:1:16: error[wrong-type] crumbs.home: needs words; write one text behind the key",
        ),
        (
            "language: xx\n",
            f'{FILE}:1:11: error[unknown-language] language: "xx" is no language; '
            "write the code of a language that Unicode CLDR knows, such as de, fr or fa",
        ),
        ("- a\n", f"{FILE}:1:1: error[wrong-type] needs pages, each with its words; begin with `language: en`"),
        (
            "crumbs: Start\n",
            f"{FILE}:1:9: error[wrong-type] crumbs: needs keys with words; write `title: Claims` below it",
        ),
    ],
)
def test_words_that_do_not_fit_are_told_with_their_place(broken: Broken, text: str, line: str) -> None:
    assert line in broken({FILE: text})


def test_all_problems_are_told_at_once() -> None:
    _, problems = read_own_words(FILE, "crumbs: {home: A, hme: B}\nclams: {a: b}\nchanges: {edition: A}\n", ENGLISH)
    assert [one.rule for one in problems] == ["unknown-words", "unknown-words", "missing-field"]


def test_words_that_fit_are_the_words_of_the_dossier(changed: Changed) -> None:
    text = 'language: de\ncrumbs: {home: Start}\ncount: {claim: {one: "{count} Aussage", other: "{count} Aussagen"}}\n'
    words = load(changed({FILE: text})).words
    assert (words.say("crumbs.home"), words.counted("claim", 1200)) == ("Start", "1.200 Aussagen")
    assert words.counted("event", 2) == "2 events"
