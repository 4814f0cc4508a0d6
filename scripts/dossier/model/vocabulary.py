"""The English words for the closed lists of the models: what programs and curators read. Pages take a dossier's own."""

from __future__ import annotations

from babel.core import Locale, get_global

from dossier.model.records import Kind
from dossier.model.words import ENGLISH, Words

# Of each kind of record what one and what several are called.
KINDS: dict[Kind, tuple[str, str]] = {
    kind: (ENGLISH.say(f"kind.{kind}"), ENGLISH.say(f"kinds.{kind}"))
    for kind in ("question", "actor", "event", "place", "claim", "source")
}
PRECISIONS = ENGLISH.under("precisions")
NAME_KINDS = ENGLISH.under("name_kinds")
CLAIM_KINDS = ENGLISH.under("claim_kinds")
CERTAINTIES = ENGLISH.under("certainties")
QUESTION_KINDS = ENGLISH.under("question_kinds")


def language(words: Words, tag: str) -> str:
    """The language of a BCP 47 tag, as the Unicode CLDR has it in the language of the words, or the tag itself."""
    code = tag.partition("-")[0]
    names = Locale.parse(words.language_of("languages.in_latin_letters"), sep="-").languages
    name = names.get(code) or names.get(get_global("language_aliases").get(code, ""), tag)
    return words.say("languages.in_latin_letters", language=name) if "-Latn" in tag else name


def counted(number: int, one: str, many: str = "") -> str:
    """``1 claim``, ``3 claims``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
