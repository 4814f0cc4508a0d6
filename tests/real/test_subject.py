"""What holds for this dossier and not for every one: its subject, and that there is something of each kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import dossier
from dossier.commands.new_dossier import begin
from dossier.corpus.corpus import Corpus
from dossier.model.records import MODELS, Named
from tests.support.paths import ROOT

PACKAGE = Path(dossier.__file__).parent
SUBJECT = re.compile(
    r"\b(iskp?|isis|daesh|taliban|haqqani|khorasan|khurasan|afghan\w*|kabul|nangarhar|pakistan|islam\w*|jihad\w*"
    r"|ahmadzai|sayeh|hussain)\b",
    re.IGNORECASE,
)


def named_in(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*"):
        if path.is_file() and path.suffix not in (".pyc", ".woff2"):
            for word in SUBJECT.findall(path.read_text("utf-8", errors="replace")):
                yield f"{path.relative_to(folder)}: {word}"


@pytest.mark.parametrize("kind", MODELS)
def test_no_kind_is_empty(corpus: Corpus, kind: str) -> None:
    assert any(record.kind_of_record == kind for record in corpus.records.values())


def test_no_file_of_the_package_names_the_subject_of_a_dossier() -> None:
    assert set(named_in(PACKAGE)) == set()


def test_nothing_of_the_subject_goes_into_another_dossier(tmp_path: Path) -> None:
    begin(ROOT, tmp_path / "other", "Tulip Dossier", "the price of tulips")
    assert set(named_in(tmp_path / "other")) == set()


def test_no_page_of_another_dossier_names_a_record_of_this_one(tmp_path: Path, corpus: Corpus) -> None:
    other = tmp_path / "other"
    begin(ROOT, other, "Tulip Dossier", "the price of tulips")
    pages = [*other.glob("*.md"), *other.glob("*.yml"), *(other / "docs").rglob("*.md")]
    text = "\n".join(path.read_text("utf-8") for path in pages)
    words = {*corpus.records, *(name.text for one in corpus.of(Named) for name in one.names)}
    said = [word for word in words if word in text]
    assert [word for word in said if re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text)] == []
