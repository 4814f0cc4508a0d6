from __future__ import annotations

from pathlib import Path

import pytest

from dossier.checking.record_files import Memory
from dossier.corpus.corpus import Corpus
from dossier.load import load, read
from dossier.problems import ProblemsFound
from tests.conftest import Broken, Change, Changed, apply
from tests.support.changes import added, swapped
from tests.support.paths import MINI

BAD = "data/places/north-head.yaml"


def test_the_invented_dossier_is_clean(mini: Corpus) -> None:
    counts = {kind: sum(record.kind_of_record == kind for record in mini.records.values()) for kind in KINDS}
    assert counts == {"source": 3, "actor": 6, "event": 3, "place": 3, "question": 3, "claim": 16}
    assert sorted(mini.redirects) == ["fog-bell", "wick-brotherhood"]
    assert [str(correction.date) for correction in mini.corrections] == ["2024-02-01", "2024-03"]
    assert not mini.unread


KINDS = ("source", "actor", "event", "place", "question", "claim")


def test_documents_are_named_by_their_place(mini: Corpus) -> None:
    assert [document.name for document in mini.documents] == [
        "about/glossary",
        "about/index",
        "index",
        "origins",
        "quarrel",
        "sources/board-1934",
        "sources/quay-2002",
        "sources/tarn-1931",
    ]


def test_loading_twice_gives_the_same_in_the_same_order() -> None:
    one, other = load(MINI), load(MINI)
    assert list(one.records.items()) == list(other.records.items())
    assert one.documents == other.documents


def test_with_a_memory_only_what_changed_is_read_anew(changed: Changed) -> None:
    root, memory = changed({}), Memory()
    before = load(root, memory)
    apply(root / "data/places/brisa.yaml", swapped("type: region", "type: country"))
    after = load(root, memory)
    assert [key for key, record in after.records.items() if record is not before.records[key]] == ["brisa"]
    assert after.documents == before.documents
    assert all(one is other for one, other in zip(after.documents, before.documents, strict=True))
    fresh = load(root)
    assert list(after.records.items()) == list(fresh.records.items())
    apply(root / "data/places/brisa.yaml", None)
    assert "brisa" not in read(root, memory)[0].records


def test_with_a_memory_problems_are_told_again_and_gone_when_they_are_mended(changed: Changed) -> None:
    root, memory = changed({"data/places/brisa.yaml": swapped("type: region", "type: Isle")}), Memory()
    apply(root / "data/claims/tarn-1931.yaml", swapped("high: 95", "high: many"))
    first, again = read(root, memory)[1], read(root, memory)[1]
    assert first == again == read(root)[1]
    assert len(first) > 1
    apply(root / "data/places/brisa.yaml", swapped("type: Isle", "type: region"))
    apply(root / "data/claims/tarn-1931.yaml", swapped("high: many", "high: 95"))
    assert read(root, memory)[1] == []


def test_claims_stand_in_reading_order(mini: Corpus) -> None:
    assert [claim.id for claim in mini.claims_of("board-1934")] == [f"board-1934-c0{number}" for number in range(1, 5)]


def test_a_record_knows_where_it_was_read(mini: Corpus) -> None:
    problem = mini.location("tarn-1931-c02", ("value", "high"), "rule", "message")
    assert str(problem) == "data/claims/tarn-1931.yaml:18:26: error[rule] value.high: message"


def test_a_folder_that_is_no_dossier(tmp_path: Path) -> None:
    with pytest.raises(ProblemsFound) as refused:
        load(tmp_path)
    assert str(refused.value) == "data:1:1: error[no-data] no such folder; run it in a dossier's folder"


