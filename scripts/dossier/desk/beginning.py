"""What a claim begins as when its passage is selected: all that the passage itself says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dossier.commands.found_names import FoundName, names_in
from dossier.corpus.corpus import Corpus
from dossier.desk.passages import Passage
from dossier.desk.values import Candidate, candidates
from dossier.desk.workplace import Loaded
from dossier.model.records import Actor, Claim

# None that is a noun as well, as “claims” is.
SAYING = r"(?:said|says|say|claimed|reported|announced|told|stated|alleged|accused|denied|denies|warned|argued)"
# What the words of a passage mostly make of it; the first that fits counts.
KINDS = (
    ("denial", r"\b(?:den(?:y|ies|ied)|reject(?:s|ed)|had nothing to do with|disclaim\w*)\b"),
    ("allegation", r"\b(?:accus\w+|alleg\w+|blam(?:e|es|ed)|charged? with)\b"),
    ("intention", r"\b(?:intends?|intended|means to|plans? to|planned to|vow(?:s|ed)|pledged|aims? to|promis\w+)\b"),
    ("forecast", r"\b(?:will|would|is expected to|are expected to|predict\w*|likely to)\b"),
)
OPINION = (
    r"\b(?:argu\w+|believ\w+|suggest\w*|because|therefore|in effect|seems?|appears?|reason|important|weak\w*|"
    r"strong\w*)\b"
)
SMALL = 4
# What stands for the main matter of a source where its name does not.
STANDS_FOR = r"\b(?:the|this|that) (?:group|organi[sz]ation|movement|party|network|body|company|province)\b"
HEDGES = r"\b(?:may|might|perhaps|possibly|probably|likely|appears?|seems?|seemingly|apparently|presumably|suggests?)\b"
PASSED_ON = rf"\b(?:according to|reportedly|reports? (?:say|said)|{SAYING} that|(?:is|are|was|were) said to)\b"


@dataclass(frozen=True, slots=True)
class Beginning:
    """The fields of a new claim that follow from its passage, and what else may be chosen.

    ``about`` are the records that it names beyond doubt; ``perhaps`` names that may be a record, or one of several.
    """

    passage: Passage
    kind: str
    certainty: str
    said_by: str
    about: tuple[str, ...]
    perhaps: tuple[FoundName, ...]
    value: Candidate | None
    values: tuple[Candidate, ...]


def beginning(loaded: Loaded, source: str, passage: Passage) -> Beginning:
    """The beginning of a claim of a source from a passage. Who curates decides."""
    text = passage.text
    corpus, names = loaded.corpus, names_in(loaded.names, [text])
    speaker = _speaker(corpus, names, text)
    sure = _in_order(text, [one for one in names if len(one.records) == 1 and not one.alike])
    about = tuple(key for key in dict.fromkeys(one.records[0] for one in sure) if key != speaker)
    values = tuple(candidates(text))
    value = _usual(values)
    return Beginning(
        passage,
        _kind(text, value),
        _certainty(text, speaker),
        speaker,
        _with_main(about, text, _mostly(corpus, source)),
        tuple(one for one in names if one.records and one not in sure),
        value,
        values,
    )


def _in_order(text: str, names: Sequence[FoundName]) -> list[FoundName]:
    return sorted(names, key=lambda one: text.find(one.text))


def _usual(values: Sequence[Candidate]) -> Candidate | None:
    """The only quantity, as of the only date; or the only date; of several, none is meant before the others."""
    quantities, dates = [one for one in values if not one.is_date], [one for one in values if one.is_date]
    if len(quantities) == 1:
        as_of = {"as_of": dates[0].value["date"]} if len(dates) == 1 else {}
        return Candidate(quantities[0].words, {**quantities[0].value, **as_of})
    return dates[0] if len(dates) == 1 and not quantities else None


def _kind(text: str, value: Candidate | None) -> str:
    for kind, pattern in KINDS:
        if re.search(pattern, text, re.IGNORECASE):
            return kind
    if value and not value.is_date and _counts(value):
        return "figure"
    return "assessment" if re.search(OPINION, text, re.IGNORECASE) else "fact"


def _counts(value: Candidate) -> bool:
    """Whether the claim is about the quantity, which a small one in words mostly is not."""
    return bool(re.search(r"\d", value.words)) or float(str(value.value.get("low", value.value.get("high")))) > SMALL


def _certainty(text: str, speaker: str) -> str:
    if speaker or re.search(PASSED_ON, text, re.IGNORECASE):
        return "reported"
    return "hedged" if re.search(HEDGES, text) else "stated"


def _speaker(corpus: Corpus, names: Sequence[FoundName], text: str) -> str:
    """The one actor whose name stands right before or after a word of saying; empty where none or several do."""
    found = set()
    for one in names:
        actors = [key for key in one.records if isinstance(corpus.records.get(key), Actor)]
        name = re.escape(one.text)
        if (
            len(actors) == 1
            and not one.alike
            and re.search(
                rf"{name}(?:[’']s)?\s+(?:has |have |had |also |later )*{SAYING}\b|\baccording to (?:the )?{name}\b",
                text,
            )
        ):
            found.add(actors[0])
    return found.pop() if len(found) == 1 else ""


def _with_main(about: tuple[str, ...], text: str, mostly: tuple[str, ...]) -> tuple[str, ...]:
    """The named records; before them the main one of the source where the passage says “the group”, or names none."""
    if about and not re.search(STANDS_FOR, text, re.IGNORECASE):
        return about
    return tuple(dict.fromkeys([*mostly, *about]))


def _mostly(corpus: Corpus, source: str) -> tuple[str, ...]:
    """What the claims of the source mainly are about, or those of all, for a passage that only says “it”."""
    claims = corpus.claims_of(source) or corpus.of(Claim)
    most = Counter(claim.about[0] for claim in claims).most_common(1)
    return (most[0][0],) if most else ()
