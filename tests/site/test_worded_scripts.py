"""The words of scripts come from the file of words, and each script has those that it says."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from dossier.model.words import ENGLISH, OTHER, Message, Words
from dossier.site.worded_scripts import worded_script
from tests.support.words import reads_as_words

SCRIPTS = {one.name: one for one in (files("dossier.site") / "assets").iterdir() if one.name.endswith(".js")}
SAID = re.compile(r'\bsay\("([a-z0-9_.]+)"(?:, (\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}|\w+))?')
CODE = re.compile(r'/\*.*?\*/|(?<![:"\'`])//[^\n]*', re.DOTALL)
TEXT = re.compile(r'"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`')
# Names of typefaces, licences and keys, of kinds as the search index has them, of classes, elements and properties.
NAMES = re.compile(
    r"^(?:Escape|Enter|Home|End|Question|Claim|Paragraph|Actor|Event|Place|Source|Page|Full text|CC BY 4\.0)$"
    r"|Noto|Times|Segoe|Helvetica|Georgia|^(?:claim-card md-|copy-|ul, ol|circle, text)|font-family|fill-opacity"
    r"|west north"
)

WORDS = Words(
    {
        "list.title": Message({OTHER: "All “$claims”"}, "en"),
        "list.left": Message({"one": "{count} claim of {name}", OTHER: "{count} claims of {name}"}, "en"),
    }
)


def test_words_stand_where_they_are_said() -> None:
    assert worded_script('show(say("list.title"));', WORDS) == 'show("All “$claims”");'


def test_the_plural_is_chosen_by_the_rules_of_the_language() -> None:
    assert worded_script('say("list.left", { count: 3, name })', WORDS) == (
        "(({ count, name }) => ({ one: `${count} claim of ${name}`, other: `${count} claims of ${name}` })"
        '[new Intl.PluralRules("en").select(count)])({ count: 3, name })'
    )


def test_words_that_are_not_there_are_no_site() -> None:
    with pytest.raises(KeyError, match=r"list\.lead"):
        worded_script('say("list.lead")', WORDS)


@pytest.mark.parametrize("name", sorted(SCRIPTS))
def test_a_script_gives_its_words_what_they_say(name: str) -> None:
    for key, given in SAID.findall(SCRIPTS[name].read_text("utf-8")):
        message = ENGLISH.messages[key]
        needed = {*message.fields, *(["count"] if message.is_plural else [])}
        assert bool(given) == bool(needed), key
        if given.startswith("{"):
            flat = re.sub(r"\([^()]*(?:\([^()]*\)[^()]*)*\)", "", given)
            assert needed <= set(re.findall(r"(\w+)(?=\s*[,:}])", flat)), key


@pytest.mark.parametrize("name", sorted(SCRIPTS))
def test_a_script_says_nothing_itself(name: str) -> None:
    code = re.sub(r'\bsay\("[a-z0-9_.]+"', "say(", CODE.sub("", SCRIPTS[name].read_text("utf-8")))
    texts = [re.sub(r"\$\{[^{}]*\}", " ", one or other) for one, other in TEXT.findall(code)]
    assert [one for one in texts if reads_as_words(one.strip()) and not NAMES.search(one)] == []
