from __future__ import annotations

import re
from itertools import chain
from pathlib import Path

import pytest
from babel import UnknownLocaleError

import dossier
from dossier.model.words import ENGLISH, FIELD, OTHER, categories, words_of
from dossier.text.edtf import PHRASES

PACKAGE = Path(dossier.__file__).parent
ASKED = re.compile(r'["\'`]([a-z_]+\.[a-z0-9_-]+)["\'`]')
ASKED_IN_PART = re.compile(r'f["\']([a-z_]+)\.([a-z0-9_-]*)\{')
POLISH = words_of(
    {
        "language": "pl",
        "count": {
            "lamp": {
                "one": "{count} lampa",
                "few": "{count} lampy",
                "many": "{count} lamp",
                "other": "{count} lampy",
            }
        },
        "lamps": {"title": "Lampy {town}"},
    }
)


@pytest.mark.parametrize(("count", "said"), [(1, "1 lampa"), (3, "3 lampy"), (5, "5 lamp"), (22, "22 lampy")])
def test_a_number_has_the_plural_of_the_language(count: int, said: str) -> None:
    assert POLISH.counted("lamp", count) == said


def test_numbers_are_grouped_as_in_the_language() -> None:
    assert ENGLISH.counted("claim", 12345) == "12,345 claims"
    assert POLISH.counted("lamp", 12345) == "12\N{NO-BREAK SPACE}345 lamp"


def test_fields_are_filled_and_have_to_be_there() -> None:
    assert POLISH.say("lamps.title", town="Brisy") == "Lampy Brisy"
    with pytest.raises(KeyError, match="town"):
        POLISH.say("lamps.title", city="Brisa")
    with pytest.raises(KeyError, match=r"lamps\.lead"):
        POLISH.say("lamps.lead")


def test_own_words_take_the_place_of_those_under_the_same_key() -> None:
    own = ENGLISH.with_own(words_of({"claims": {"claims": "Assertions"}}))
    assert (own.say("claims.claims"), own.say("events.events")) == ("Assertions", ENGLISH.say("events.events"))


def test_categories_are_those_of_the_language() -> None:
    assert categories("en") == ("one", "other")
    assert categories("fa") == ("one", "other")
    assert categories("pl") == ("one", "few", "many", "other")
    assert categories("ar") == ("zero", "one", "two", "few", "many", "other")
    with pytest.raises(UnknownLocaleError):
        categories("xx")


@pytest.mark.parametrize("key", [key for key, one in ENGLISH.messages.items() if one.is_plural])
def test_each_plural_has_all_forms_with_the_same_fields(key: str) -> None:
    forms = ENGLISH.messages[key].forms
    assert tuple(forms) == categories("en")
    fields = {name: set(FIELD.findall(text)) - {"count"} for name, text in forms.items()}
    assert fields["one"] == fields[OTHER]


def test_dates_are_told_to_curators_in_the_same_words() -> None:
    assert PHRASES.items() <= ENGLISH.under("dates").items()


def test_nothing_is_asked_for_that_is_not_there_and_nothing_is_there_that_nobody_asks_for() -> None:
    texts = [path.read_text("utf-8") for path in PACKAGE.rglob("*") if path.suffix in {".py", ".js", ".html", ".svg"}]
    texts += [path.read_text("utf-8") for path in PACKAGE.rglob("*.xml")]
    keys = set(ENGLISH.messages)
    pages = {key.partition(".")[0] for key in keys}
    asked = {one for one in chain(*map(ASKED.findall, texts)) if one.partition(".")[0] in pages}
    in_part = {f"{page}.{start}" for page, start in chain(*map(ASKED_IN_PART.findall, texts))}
    whole = {"frame.", "dates.", "standings.", "quantities.", "count."}
    assert sorted(keys - asked - {key for key in keys if key.startswith((*in_part, *whole))}) == []
    unknown = asked - keys - {one for one in asked if not one.partition(".")[2].isidentifier()}
    assert sorted(one for one in unknown if re.search(rf'say\(\s*[f"\'`]*{re.escape(one)}', "".join(texts))) == []
