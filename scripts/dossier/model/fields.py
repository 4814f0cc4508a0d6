"""The types of the values that records hold, and what each refuses."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Annotated, Any
from unicodedata import normalize

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError, PydanticKnownError

from dossier.problems import quoted
from dossier.text.date_slips import slip_in
from dossier.text.edtf import Edtf, parse
from dossier.text.marks import MARK_OR_LIKE_ONE
from dossier.text.slugs import is_reserved

MARKUP = re.compile(r"<[A-Za-z/!?]|&#?\w+;|javascript:", re.IGNORECASE)
LONGEST_TEXT, LONGEST_PROSE = 2_000, 10_000
LONGEST_ANCHOR = 5
LONGEST_LINE_START = 8
EXACT = 2**53
EMPTY = "fill it in; where nothing is known, leave the key out"
# A text that begins so would be run by a spreadsheet that opens the tables.
FORMULA = ("=", "+", "-", "@")


def refuse(rule: str, message: str, hint: str = "") -> PydanticCustomError:
    """The error that a validator raises; it becomes a problem of this rule."""
    return PydanticCustomError(rule, "{message}", {"message": message, "hint": hint})


def _unreserved(id_: str) -> str:
    if is_reserved(id_):
        raise refuse("reserved", f'"{id_}" is a name that Windows keeps for a device', "choose another")
    return id_


def _unreserved_folders(address: str) -> str:
    for folder in address.partition("#")[0].split("/"):
        _unreserved(folder)
    return address


def _words(text: str) -> str:
    text = " ".join(text.split())
    if not text:
        raise refuse("empty-value", "empty", EMPTY)
    if text.startswith(FORMULA):
        raise refuse("formula", f'begins with "{text[0]}", as a formula does', "begin it with a word")
    if found := MARKUP.search(text):
        raise refuse("markup", f'"{found[0]}" is not allowed in a text', "records hold words, no HTML and no script")
    return text


def _composed(text: str) -> str:
    """Letters with their marks as one sign each (NFC), as most systems write them, so that equal words are equal."""
    return normalize("NFC", text)


def _unmarked(text: str) -> str:
    if found := MARK_OR_LIKE_ONE.search(text):
        hint = "only prose cites and links: a summary, a perspective, a label, why they differ"
        raise refuse("mark", f"{found[0]} would be shown as it is written", hint)
    return text


def _no_longer_than(most: int) -> Callable[[str], str]:
    def check(text: str) -> str:
        if len(text) > most:
            raise refuse("too-long", f"{len(text):,} characters, more than {most:,}", "say it shorter")
        return text

    return check


def _https(text: str) -> str:
    if re.fullmatch(r"https://[^\s\"'<>\\^`{|}/?#@]+\.[^\s\"'<>\\^`{|}@]+", text):
        return text
    if text.lower().startswith("http:"):
        hint = "write it with https: if the site answers there, else leave the key out"
        raise refuse("address", f"{quoted(text)} begins with http:, and only https: addresses are linked", hint)
    hint = "write the whole address as a browser shows it, such as https://example.org/a, or leave the key out"
    raise refuse("address", f"{quoted(text)} is not an https: address", hint)


def _date(value: Any, info: ValidationInfo) -> Edtf:
    if isinstance(value, Edtf):
        return value
    if not isinstance(value, str):
        raise PydanticKnownError("string_type")
    read: Callable[[str], Edtf] = (info.context or {}).get("parse_date", parse)
    try:
        return read(value)
    except ValueError as error:
        slip = slip_in(value)
        said = f"{quoted(value)} {slip.why}" if slip.why else f"{quoted(value)}: {error}"
        raise refuse(
            "date", said, slip.hint or 'write it like "2015-01", "2014-09~", "2016/2018" or "2015/.."'
        ) from None


def _few_words(most: int, rule: str, hint: str) -> Callable[[str], str]:
    def check(text: str) -> str:
        if len(text.split()) > most:
            raise refuse(rule, f"more than {most} words", hint)
        return text

    return check


def is_words(validators: Iterable[object]) -> bool:
    """Whether a type with these validators holds words, and no id, name of a type, address, date or number."""
    return any(isinstance(one, AfterValidator) and one.func is _words for one in validators)


ID_FORM = r"^[a-z0-9-]+$"
# A date of EDTF level 1 as a pattern, for programs that check a record by its schema; ``parse`` is stricter.
_POINT = r"([0-9]{4}(-([0-9]{2}|XX)(-([0-9]{2}|XX))?)?|[0-9]{3}X|[0-9]{2}XX)[~?%]?"
EDTF_FORM = rf"^({_POINT}|({_POINT}|[.]{{2}})?/({_POINT}|[.]{{2}})?)$"
# What each pattern wants, in words; an example lets one see it.
FORMS = {
    ID_FORM: "lower-case letters, digits and hyphens, such as great-lamp-fire-1903",
    r"^([a-z0-9_-]+/)+$": "the address of a page from the root of the site, / at its end, such as about/lamps/",
    r"^(\./|([a-z0-9_-]+/)+)(#[^\s#?/&<>]+)?$": (
        "the address of a page with a slash at its end, such as about/lamps/ or about/lamps/#oil; ./ is the home page"
    ),
    r"^[a-z0-9-]+#p[1-9][0-9]{0,3}$": "the id of a source, #p and the number of a paragraph, such as tarn-1931#p4",
    r"^[a-z][a-z_]*$": "lower-case letters and underscores, such as public_body",
    r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$": "the code of a language, such as en, ps, fa or ar-Latn",
    r"^[a-z0-9-]+#[a-z0-9-]+$": "the id of a question, # and the id of a position, such as when-founded#around-1898",
    r"^[A-Z]{2}$": "the two capitals of a country by ISO 3166, such as NO",
    r"^[A-Z]{2}-[A-Z0-9]{1,3}$": "the code of a division by ISO 3166-2, such as NO-03",
    r"^[a-z0-9-]+\.(txt|html|htm|xhtml|mhtml|mht|pdf|docx|epub|odt|rtf)$": (
        "the name of a file of the captures, such as tarn-1931.txt, tarn-1931.html or tarn-1931.pdf"
    ),
    EDTF_FORM: "an EDTF date, such as 2015-01, 2014-09~, 2016/2018 or 2015/..",
    r"^Q[1-9][0-9]*$": "Q and the number of an item of Wikidata, such as Q42",
    r"^[1-9][0-9]*$": "a number",
    r"^[0-9]{15}[0-9X]$": "the 16 digits of an ISNI without blanks; the last may be an X",
    r"^[0-9X-]+$": "the number of the GND, such as 4000107-3",
    r"^n[a-z]{0,2}[0-9]{8,10}$": "the identifier of a name authority of the Library of Congress, such as n79022889",
    r"^[0-9a-f]{16}$": "16 digits and letters from a to f, as `dossier clean` prints them",
}

Id = Annotated[str, Field(pattern=ID_FORM, max_length=80), AfterValidator(_unreserved)]
FormerPage = Annotated[str, Field(pattern=r"^([a-z0-9_-]+/)+$", max_length=200), AfterValidator(_unreserved_folders)]
PagePlace = Annotated[str, Field(pattern=r"^(\./|([a-z0-9_-]+/)+)(#[^\s#?/&<>]+)?$", max_length=300)]
ParagraphPlace = Annotated[str, Field(pattern=r"^[a-z0-9-]+#p[1-9][0-9]{0,3}$", max_length=86)]
TypeName = Annotated[str, Field(pattern=r"^[a-z][a-z_]*$", max_length=40)]
LanguageTag = Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
PositionPlace = Annotated[str, Field(pattern=r"^[a-z0-9-]+#[a-z0-9-]+$", max_length=161)]
Prose = Annotated[
    str, AfterValidator(_no_longer_than(LONGEST_PROSE)), AfterValidator(_words), AfterValidator(_composed)
]
Text = Annotated[
    str,
    AfterValidator(_no_longer_than(LONGEST_TEXT)),
    AfterValidator(_words),
    AfterValidator(_unmarked),
    AfterValidator(_composed),
]
Address = Annotated[str, AfterValidator(_https), WithJsonSchema({"type": "string", "format": "uri"})]
Date = Annotated[
    Edtf,
    BeforeValidator(_date),
    PlainSerializer(str, return_type=str),
    WithJsonSchema({"type": "string", "pattern": EDTF_FORM, "examples": ["2014-09~", "2016/2018", "2015/.."]}),
]
AnchorWords = Annotated[
    str,
    AfterValidator(_words),
    AfterValidator(_few_words(LONGEST_ANCHOR, "anchor-length", "the first few words find the passage")),
]
LineStart = Annotated[
    str,
    AfterValidator(_words),
    AfterValidator(_few_words(LONGEST_LINE_START, "line-start", "the first few words find the line")),
]
Number = Annotated[
    float,
    Field(allow_inf_nan=False, ge=0),
    PlainSerializer(lambda number: int(number) if number.is_integer() and number < EXACT else number, when_used="json"),
]
