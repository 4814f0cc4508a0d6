"""Words put into scripts before they are served, so that each has only its own and asks for no more.

A script says ``say("known_by.door")``, or ``say("known_by.marked", { field: value })``; what it gives is a text.
"""

from __future__ import annotations

import json
import re

from dossier.model.words import OTHER, Message, Words

CALL = re.compile(r'\bsay\(\s*"([a-z0-9_.]+)"(,?)\s*(\)?)')
UNSAFE = re.compile(r"[`\\$]")


def worded_script(script: str, words: Words) -> str:
    """A script with its words in it. Raises ``KeyError`` for words that are not there."""

    def said(found: re.Match[str]) -> str:
        message = words.messages[found[1]]
        if found[3]:
            return json.dumps(message.forms[OTHER], ensure_ascii=False)
        return f"(({{ {', '.join(sorted({*message.fields, *_count(message)}))} }}) => {_chosen(message)})("

    return CALL.sub(said, script)


def _count(message: Message) -> set[str]:
    return {"count"} if message.is_plural else set()


def _chosen(message: Message) -> str:
    """The text of a message; of a plural one, that which the browser's own rules choose."""
    if not message.is_plural:
        return _template(message, OTHER)
    texts = ", ".join(f"{name}: {_template(message, name)}" for name in message.forms)
    language = json.dumps(message.language)
    return f"({{ {texts} }})[new Intl.PluralRules({language}).select(count)]"


def _template(message: Message, category: str) -> str:
    parts = message.parts(category)
    return f"`{''.join(UNSAFE.sub(_escaped, text) + (f'${{{field}}}' if field else '') for text, field in parts)}`"


def _escaped(found: re.Match[str]) -> str:
    return f"\\{found[0]}"
