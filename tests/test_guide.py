"""The guide for curators is tried: its examples make a dossier that passes every check, and what it names is there."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from dossier.checking.plausibility import RULES
from dossier.cli import main
from dossier.commands.check import Checked, checked
from dossier.corpus.standing import Standing
from dossier.model.json_schema import schemas
from dossier.model.records import Claim, Event, Place, Question, Source
from dossier.model.vocabulary import CERTAINTIES, CLAIM_KINDS, QUESTION_KINDS
from dossier.model.words import ENGLISH
from dossier.text.edtf import parse
from tests.support.paths import ROOT

ABOUT = ROOT / "docs/about"
STEPS, RECORDS, METHOD = ((ABOUT / f"{name}.md").read_text("utf-8") for name in ("contributing", "records", "method"))
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PATH = re.compile(r"(?:# |<!-- )((?:data|docs)/[\w./-]+)(?: -->)?\n")
# The articles of which the guide shows the records alone, and the one that it restates, as it was captured.
ARTICLES = {
    "harbour-office-1934": """# Forty Years of the Port

The port was opened in 1891, and more than a thousand ships called in the first year.
{: #p1 }

Silt in the river closed it.
{: #p2 }
""",
    "port-gazette-1903": """# The Fire on the North Quay

The North Quay burnt on 3 January 1903. The Harbour Board blames the union’s men.
{: #p1 }
""",
    "quay-page": """# What We Know of the Fire

A lamp fell, and the shed burnt. Of ships there were about 400, as Hill has it.
{: #p1 }
""",
}
CAPTURE = """The Port and Its River

It was the Harbour Board that let the first vessel into its basin, in May 1890. Tom Reed, its first master, stayed on \
until about 1905; he counted some 400 vessels in the first year, and the company’s 900 \
are not to be believed.

Late in 1902 the customs shed on the North Quay was burnt down; a watchman named Pryce was hurt. \
The board blamed the union of the dockers, \
which denied it at once.

It may have been neglect that closed the port in the end. Winter by winter the River Company wished to buy the quay. \
Its last crane, one fears, is gone by 2030.

Read more about rivers
"""


def whole_examples() -> dict[str, str]:
    """The files that the guide shows whole, by their path in a dossier."""
    found: dict[str, str] = {}
    for _, text in (*BLOCK.findall(RECORDS), *BLOCK.findall(STEPS)):
        if named := PATH.match(text):
            assert named[1] not in found, f"{named[1]} stands twice in the guide"
            found[named[1]] = text[named.end() :] if named[1].startswith("docs/") else text
    return found


EXAMPLES = whole_examples()


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The dossier of the guide's examples, not to be written to; its captures lie in ``captures/``."""
    root = tmp_path_factory.mktemp("guide")
    files = {
        **EXAMPLES,
        **{f"docs/sources/{key}.md": text for key, text in ARTICLES.items()},
        **{f"data/schema/{name}": text for name, text in schemas().items()},
        "docs/index.md": "# The Port\n",
        "docs/about/index.md": "# About\n",
        "captures/hill-2021.txt": CAPTURE,
    }
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    return root


@pytest.fixture(scope="module")
def found(port: Path) -> Checked:
    return checked(port, date(2024, 4, 1), port / "captures")


def test_the_examples_pass_every_check_with_nothing_odd(found: Checked) -> None:
    assert [str(one) for one in (*found.errors, *found.notices)] == []
    assert found.captures
    assert [len(one) for one in found.captures.paragraphs.values()] == [3]


def test_there_is_an_example_of_each_file_that_a_dossier_holds() -> None:
    folders = {path.rpartition("/")[0] for path in EXAMPLES}
    assert {f"data/{name}" for name in ("sources", "actors", "events", "places", "questions", "claims")} <= folders
    lists = {path for path in EXAMPLES if re.fullmatch(r"data/\w+\.yaml", path)}
    names = ("phases", "redirects", "corrections", "accepted", "vocabulary", "words")
    assert lists == {f"data/{name}.yaml" for name in names}
    assert "docs/sources/hill-2021.md" in EXAMPLES


def test_claims_of_each_kind_and_certainty_stand_among_them(found: Checked) -> None:
    claims = found.corpus.of(Claim)
    assert {one.kind for one in claims} == CLAIM_KINDS.keys()
    assert {one.certainty for one in claims} == CERTAINTIES.keys()
    assert {one.kind for one in found.corpus.of(Question)} == QUESTION_KINDS.keys()


def test_sources_with_each_sort_of_author_and_without_stand_among_them(found: Checked) -> None:
    sources = found.corpus.of(Source)
    assert {bool(author.literal) for one in sources for author in one.author} == {True, False}
    assert any(not one.author for one in sources)
    assert any(not one.issued for one in sources)
    assert {one.type for one in sources} >= {"report", "article-newspaper", "webpage"}


def test_events_places_and_moves_show_what_they_can_hold(found: Checked) -> None:
    events, places = found.corpus.of(Event), found.corpus.of(Place)
    assert any(len(one.dated) > 1 for one in events)
    assert any(part.denied_by for one in events for part in one.participants)
    assert all(any(getattr(one, key) for one in places) for key in ("within", "coordinates", "iso", "country"))
    assert {one.reason for one in found.corpus.redirects.values()} == {"renamed", "merged", "withdrawn"}
    assert {one.reason for one in found.corpus.position_redirects.items} == {"renamed", "withdrawn"}
    assert found.corpus.page_redirects.items


def test_the_dates_of_the_table_mean_what_it_says() -> None:
    table = RECORDS.partition("| Written | Means |")[2].partition("\n\n")[0]
    refused = re.findall(r"`\"([^`\"]+)\"` is refused", table)
    for text in re.findall(r"`\"([^`\"]+)\"`", table):
        if text in refused:
            with pytest.raises(ValueError, match=r".+"):
                parse(text)
        else:
            assert parse(text).text == text


def test_the_page_on_the_method_tells_of_every_standing() -> None:
    section = METHOD.partition("## How a statement stands\n")[2].partition("\n## ")[0]
    each, together = (re.findall(r"^\| \*\*(\w+)\*\*", table, re.MULTILINE) for table in section.split("Then the"))
    assert each == ["asserts", "suggests", "reports", "alleges", "rejects"]
    assert together == [standing.value for standing in Standing]
    assert ENGLISH.under("standings").keys() == set(together)


def test_accepted_notices_are_of_rules_that_there_are() -> None:
    named = re.findall(r"^- rule: (\S+)", EXAMPLES["data/accepted.yaml"], re.MULTILINE)
    assert named
    assert set(named) <= {rule.RULE for rule in RULES}


# What the guide tells of before it is there: empty this when the commands have come.
COMING = frozenset({"add", "merge", "rename", "withdraw"})


def test_each_command_that_the_guide_names_is_there() -> None:
    shown = [line for kind, text in BLOCK.findall(STEPS) if kind == "sh" for line in text.splitlines()]
    named = {found for line in shown for found in re.findall(r"^dossier ([a-z][a-z-]*)", line)}
    named |= set(re.findall(r"`dossier ([a-z][a-z-]*)", STEPS + RECORDS))
    assert named - COMING <= main.commands.keys()
    for script in re.findall(r"scripts/[a-z]+", STEPS):
        assert (ROOT / script).is_file(), script