def test_a_dossier_of_nothing_is_clean(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    assert load(tmp_path).records == {}


def test_what_could_be_read_is_there_beside_the_problems(tmp_path: Path) -> None:
    folder = tmp_path / "data" / "places"
    folder.mkdir(parents=True)
    (folder / "cape.yaml").write_text("type: site\nnames: [{text: Cape, kind: primary}]\n")
    (folder / "reef.yaml").write_text("type: site\n")
    corpus, problems = read(tmp_path)
    assert list(corpus.records) == ["cape"]
    assert corpus.unread == {"reef"}
    assert list(map(str, problems)) == ["data/places/reef.yaml:1:1: error[missing-key] names: missing; add `names:`"]


@pytest.mark.parametrize(
    ("files", "lines"),
    [
        (
            {"data/claims/gull-1999.yaml": "[]\n", "data/redirects.yaml": added("# nothing more\n")},
            [],
        ),
        (
            {"data/claims/gull-1999.yaml": "# none yet\n"},
            ["data/claims/gull-1999.yaml:1:1: error[empty] the file holds nothing; fill it in, or take the file out"],
        ),
        (
            {"data/claims/gull-1999.yaml": "- [a]\n- b\n"},
            [
                "data/claims/gull-1999.yaml:1:3: error[wrong-type] needs keys and values; write `key: value`",
                "data/claims/gull-1999.yaml:2:3: error[wrong-type] needs keys and values; write `key: value`",
            ],
        ),
        (
            {"data/claims/quay-2002.yaml": swapped("- id: quay-2002-c05", "- id: quay-2002-c05\n  source: tarn-1931")},
            [
                "data/claims/quay-2002.yaml:41:3: error[unknown-key] source: not written here; "
                "the file's name says it: quay-2002"
            ],
        ),
        (
            {"data/corrections.yaml": "record: brisa\n"},
            ["data/corrections.yaml:1:1: error[wrong-type] needs a list; begin each item with `- `"],
        ),
        (
            {"data/corrections.yaml": swapped('date: "2024-03"', "date: March 2024")},
            [
                'data/corrections.yaml:6:9: error[date] date: "March 2024": not an EDTF date of level 1; '
                'write "2024-03"'
            ],
        ),
        (
            {"data/phases.yaml": None},
            [],
        ),
        (
            {"data/phases.yaml": "- {title: Quarrel}\n- {title: <b>Peace</b>, period: early, from: 1904}\n"},
            [
                "data/phases.yaml:1:3: error[missing-key] period: missing; add `period:`",
                'data/phases.yaml:2:11: error[markup] title: "<b" is not allowed in a text; records hold words, '
                "no HTML and no script",
                'data/phases.yaml:2:33: error[date] period: "early": not an EDTF date of level 1; '
                'write it like "2015-01", "2014-09~", "2016/2018" or "2015/.."',
                "data/phases.yaml:2:40: error[unknown-key] from: no such key; take it out",
            ],
        ),
        (
            {"data/places/deep/cape.yaml": "type: site\n"},
            ["data/places/deep:1:1: error[stray-file] nothing reads this; records end in .yaml"],
        ),
        (
            {"data/places/cape.yml": "type: site\n"},
            ["data/places/cape.yml:1:1: error[stray-file] nothing reads this; rename it to cape.yaml"],
        ),
        (
            {"docs/quarrel.md": swapped("title: The quarrel", "- The quarrel")},
            ["docs/quarrel.md:2:1: error[wrong-type] needs keys and values; "
             "write `title: …` between the two lines of hyphens, or take them out"],
        ),
        (
            {"docs/index.md": swapped("page: origins/", "page: javascript:alert")},
            [
                'docs/index.md:6:11: error[markup] "javascript:" is not allowed in a text; front matter holds words'
            ],
        ),
        (
            {"docs/index.md": swapped("title: Origins", "title: Origins\n    title: Origin")},
            ['docs/index.md:6:5: error[duplicate-key] "title" stands twice; it is also on line 5'],
        ),
    ],
)  # fmt: skip
def test_files_that_are_odd(broken: Broken, files: dict[str, Change], lines: list[str]) -> None:
    assert broken(files) == lines


@pytest.mark.parametrize("name", ["data/actors/lamp-guild.yaml", "data/claims/tarn-1931.yaml", "docs/quarrel.md"])
def test_line_ends_of_windows_change_nothing(broken: Broken, name: str) -> None:
    assert broken({name: lambda text: text.replace("\n", "\r\n")}) == []


def test_a_page_without_articles_and_corrections_is_still_a_dossier(broken: Broken) -> None:
    assert broken({"data/corrections.yaml": None, "docs/about/index.md": None}) == []
