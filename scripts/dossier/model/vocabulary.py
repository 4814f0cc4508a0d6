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

ACTOR_TYPES = {
    "organisation": ("Organisation", "Organisations"),
    "person": ("Person", "People"),
    "state": ("State", "States"),
    "institution": ("Institution", "Institutions"),
    "media": ("Medium", "Media"),
}

PLACE_TYPES = {
    "region": ("Region", "Regions"),
    "country": ("Country", "Countries"),
    "former_territory": ("Former territory", "Former territories"),
    "province": ("Province", "Provinces"),
    "district": ("District", "Districts"),
    "city": ("City or town", "Cities and towns"),
    "valley": ("Valley", "Valleys"),
    "river": ("River", "Rivers"),
    "site": ("Site", "Sites"),
}

PRECISIONS = {
    "site": "the site itself",
    "city": "the middle of a city or town",
    "district": "the middle of a district",
    "province": "the middle of a province",
    "country": "the middle of a country",
    "region": "somewhere in a region",
}

EVENT_TYPES = {
    "attack": "Attack",
    "war": "War",
    "operation": "Operation",
    "founding": "Founding",
    "pledge": "Pledge of allegiance",
    "announcement": "Announcement",
    "statement": "Statement",
    "takeover": "Takeover",
    "withdrawal": "Withdrawal",
    "movement": "Movement",
    "appointment": "Appointment",
    "arrest": "Arrest",
    "death": "Death",
    "negotiation": "Negotiation",
    "denial": "Denial",
}

ROLES = {
    "perpetrator": "carried it out",
    "claimed_by": "claimed it",
    "blamed": "is blamed for it",
    "target": "was its target",
    "victim": "suffered it",
    "responder": "responded to it",
    "denied_by": "denied it",
    "speaker": "spoke",
    "subject": "is what it was about",
    "participant": "took part",
}

# A relation as it reads from the actor that holds it, and from the other.
RELATIONS = {
    "part_of": ("part of", "has as a part"),
    "affiliate_of": ("affiliate of", "has as an affiliate"),
    "split_from": ("split from", "lost in a split"),
    "formed_from": ("formed from members of", "had members who formed"),
    "leads": ("leads", "led by"),
    "member_of": ("member of", "has as a member"),
    "former_member_of": ("former member of", "had as a member"),
    "allied_with": ("allied with", "allied with"),
    "cooperates_with": ("cooperates with", "cooperates with"),
    "rival_of": ("rival of", "rival of"),
    "fights": ("fights", "fought by"),
    "protects": ("protects", "protected by"),
    "supports": ("supports", "supported by"),
    "attacked": ("attacked", "attacked by"),
    "pledged_to": ("pledged allegiance to", "received the allegiance of"),
    "denies": ("denies statements of", "is contradicted by"),
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
    "reported": "passed on from somebody else",
    "disputed-by-author": "passed on with doubt",
}

# What rests on one source alone, by what is counted.
ALONE = {
    "sentence": "Sentences that cite one source alone, or besides it only sources that are not independent of it",
    "position": "Positions that one source alone takes, or with it only sources that are not independent of it",
    "relation": "Relations that one source alone tells of, or with it only sources that are not independent of it",
    "claim": "Claims to which none of an independent source is linked as support, and none takes the same position",
}

QUESTION_KINDS = {"quantity": "How many", "date": "When", "position": "What is said"}

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


def counted(number: int, one: str, many: str = "") -> str:
    """``1 claim``, ``3 claims``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
