"""Words put into the source of templates before they are compiled, so that to print them costs nothing.

A template says ``{{ say("locator.whole_map") }}``, with fields ``{{ say("claim.paragraph", number=one.number) }}``, or
``say(…)`` within an expression, where it is a text. A message whose fields hold markup is said in a block:
``{% say "record_list.or_on_to" %}{% field link %}<a …>…</a>{% endsay %}``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping

from markupsafe import escape

from dossier.model.words import OTHER, Message, Words

BLOCK = re.compile(r'\{% say "([a-z0-9_.]+)"(?:, count=(.+?))? %\}((?:(?!\{% say ).)*?)\{% endsay %\}', re.DOTALL)
FIELD = re.compile(r"\{% field ([a-z0-9_]+) %\}")
CALL = re.compile(r'\bsay\("([a-z0-9_.]+)"')
PRINTED, ENDS = "{{ ", " }}"
OPENING, CLOSING = "([{", ")]}"


class WordingError(ValueError):
    """A template asks for words that are not there, or gives them other fields than they have."""


def worded(template: str, words: Words) -> str:
    """The source of a template with its words in it. Raises ``WordingError``."""
    while (found := BLOCK.search(template)) is not None:
        fields = _blocks(found[3])
        said = _chosen(
            _message(found[1], words, {*fields, *(["count"] if found[2] else [])}), found[2], _markup(fields)
        )
        template = template[: found.start()] + said + template[found.end() :]
    return "".join(_calls(template, words))


def _calls(template: str, words: Words) -> Iterator[str]:
    done = 0
    for found in CALL.finditer(template):
        if found.start() < done:
            continue
        given, end = _arguments(template, found.end())
        fields = {name: "".join(_calls(value, words)) for name, value in given.items()}
        message = _message(found[1], words, set(fields))
        start = found.start() - len(PRINTED)
        if template[start : found.start()] == PRINTED and template.startswith(ENDS, end):
            yield template[done:start] + _chosen(message, fields.get("count"), _printed(fields))
            done = end + len(ENDS)
        else:
            yield template[done : found.start()] + _expression(message, fields)
            done = end
    yield template[done:]


def _message(key: str, words: Words, given: set[str]) -> Message:
    message = words.messages.get(key)
    if message is None:
        raise WordingError(f"no words are called {key}")
    if lacking := message.fields - given:
        raise WordingError(f"{key}: no value for {', '.join(sorted(lacking))}")
    return message


def _blocks(body: str) -> Mapping[str, str]:
    before, *parts = FIELD.split(body)
    if before:
        raise WordingError(f"stands in no field: {before}")
    return dict(zip(parts[::2], parts[1::2], strict=True))


def _arguments(template: str, start: int) -> tuple[dict[str, str], int]:
    """The fields that are given to ``say``, whose arguments but the first begin at ``start``; and where they end."""
    depth, quote, cuts = 0, "", list[int]()
    for place in range(start, len(template)):
        sign = template[place]
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "\"'":
            quote = sign
        elif sign == "," and not depth:
            cuts.append(place)
        elif sign in OPENING:
            depth += 1
        elif sign in CLOSING and depth:
            depth -= 1
        elif sign in CLOSING:
            ends = [*cuts[1:], place] if cuts else []
            return dict(_named(template[one + 1 : end]) for one, end in zip(cuts, ends, strict=True)), place + 1
    raise WordingError(f"does not end: {template[start : start + 40]}")


def _named(given: str) -> tuple[str, str]:
    name, _, value = given.partition("=")
    return name.strip(), value.strip()


def _markup(fields: Mapping[str, str]) -> Callable[[str, str], str]:
    return lambda text, field: str(escape(text)) + (fields.get(field, ""))


def _printed(fields: Mapping[str, str]) -> Callable[[str, str], str]:
    return lambda text, field: str(escape(text)) + (f"{{{{ {fields[field]} }}}}" if field else "")


def _chosen(message: Message, count: str | None, put: Callable[[str, str], str]) -> str:
    """The markup of a message; of a plural one, that of the category of ``count`` is printed."""
    forms = {name: "".join(put(*part) for part in message.parts(name)) for name in message.forms}
    if not message.is_plural:
        return forms[OTHER]
    tests = [
        f'{{%+ {"elif" if place else "if"} {_category(message, count)} == "{name}" +%}}{text}'
        for place, (name, text) in enumerate((name, text) for name, text in forms.items() if name != OTHER)
    ]
    return "".join([*tests, "{%+ else +%}", forms[OTHER], "{%+ endif +%}"])


def _expression(message: Message, fields: Mapping[str, str]) -> str:
    """A message as an expression that is a text."""
    forms = {name: _joined(message, name, fields) for name in message.forms}
    said = forms[OTHER]
    for name, text in forms.items():
        if name != OTHER:
            said = f'({text}) if {_category(message, fields.get("count"))} == "{name}" else ({said})'
    return said if said == json.dumps(message.forms[OTHER], ensure_ascii=False) else f"({said})"


def _joined(message: Message, name: str, fields: Mapping[str, str]) -> str:
    parts = []
    for text, field in message.parts(name):
        parts += [json.dumps(text, ensure_ascii=False)] if text else []
        parts += [f"({fields[field]})"] if field else []
    return " ~ ".join(parts)


def _category(message: Message, count: str | None) -> str:
    if count is None:
        raise WordingError(f"no value for count: {message.forms[OTHER]}")
    return f'(({count}) | category("{message.language}"))'
