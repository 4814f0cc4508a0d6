"""What a new record begins as, for ``dossier new``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from textwrap import fill
from typing import get_args

from dossier.model.addresses import SECTIONS
from dossier.model.records import Kind, Question, Source
from dossier.model.types import GENERAL, Types
from dossier.reading.yaml_file import read_yaml

SKELETONS: dict[Kind, str] = {
    "source": """type: article-magazine
title: TITLE
author:
  - family: FAMILY
    given: GIVEN
container-title: PUBLICATION
issued: "2020-01"
label: FAMILY 2020
perspective: WHO SPEAKS, FROM WHERE, AND WHAT THEY COULD NOT SEE.
""",
    "actor": """type: organisation
names:
  - {text: NAME, kind: primary, used_by: [SOURCE#p1]}
relations:
  - {type: part_of, to: ACTOR, claims: [CLAIM]}
""",
    "event": """title: TITLE
dated:
  - {date: "2020-01", claims: [CLAIM]}
type: statement
placed:
  - {place: PLACE, claims: [CLAIM]}
participants:
  - {actor: ACTOR, role: participant, claims: [CLAIM]}
claims: [CLAIM]
""",
    "place": """type: city
names:
  - {text: NAME, kind: primary, used_by: [SOURCE#p1]}
within: [PLACE]
""",
    "claim": """- id: ID
  text: ONE ASSERTION THAT STANDS ALONE, IN OUR WORDS.
  kind: fact
  certainty: stated
  paragraphs: [1]
  anchor: {from: "FIRST WORDS", to: "LAST WORDS"}
  about: [RECORD]
""",
    "question": """title: WHAT DO THE SOURCES ANSWER DIFFERENTLY?
kind: exclusive
about: [RECORD]
positions:
  - id: one
    label: ONE ANSWER.
  - id: another
    label: ANOTHER ANSWER.
why_they_differ: THE SOURCES DIFFER BECAUSE OF THIS [@CLAIM].
""",
}
WIDTH = 100
# What ``dossier add`` writes in the place of each paragraph of a restated article.
RESTATEMENT = "RESTATE PARAGRAPH {number} IN YOUR OWN WORDS."
STATEMENTS = "What no claim says is left out, with its key."
TYPES_TOLD = "What each means is told on the page data/types/ of the site; another is added in data/vocabulary.yaml."


@dataclass(frozen=True, slots=True)
class Start:
    """The file of a new record, and its text where it is new; ``is_listed`` where it is a list, to which one adds."""

    file: str
    text: str
    is_listed: bool


def start(kind: Kind, id_: str, types: Types = GENERAL) -> Start:
    """The beginning of a record. A claim's id is its source's id, ``-c`` and a number.

    Comments list what may stand in the place of each type; ``types`` are those of the dossier.
    """
    if kind == "claim":
        file = f"data/claims/{id_.rpartition('-c')[0]}.yaml"
        return Start(file, schema_line("claims") + SKELETONS[kind].replace("ID", id_, 1), is_listed=True)
    comments = "".join(_comment(line) for line in _choices(kind, types))
    return Start(f"data/{SECTIONS[kind]}/{id_}.yaml", schema_line(kind) + comments + SKELETONS[kind], is_listed=False)


def _choices(kind: Kind, types: Types) -> list[str]:
    """What a curator can choose from for a new record of this kind, a sentence a key."""
    match kind:
        case "actor":
            return [
                _one_of("type", types.actors),
                _one_of("type of a relation", types.relations),
                TYPES_TOLD,
                STATEMENTS,
            ]
        case "event":
            return [_one_of("type", types.events), _one_of("role", types.roles), TYPES_TOLD, STATEMENTS]
        case "place":
            return [_one_of("type", types.places), TYPES_TOLD]
        case "question":
            return [_one_of("kind", get_args(Question.model_fields["kind"].annotation))]
        case _:
            return [_one_of("type", get_args(Source.model_fields["type"].annotation))]


def _one_of(key: str, names: Iterable[str]) -> str:
    return f"{key}: {', '.join(names)}"


def _comment(line: str) -> str:
    return fill(line, WIDTH, initial_indent="# ", subsequent_indent="#   ", break_on_hyphens=False) + "\n"


def schema_line(name: str) -> str:
    """The first line of a file of records in a folder of ``data``, by which editors know the schema ``name``."""
    return f"# yaml-language-server: $schema=../schema/{name}.json\n"


def placeholders() -> frozenset[str]:
    """The words in capitals that a curator has to replace, as whole values of the skeletons."""
    nodes = (read_yaml(skeleton, "")[0] for skeleton in SKELETONS.values())
    texts = (text for node in nodes if node for _, _, text in node.texts())
    return frozenset(text for text in texts if text.removesuffix("#p1").isupper() and text != "ID")
