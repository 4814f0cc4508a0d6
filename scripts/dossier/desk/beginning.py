"""What a claim begins as when its passage is selected, and what follows from its words as they are typed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dossier.commands.found_names import FoundName, names_in
from dossier.corpus.corpus import Corpus
from dossier.desk.passages import Passage
from dossier.desk.values import Candidate, candidates
from dossier.desk.workplace import Loaded
from dossier.model.records import Actor, Claim

# None that is a noun as well, as “claims” is.
SAYING = r"(?:said|says|say|claimed|reported|announced|told|stated|alleged|accused|deny|denied|denies|warned|argued)"
# What the words of a passage mostly make of it; the first that fits counts.
KINDS = (
    ("denial", r"\b(?:den(?:y|ies|ied)|reject(?:s|ed)|had nothing to do with|disclaim\w*)\b"),
    ("allegation", r"\b(?:accus\w+|alleg(?:e|es|ed|ations?)|blam(?:e|es|ed)|charged? with)\b"),
    ("intention", r"\b(?:intends?|intended|means to|plans?|planned|vow(?:s|ed)|pledged|aims? to|promis\w+)\b"),
    ("forecast", r"\b(?:will|would (?:be|become|have)|(?:is|are) expected to|expects?|predict\w*|likely to)\b"),
)
OPINION = (
    r"\b(?:argu\w+|believ\w+|suggest\w*|because|therefore|in effect|seems?|seemed|appears?|reason|important|weak\w*|"
    r"strong\w*|in (?:its|his|her|their) view|mean that|(?:more|less) \w+ than)\b"
)
SMALL = 4
# What stands for the main matter of a source where its name does not.
STANDS_FOR = r"\b(?:the|this|that) (?:group|organi[sz]ation|movement|party|network|body|company|province)\b"
HEDGES = r"\b(?:may|might|perhaps|possibly|probably|likely|appears?|seems?|seemingly|apparently|presumably|suggests?)\b"
PASSED_ON = (
    r"\b(?:according to|reportedly|reports? (?:say|said)|(?:is|are|was|were) said to|said|told|remembered|recalled|"
    r"spoke of|claimed|denied|deny|denies|accused|alleged)\b"
)
FEWEST_CLAIMS = 5


@dataclass(frozen=True, slots=True)
class Guess:
    """What the fields of a claim mostly are for such words; ``value`` is ``None`` where several could be meant."""

    kind: str
    certainty: str
    said_by: str
    about: tuple[str, ...]
    value: Candidate | None


@dataclass(frozen=True, slots=True)
class Beginning:
    """A new claim from a passage, and what else the passage offers.

    ``perhaps`` are names that may be a record, or one of several.
    """

    passage: Passage
    guess: Guess
    perhaps: tuple[FoundName, ...]
    values: tuple[Candidate, ...]


def beginning(loaded: Loaded, source: str, passage: Passage) -> Beginning:
    """The beginning of a claim of a source from a passage. Who curates decides."""
    names = names_in(loaded.names, [passage.text])
    perhaps = tuple(one for one in names if one.records and not _is_sure(one))
    return Beginning(passage, guessed(loaded, source, passage.text, ""), perhaps, tuple(candidates(passage.text)))


def guessed(loaded: Loaded, source: str, passage: str, typed: str) -> Guess:
    """The fields that follow from a passage and from what is typed of it, which may name what “the group” is."""
    corpus, both = loaded.corpus, f"{typed} {passage}"
    ours, theirs = (names_in(loaded.names, [text]) for text in (typed, passage))
    speaker = _speaker(corpus, theirs, passage) or _speaker(corpus, ours, typed)
    named = [key for key in (*_sure(typed, ours), *_sure(passage, theirs)) if key != speaker]
    stands = re.search(STANDS_FOR, passage, re.IGNORECASE) and not _sure(typed, ours)
    about = [*(_mainly(corpus, source) if stands or not named else []), *named]
    value = _usual([_with_unit(one, typed) for one in candidates(passage)])
    return Guess(_kind(both, value), _certainty(both, speaker), speaker, tuple(dict.fromkeys(about)), value)


def _is_sure(name: FoundName) -> bool:
    return len(name.records) == 1 and not name.alike


def _sure(text: str, names: Sequence[FoundName]) -> list[str]:
    """The records that are named beyond doubt, in the order in which they stand."""
    sure = [one for one in names if _is_sure(one)]
    return [one.records[0] for one in sorted(sure, key=lambda one: text.find(one.text))]


def _with_unit(value: Candidate, typed: str) -> Candidate:
    """A quantity with the unit that the typed words give it, where the passage gives it none."""
    if value.is_date or "unit" in value.value:
        return value
    ends = [value.value.get(key) for key in ("low", "high")]
    for one in candidates(typed):
        if "unit" in one.value and set(filter(None, ends)) & {one.value.get("low"), one.value.get("high")}:
            return replace(value, value={**value.value, "unit": one.value["unit"]})
    return value


def _usual(values: Sequence[Candidate]) -> Candidate | None:
    """The only quantity, as of the only date; or the only date; of several, none is meant before the others.

    A quantity of which it is not said what is counted is none that a claim could give, and “two of them” mostly says
    who, and not how many.
    """
    quantities, dates = [one for one in values if not one.is_date], [one for one in values if one.is_date]
    if len(quantities) == 1 and "unit" in quantities[0].value and _counts(quantities[0]):
        as_of = {"as_of": dates[0].value["date"]} if len(dates) == 1 else {}
        return Candidate(quantities[0].words, {**quantities[0].value, **as_of})
    return dates[0] if len(dates) == 1 and not quantities else None


def _kind(text: str, value: Candidate | None) -> str:
    for kind, pattern in KINDS:
        if re.search(pattern, text, re.IGNORECASE):
            return kind
    if value and not value.is_date:
        return "figure"
    return "assessment" if re.search(OPINION, text, re.IGNORECASE) else "fact"


def _counts(value: Candidate) -> bool:
    """Whether the claim is about the quantity, which a small one in words mostly is not."""
    return bool(re.search(r"\d", value.words)) or float(str(value.value.get("low", value.value.get("high")))) > SMALL


def _certainty(text: str, speaker: str) -> str:
    if speaker or re.search(PASSED_ON, text, re.IGNORECASE):
        return "reported"
    return "hedged" if re.search(HEDGES, text, re.IGNORECASE) else "stated"


def _speaker(corpus: Corpus, names: Sequence[FoundName], text: str) -> str:
    """The one actor whose name stands right before or after a word of saying; empty where none or several do."""
    found = set(_speakers(corpus, names, text))
    return found.pop() if len(found) == 1 else ""


def _speakers(corpus: Corpus, names: Sequence[FoundName], text: str) -> Iterator[str]:
    for one in names:
        actors = [key for key in one.records if isinstance(corpus.records.get(key), Actor)]
        name = re.escape(one.text)
        says = rf"{name}(?:[’']s)?\s+(?:has |have |had |also |later )*{SAYING}\b|\b[Aa]ccording to (?:the )?{name}\b"
        if len(actors) == 1 and not one.alike and re.search(says, text):
            yield actors[0]


def _mainly(corpus: Corpus, source: str) -> list[str]:
    """What the claims of the source mainly are about, for a passage that says “it”; where it has few, those of all."""
    claims = corpus.claims_of(source)
    if len(claims) < FEWEST_CLAIMS:
        claims = corpus.of(Claim)
    most = Counter(key for claim in claims for key in claim.about).most_common(1)
    return [most[0][0]] if most else []
