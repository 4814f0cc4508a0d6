"""How a line of a captured page is recognised as no part of its article."""

from __future__ import annotations

import re

from dossier.text.spelling import fold

# With the stops of Arabic, Urdu, Hindi, Chinese and Japanese.
STOPS = r".!?…\u061f\u06d4\u0964\u3002\uff01\uff1f"
SENTENCE_END = re.compile(rf"[{STOPS}][\"”’)\]」』]*$")
NUMBERED = re.compile(r"^\d+[.)]\s")
MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?"
DATE_LINE = re.compile(
    rf"^(?:published|updated|posted|on|last updated)?:?\s*(?:{DAY}\s+)?"
    rf"(?:{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|\d{{1,2}}\s+{MONTH},?\s+\d{{4}}|\d{{4}}-\d{{2}}-\d{{2}})"
    r"(?:[,\s]+(?:at\s+)?\d{1,2}:\d{2}.*)?$",
    re.IGNORECASE,
)
IMAGE = re.compile(r"^\S+\.(?:png|jpe?g|gif|svg|webp|avif)(?:\.\w+)?$", re.IGNORECASE)
CREDIT = re.compile(
    r"^(?:image |photo(?:graph)? )?(?:credits?|photo(?:graph)?(?: by)?|image|picture|source|file photo)\s*:",
    re.IGNORECASE,
)
CAPTION = re.compile(r"\b(?:credit|photo(?:graph)?|image|picture)(?: by)?\s*:\s*\S", re.IGNORECASE)
COPYRIGHT = re.compile(r"^(?:©|\(c\)\s|copyright\b|all rights reserved)", re.IGNORECASE)
TAGS = re.compile(r"^(?:tags?|filed under|topics|categories|keywords)\s*:", re.IGNORECASE)
SECTION_LABELS = re.compile(r"^[^.!?|»>›]{1,40}(?:\s[|»>›]\s[^.!?|»>›]{1,60})+$")
LINK_ONLY = re.compile(r"^(?:https?://\S+|www\.\S+|@\w+)$", re.IGNORECASE)
PLEA = re.compile(
    r"^(?:we use cookies|this (?:site|website) uses cookies|(?:please )?sign up (?:for|to)|"
    r"(?:get|receive) (?:the|our)\b.*\b(?:newsletter|inbox)|subscribe (?:to|for|now)|join our|"
    r"support our|donate|follow (?:us|me|him|her|them)\b|click (?:here )?to (?:share|print|email)|share on\b|"
    r"read (?:more|also|next)\s*:|see also\s*:|also read\s*:|related\s*:|listen\s*:|watch\s*:|"
    r"(?:this|the) (?:article|piece|post) (?:was|is|has been) (?:originally |first )?(?:published|posted)|"
    r"editor[’']?s note\s*:|advertis(?:e|ing)\b)",
    re.IGNORECASE,
)
READING_TIME = re.compile(r"^\d+\s*(?:min(?:ute)?s?\.?\s*read|shares?|views|comments?)$", re.IGNORECASE)
ROLE_NOUN = (
    "analyst|scholars?|professor|lecturer|fellow|researchers?|journalist|editor|correspondent|director|author|writer|"
    "columnist|student|candidate|founder|co-founder|associate|expert|graduate|reporter|contributor"
)
AUTHOR_NOTE = re.compile(
    rf"^(?:the (?:authors?|writers?)\b|about the authors?\b|(?:dr\.?\s+)?(?:[A-Z][\w.’'-]+\s+){{1,4}}(?:\([^)]*\)\s+)?"
    rf"(?:is|are|was|works?)\b.*\b(?:{ROLE_NOUN})\b)",
    re.IGNORECASE,
)
NAVIGATION = re.compile(
    "top of page|bottom of page|back to top|skip to (?:main )?content|menu|home|search|share(?: this)?|print|email"
    "|tweet|facebook|twitter|linkedin|whatsapp|copy link|subscribe|sign in|log in|sign up|advertisement"
    "|read (?:more|also)|see also|more|next|previous|recent features|latest news|loading|click here|contact us"
    "|about us|privacy policy|terms of (?:use|service)|cookie policy|follow us|listen to this article|table of contents"
)
# What comes after the article: from here on, short lines belong to the page and not to it.
AFTERWARDS = {
    "comment form": re.compile(
        r"^(?:please enter your (?:comment|name)|leave a (?:reply|comment)|post a comment|comments?$|save my name|"
        r"your email address will not|get in touch|log in to comment)",
        re.IGNORECASE,
    ),
    "related links": re.compile(
        r"^(?:related (?:articles?|posts?|stories|content)|latest (?:posts?|articles?)|you may also like|more from|"
        r"recommended|most (?:read|popular)|media partners?|trending)\b",
        re.IGNORECASE,
    ),
    "tag list": TAGS,
    "copyright": COPYRIGHT,
}

CLUTTER = {
    "image name": IMAGE,
    "credit": CREDIT,
    "caption": CAPTION,
    "date of the page": DATE_LINE,
    "address": LINK_ONLY,
    "counter": READING_TIME,
    "plea or pointer of the page": PLEA,
    "section labels": SECTION_LABELS,
}
# In a long line these may as well begin a sentence.
ONLY_IF_SHORT = frozenset({"credit", "caption", "section labels", "plea or pointer of the page"})


def clutter(text: str, *, is_long: bool) -> str:
    """Why a line is no part of an article, taken by itself, or an empty text. ``is_long`` is that of its ``Line``."""
    if NAVIGATION.fullmatch(fold(text)):
        return "navigation"
    found = next((reason for reason, pattern in CLUTTER.items() if pattern.search(text)), "")
    return "" if is_long and found in ONLY_IF_SHORT else found
