"""The words in which a reader meets the closed lists of the models."""

from __future__ import annotations

from babel.core import Locale, get_global

from dossier.model.records import Kind

KINDS: dict[Kind, tuple[str, str]] = {
    "question": ("Question", "Questions"),
    "actor": ("Actor", "Actors"),
    "event": ("Event", "Events"),
    "place": ("Place", "Places"),
    "claim": ("Claim", "Claims"),
    "source": ("Source", "Sources"),
}

PRECISIONS = {
    "site": "the site itself",
    "city": "the middle of a city or town",
    "district": "the middle of a district",
    "province": "the middle of a province",
    "country": "the middle of a country",
    "region": "somewhere in a region",
}

NAME_KINDS = {
    "primary": "Name used here",
    "alias": "Other name",
    "acronym": "Acronym",
    "former": "Former name",
    "transliteration": "Other spelling",
}

CLAIM_KINDS = {
    "fact": "Statement of fact",
    "figure": "Figure",
    "assessment": "Assessment",
    "forecast": "Forecast",
    "allegation": "Allegation",
    "denial": "Denial",
    "intention": "Intention",
}

CERTAINTIES = {
    "stated": "stated outright",
    "hedged": "hedged",
    "reported": "reported at second hand",
    "disputed-by-author": "reported, and disputed by the author",
}

# What rests on one source alone, by what is counted.
ALONE = {
    "sentence": "Sentences that cite one source alone, or besides it only sources that are not independent of it",
    "position": "Positions that one source alone takes, or with it only sources that are not independent of it",
    "relation": "Relations that one source alone tells of, or with it only sources that are not independent of it",
    "claim": "Claims to which none of an independent source is linked as support, and none takes the same position",
}

# How a statement stands; what each means is said on the page about the method.
STANDINGS = {
    "asserted": "Asserted",
    "suggested": "Suggested",
    "reported": "Reported",
    "alleged": "Alleged",
    "rejected": "Rejected",
    "contested": "Contested",
}

# What a source does with an answer, in a word or two.
DOES = {
    "asserted": "holds",
    "suggested": "suggests",
    "reported": "reports",
    "alleged": "alleges",
    "passed-on": "reports an allegation",
    "rejected": "rejects",
    "contradicted": "contradicts",
}

QUESTION_KINDS = {
    "quantity": "How many",
    "date": "When",
    "exclusive": "Answers that pull apart",
    "facets": "Answers that add to each other",
}

CHANGE_TYPES = {
    "changed": "Changed",
    "renamed": "Renamed",
    "merged": "Merged into another",
    "withdrawn": "Withdrawn",
    "added": "Added",
}


def language(tag: str) -> str:
    """The language of a BCP 47 tag in English, as the Unicode CLDR has it, or the tag itself."""
    code = tag.partition("-")[0]
    names = Locale("en").languages
    name = names.get(code) or names.get(get_global("language_aliases").get(code, ""), tag)
    return f"{name} in Latin letters" if "-Latn" in tag else name


def all_of(number: int, one: str, many: str = "") -> str:
    """``All 3 claims``, ``1 claim``, ``No claim``: what there is in all, at the head of a sentence."""
    return f"{'All ' if number > 1 else ''}{counted(number, one, many)}" if number else f"No {one}"


def counted(number: int, one: str, many: str = "") -> str:
    """``1 claim``, ``3 claims``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
