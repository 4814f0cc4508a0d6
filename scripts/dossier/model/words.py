"""The words of the interface: what pages and scripts say themselves, beside what records and prose say.

All of them are in ``words.yaml``, by page and key. A text may hold fields, ``{name}``; one that depends on a number has
a text for each plural category of its language (Unicode CLDR), by the field ``{count}``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml
from babel.core import Locale
from babel.plural import PluralRule

# The file in which a dossier puts its own words in the place of these.
WORDS = "words.yaml"
LANGUAGE = "language"
OTHER = "other"
CATEGORIES = ("zero", "one", "two", "few", "many", OTHER)
FIELD = re.compile(r"\{([a-z][a-z0-9_]*)\}")


@dataclass(frozen=True, slots=True)
class Message:
    """What is said in one place: a text, or one for each plural category, of which ``other`` is always there."""

    forms: Mapping[str, str]
    language: str

    @property
    def is_plural(self) -> bool:
        return len(self.forms) > 1

    @property
    def fields(self) -> frozenset[str]:
        """The names of its fields, of all its forms together."""
        return frozenset(name for text in self.forms.values() for name in FIELD.findall(text))

    def form(self, count: int) -> str:
        """Its text for so many."""
        return self.forms.get(plural_rule(self.language)(count), self.forms[OTHER])

    def parts(self, category: str = OTHER) -> Iterator[tuple[str, str]]:
        """Its text for a category in order: words, and the field behind them, either of which may be empty."""
        pieces = FIELD.split(self.forms.get(category, self.forms[OTHER]))
        return zip(pieces[::2], (*pieces[1::2], ""), strict=True)


@dataclass(frozen=True, slots=True)
class Words:
    """All messages by page and key, with a dot between them: ``claims.title``."""

    messages: Mapping[str, Message]

    def say(self, key: str, /, **fields: object) -> str:
        """A message with its fields filled; numbers as the language groups their digits, all else as it prints.

        Raises ``KeyError`` for a message or a field that is not there.
        """
        message = self.messages[key]
        count = fields.get("count")
        text = message.form(count) if message.is_plural and isinstance(count, int) else message.forms[OTHER]
        if not fields:
            return text
        return text.format_map({name: _said(one, message.language) for name, one in fields.items()})

    def counted(self, one: str, count: int) -> str:
        """So many of what ``one`` names: ``1 claim``, ``3 claims``."""
        return self.say(f"count.{one}", count=count)

    def date_phrase(self, key: str) -> str:
        """What is said of a form of a date, for ``Edtf.said``."""
        return self.messages[f"dates.{key}"].forms[OTHER]

    def language_of(self, key: str) -> str:
        """The language of a message."""
        return self.messages[key].language

    def under(self, page: str) -> dict[str, str]:
        """The plain texts of a page, by key, in their order."""
        start = f"{page}."
        return {
            key.removeprefix(start): message.forms[OTHER]
            for key, message in self.messages.items()
            if key.startswith(start)
        }

    def with_own(self, own: Words) -> Words:
        """These words and a dossier's own, which take the place of those under the same key."""
        return Words({**self.messages, **own.messages})


def words_of(written: Mapping[str, object]) -> Words:
    """The words of a file, whose value is known to have the form of ``words.yaml``."""
    language = str(written.get(LANGUAGE) or "en")
    return Words(
        {
            f"{page}.{key}": Message(said if isinstance(said, Mapping) else {OTHER: str(said)}, language)
            for page, own in written.items()
            if isinstance(own, Mapping)
            for key, said in own.items()
        }
    )


@cache
def plural_rule(language: str) -> PluralRule:
    """Which plural category a number has in a language. Raises ``babel.UnknownLocaleError`` or ``ValueError``."""
    return Locale.parse(language, sep="-").plural_form


def categories(language: str) -> tuple[str, ...]:
    """The plural categories of a language, in the order of the CLDR. Raises as ``plural_rule`` does."""
    return tuple(one for one in CATEGORIES if one == OTHER or one in plural_rule(language).rules)


@cache
def _group(language: str) -> str:
    """What stands between the thousands and the hundreds of a number."""
    return str(Locale.parse(language, sep="-").number_symbols["latn"]["group"])


def _said(value: object, language: str) -> object:
    if isinstance(value, int) and not isinstance(value, bool):
        return f"{value:,}".replace(",", _group(language))
    return value


_ENGLISH = files("dossier.model").joinpath(WORDS).read_text("utf-8")
ENGLISH = words_of(yaml.load(_ENGLISH, yaml.CBaseLoader))  # noqa: S506  it makes texts of all
"""The words that every dossier has."""
