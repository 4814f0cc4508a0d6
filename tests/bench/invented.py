"""An invented dossier of any size, in the proportions of the real one, for measuring what grows with it.

Its words and names are made of syllables; how often a word occurs falls with its rank, as in a language. The same
number and seed give the same files.
"""

from __future__ import annotations

import json
import random
import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from tests.support.paths import MINI

# Of 807 records: what the real dossier holds.
SHARES = {"actors": 84, "events": 54, "places": 60, "questions": 31, "sources": 5}
WHOLE = 807
NAMES = 4
PARAGRAPHS = 13
SYLLABLES = tuple(
    "ka ro mi ta lu shen dar vo ni pel sa gha qu ran el tor hi be zam ul wi nok fa je mur yan ost ar id".split()  # noqa: SIM905
)
KINDS = ("fact", "assessment", "intention", "forecast", "allegation")
POSITIONS = ("one", "other")
EVENT_TYPES = ("attack", "statement", "negotiation", "movement")

Claim = dict[str, object]


@dataclass(frozen=True, slots=True)
class Language:
    """Words by rank, and the sums of their frequencies."""

    rng: random.Random
    words: Sequence[str]
    sums: Sequence[float]

    def text(self, length: int) -> str:
        chosen = self.rng.choices(self.words, cum_weights=self.sums, k=length)
        return " ".join(chosen).capitalize() + "."

    def name(self) -> str:
        return " ".join(self.word().capitalize() for _ in range(self.rng.choice((1, 2, 2, 3))))

    def word(self) -> str:
        return "".join(self.rng.choices(SYLLABLES, k=self.rng.choice((2, 2, 3, 3, 4))))


CITING = re.compile(r"^(.*\[@.*)$", re.MULTILINE)


def language(seed: int, size: int = 6000) -> Language:
    """A language of so many words."""
    rng = random.Random(seed)  # noqa: S311  nothing secret
    empty = Language(rng, (), ())
    words = list(dict.fromkeys(empty.word() for _ in range(size)))
    return Language(rng, words, list(accumulate(1 / (rank + 2.7) for rank in range(len(words)))))


def write_dossier(folder: Path, records: int, seed: int = 1) -> None:
    """Writes a dossier of about so many records (at least 200) into an empty folder."""
    counts = {kind: max(2, round(share * records / WHOLE)) for kind, share in SHARES.items()}
    tongue = language(seed)
    ids = {kind: [f"{kind[:-1]}-{number:05}" for number in range(1, count + 1)] for kind, count in counts.items()}
    claims = _claims(tongue, ids, records - sum(counts.values()))
    every = [claim for own in claims.values() for claim in own]
    said = [str(claim["id"]) for claim in every]
    free = iter(tongue.rng.sample(every, len(every)))
    for place, key in enumerate(ids["actors"]):
        _write(folder / f"data/actors/{key}.yaml", json.dumps(_actor(tongue, ids["actors"], place, said, free)))
    for key in ids["places"]:
        _write(folder / f"data/places/{key}.yaml", json.dumps(_place(tongue, said)))
    for key in ids["events"]:
        _write(folder / f"data/events/{key}.yaml", json.dumps(_event(tongue, ids, said, free)))
    for source, own in claims.items():
        _write(folder / f"data/claims/{source}.yaml", "\n".join(f"- {json.dumps(claim)}" for claim in own))
        _write(folder / f"data/sources/{source}.yaml", json.dumps(_source(tongue, source)))
        _write(folder / f"docs/sources/{source}.md", _article(tongue))
    for key in ids["questions"]:
        _write(folder / f"data/questions/{key}.yaml", json.dumps(_question(tongue, ids, said)))
    _prose(tongue, folder, said)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text + "\n", "utf-8")


def _cited(tongue: Language, claims: Sequence[str], length: int) -> str:
    return f"{tongue.text(length)[:-1]} [@{tongue.rng.choice(claims)}]."


def _names(tongue: Language) -> list[dict[str, str]]:
    names = list(dict.fromkeys(tongue.name() for _ in range(NAMES)))
    return [{"text": text, "kind": "alias" if place else "primary"} for place, text in enumerate(names)]


