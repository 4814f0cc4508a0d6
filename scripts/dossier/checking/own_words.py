"""The words that a dossier puts in the place of those of the interface: each fits what it takes the place of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from babel import UnknownLocaleError

from dossier.model.words import CATEGORIES, FIELD, LANGUAGE, OTHER, Message, Words, categories, words_of
from dossier.problems import Problem, dotted, nearest, quoted
from dossier.reading.yaml_file import YamlNode, read_yaml

COUNT = "count"
BRACE = re.compile(r"[{}]")

Path = tuple[str, ...]


def read_own_words(file: str, text: str, known: Words) -> tuple[Words, list[Problem]]:
    """The words of a file of a dossier, in the form of ``words.yaml``, and all that is wrong with them.

    ``known`` are those whose place they take. Words with a problem are left out.
    """
    node, problems = read_yaml(text, file)
    if node is None:
        return Words({}), problems
    found = list(_OwnWords(file, node, known).problems())
    return (Words({}) if found else words_of(node.plain())), found


class _OwnWords:
    """The words of one file while they are checked."""

    def __init__(self, file: str, node: YamlNode, known: Words) -> None:
        self.file, self.node, self.known = file, node, known

    def problems(self) -> Iterator[Problem]:
        if not isinstance(self.node.value, dict):
            yield self._problem((), "wrong-type", "needs pages, each with its words", "begin with `language: en`")
            return
        language = self.node.value.get(LANGUAGE)
        tag = str(language.value) if language else "en"
        needed = _categories(tag)
        if not needed:
            hint = "write the code of a language that Unicode CLDR knows, such as de, fr or fa"
            yield self._problem((LANGUAGE,), "unknown-language", f"{quoted(tag)} is no language", hint)
        pages = sorted({key.partition(".")[0] for key in self.known.messages})
        for page, own in self.node.value.items():
            if page == LANGUAGE:
                continue
            if page not in pages:
                hint = nearest(page, pages) or "take it out; the pages are those of words.yaml in the program"
                yield self._key_problem((page,), f"no page {quoted(page)} has words", hint)
            elif not isinstance(own.value, dict):
                yield self._problem((page,), "wrong-type", "needs keys with words", "write `title: Claims` below it")
            else:
                for key, said in own.value.items():
                    yield from self._message((page, key), said, needed or (OTHER,))

    def _message(self, path: Path, said: YamlNode, needed: tuple[str, ...]) -> Iterator[Problem]:
        name = ".".join(path)
        message = self.known.messages.get(name)
        if message is None:
            same = [key.partition(".")[2] for key in self.known.messages if key.startswith(f"{path[0]}.")]
            hint = nearest(path[1], same) or "take it out; the keys are those of words.yaml in the program"
            yield self._key_problem(path, f"no words are called {quoted(name)}", hint)
        elif isinstance(said.value, str):
            yield from self._text(path, said.value, message, has_count=True)
            if message.is_plural and len(needed) > 1:
                yield self._lacking(path, needed)
        elif isinstance(said.value, dict) and message.is_plural:
            yield from self._forms(path, said.value, message, needed)
        else:
            hint = "write one text behind the key" if not message.is_plural else f"write {_forms(needed)}"
            yield self._problem(path, "wrong-type", "needs words", hint)

    def _forms(
        self, path: Path, forms: dict[str, YamlNode], message: Message, needed: tuple[str, ...]
    ) -> Iterator[Problem]:
        if missing := [one for one in needed if one not in forms]:
            yield self._lacking(path, tuple(missing))
        for category, said in forms.items():
            if category not in needed:
                hint = f"this language has {', '.join(needed)}"
                wrong = (
                    "is no plural category" if category not in CATEGORIES else "is no plural category of this language"
                )
                yield self._key_problem((*path, category), f"{quoted(category)} {wrong}", hint)
            elif not isinstance(said.value, str):
                yield self._problem((*path, category), "wrong-type", "needs words", "write one text behind the key")
            else:
                yield from self._text((*path, category), said.value, message, has_count=category == OTHER)

    def _text(self, path: Path, text: str, message: Message, *, has_count: bool) -> Iterator[Problem]:
        """Of the forms of a plural only ``other`` has to say the number."""
        fields, there = set(FIELD.findall(text)), message.fields
        if not text.strip():
            yield self._problem(
                path, "no-words", "is empty", "leave the key out, and the program's own words stand there"
            )
        for name in sorted(there - fields):
            if name != COUNT or has_count:
                hint = f"put {{{name}}} where it stands in: {message.forms[OTHER]}"
                yield self._problem(path, "missing-field", f"lacks the field {{{name}}}", hint)
        for name in sorted(fields - there):
            known = ", ".join(f"{{{one}}}" for one in sorted(there)) or "none"
            yield self._problem(path, "unknown-field", f"has no field {{{name}}}", f"its fields: {known}")
        if BRACE.search(FIELD.sub("", text)):
            yield self._problem(
                path, "odd-brace", "holds a brace that is no field's", "write braces around fields alone"
            )

    def _lacking(self, path: Path, missing: tuple[str, ...]) -> Problem:
        return self._problem(path, "missing-plural", f"lacks {', '.join(missing)}", f"write {_forms(missing)} below it")

    def _problem(self, path: Path, rule: str, message: str, hint: str) -> Problem:
        return Problem(self.file, *self.node.at(path), rule, message, dotted(path), hint)

    def _key_problem(self, path: Path, message: str, hint: str) -> Problem:
        return Problem(self.file, *self.node.key_at(path), "unknown-words", message, dotted(path[:-1]), hint)


def _categories(tag: str) -> tuple[str, ...]:
    try:
        return categories(tag)
    except (UnknownLocaleError, ValueError):
        return ()


def _forms(needed: tuple[str, ...]) -> str:
    return ", ".join(f"`{one}: …`" for one in needed)
