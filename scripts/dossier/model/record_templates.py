"""What a new record begins as, for ``dossier new``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dossier.model.addresses import SECTIONS
from dossier.model.records import Kind
from dossier.reading.yaml_file import read_yaml

SKELETONS: dict[Kind, str] = {
    "source": """type: article-magazine
title: TITLE
author:
  - {family: FAMILY, given: GIVEN}
container-title: PUBLICATION
issued: "2020-01"
label: FAMILY 2020
perspective: WHO SPEAKS, FROM WHERE, AND WHAT THEY COULD NOT SEE.
""",
    "actor": """type: organisation
names:
  - text: NAME
    kind: primary
    used_by: []
""",
    "event": """title: TITLE
date: "2020-01"
type: attack
places: []
actors: []
claims: [CLAIM]
""",
    "place": """names:
  - text: NAME
    kind: primary
    used_by: []
type: city
""",
    "claim": """- id: ID
  text: ONE ASSERTION THAT STANDS ALONE, IN OUR WORDS.
  kind: fact
  certainty: stated
  paragraphs: [1]
  anchor: {from: FIRST WORDS, to: LAST WORDS}
  about: [RECORD]
""",
    "question": """title: WHAT DO THE SOURCES ANSWER DIFFERENTLY?
kind: position
about: []
positions:
  - {id: one, label: ONE ANSWER.}
  - {id: another, label: ANOTHER ANSWER.}
why_they_differ: THE SOURCES DIFFER BECAUSE OF THIS [@CLAIM].
""",
}


@dataclass(frozen=True, slots=True)
class Start:
    """The file of a new record in the dossier, its text, and whether it is added to a file that may exist."""

    file: str
    text: str
    appended: bool


def start(kind: Kind, id_: str) -> Start:
    """The beginning of a record. A claim's id is its source's id, ``-c`` and a number."""
    if kind == "claim":
        file = f"data/claims/{id_.rpartition('-c')[0]}.yaml"
        return Start(file, SKELETONS[kind].replace("ID", id_, 1), appended=True)
    return Start(f"data/{SECTIONS[kind]}/{id_}.yaml", _schema_line(kind) + SKELETONS[kind], appended=False)


def write(root: Path, beginning: Start) -> None:
    """Writes it into the dossier in ``root``. Raises ``FileExistsError`` where a record has that file already."""
    path = root / beginning.file
    path.parent.mkdir(parents=True, exist_ok=True)
    if beginning.appended:
        before = path.read_text("utf-8").rstrip("\n") + "\n\n" if path.exists() else _schema_line("claims") + "\n"
        path.write_text(before + beginning.text, "utf-8")
        return
    with path.open("x", encoding="utf-8") as file:
        file.write(beginning.text)


def _schema_line(name: str) -> str:
    return f"# yaml-language-server: $schema=../schema/{name}.json\n"


def placeholders() -> frozenset[str]:
    """The words in capitals that a curator has to replace, as whole values of the skeletons."""
    nodes = (read_yaml(skeleton, "")[0] for skeleton in SKELETONS.values())
    texts = (text for node in nodes if node for _, _, text in node.texts())
    return frozenset(text for text in texts if text.isupper() and text != "ID")