def _claims(tongue: Language, ids: dict[str, list[str]], number: int) -> dict[str, list[Claim]]:
    sources, rng = ids["sources"], tongue.rng
    by_source: dict[str, list[Claim]] = {source: [] for source in sources}
    spoken_of = ids["actors"] + ids["places"] + ids["events"]
    for place in range(number):
        source = sources[place * len(sources) // number]
        own = by_source[source]
        claim: Claim = {
            "id": f"{source}-c{len(own) + 1:03}",
            "text": tongue.text(16),
            "kind": rng.choice(KINDS),
            "certainty": "stated",
            "paragraphs": [len(own) % PARAGRAPHS + 1],
            "anchor": {"from": tongue.word(), "to": tongue.word()},
            "about": rng.sample(spoken_of, 2),
        }
        if place % 5 == 0:
            question, other = divmod(place // 5 % (2 * len(ids["questions"])), 2)
            claim["answers"] = [{"question": ids["questions"][question], "position": POSITIONS[other]}]
        if len(own) > 1 and place % 12 == 0:
            claim["disputes"] = [str(rng.choice(own)["id"])]
        own.append(claim)
    return by_source


def _source(tongue: Language, key: str) -> dict[str, object]:
    return {
        "type": "article-magazine",
        "title": tongue.text(6)[:-1],
        "author": [{"family": tongue.word().capitalize(), "given": tongue.word().capitalize()}],
        "issued": f"{tongue.rng.randint(1950, 2020)}",
        "label": f"{tongue.word().capitalize()} {key[-5:]}",
        "perspective": tongue.text(20),
    }


def _article(tongue: Language) -> str:
    paragraphs = (f"{tongue.text(90)}\n{{: #p{number} }}\n" for number in range(1, PARAGRAPHS + 1))
    return "\n".join([f"# {tongue.name()}\n", *paragraphs])


def _actor(
    tongue: Language, actors: Sequence[str], place: int, claims: Sequence[str], free: Iterator[Claim]
) -> dict[str, object]:
    """An actor with a relation to one before it, which one of the ``free`` claims is made to state."""
    other = actors[tongue.rng.randrange(place)] if place else ""
    relation: dict[str, object] = {"type": "allied_with", "to": other}
    if other:
        relation["claims"] = [_stating(free, [actors[place], other])]
    return {
        "type": "organisation",
        "names": _names(tongue),
        "summary": _cited(tongue, claims, 40),
        "relations": [relation] if other else [],
    }


def _stating(free: Iterator[Claim], about: Sequence[str], **more: object) -> str:
    """The id of a claim that is about these records from now on."""
    claim = next(free)
    claim.update(about=list(about), **more)
    return str(claim["id"])


def _place(tongue: Language, claims: Sequence[str]) -> dict[str, object]:
    point = {
        "lat": round(tongue.rng.uniform(29, 39), 3),
        "lon": round(tongue.rng.uniform(60, 75), 3),
        "precision": "city",
    }
    return {"type": "city", "names": _names(tongue), "summary": _cited(tongue, claims, 25), "coordinates": point}


def _event(
    tongue: Language, ids: dict[str, list[str]], claims: Sequence[str], free: Iterator[Claim]
) -> dict[str, object]:
    """An event whose date, place and participant is stated by one of the ``free`` claims that dispute nothing."""
    rng, undisputing = tongue.rng, (claim for claim in free if "disputes" not in claim)
    date = f"{rng.randint(1950, 2020)}-{rng.randint(1, 12):02}"
    place, actor = rng.choice(ids["places"]), rng.choice(ids["actors"])
    stating = [_stating(undisputing, [place, actor], value={"date": date})]
    return {
        "title": tongue.text(6)[:-1],
        "dated": [{"date": date, "claims": stating}],
        "type": rng.choice(EVENT_TYPES),
        "placed": [{"place": place, "claims": stating}],
        "participants": [{"actor": actor, "role": "participant", "claims": stating}],
        "claims": list(dict.fromkeys([*stating, rng.choice(claims)])),
        "summary": _cited(tongue, claims, 25),
    }


def _question(tongue: Language, ids: dict[str, list[str]], claims: Sequence[str]) -> dict[str, object]:
    return {
        "title": f"{tongue.text(7)[:-1]}?",
        "kind": "exclusive",
        "about": [tongue.rng.choice(ids["actors"])],
        "positions": [{"id": key, "label": tongue.text(6)[:-1]} for key in POSITIONS],
        "why_they_differ": _cited(tongue, claims, 40),
    }


def _prose(tongue: Language, folder: Path, claims: Sequence[str]) -> None:
    for name in ("mkdocs.yml", "docs/index.md", "docs/about/index.md"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(MINI / name, folder / name)
    _write(folder / "docs/about/glossary.md", f"# Glossary\n\n## Ledger\n\n{tongue.text(12)}\n")
    home = folder / "docs/index.md"
    # The lead cites claims of the small dossier.
    before, _, after = CITING.split(home.read_text("utf-8"))
    _write(home, f"{before}{_cited(tongue, claims, 40)}{after}")
    for title in ("Origins", "Quarrel"):
        sections = (_section(tongue, claims) for _ in range(6))
        _write(folder / f"docs/{title.lower()}.md", "\n".join([f"# {title}\n", *_flat(sections)]))


def _section(tongue: Language, claims: Sequence[str]) -> list[str]:
    return [f"## {tongue.name()}\n", *(_cited(tongue, claims, 40) + "\n" for _ in range(4))]


def _flat(sections: Iterable[Sequence[str]]) -> Iterable[str]:
    return (part for section in sections for part in section)
