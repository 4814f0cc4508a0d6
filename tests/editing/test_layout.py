"""Every file of records in the house form."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.editing.house_form import PLAIN, Form, form_of_file, schema_line
from dossier.editing.layout import laid_out
from dossier.editing.scalars import folded, on_one_line
from dossier.reading.yaml_file import read_yaml
from tests.support.paths import MINI

EVENT = "data/events/fire.yaml"
CLAIMS = "data/claims/quay-2002.yaml"
HEAD = "# yaml-language-server: $schema=../schema/event.json\n"
CLAIM_HEAD = "# yaml-language-server: $schema=../schema/claims.json\n"
# Of these, YAML texts with remarks are made that may or may not be sound.
LINES = [
    *(
        "title: A",
        "dated:",
        "  - {date: 1903,claims: [a,b]}",
        "  # remark",
        "# remark",
        "    # remark",
        "",
        "type: 'x'",
    ),
    *("claims: [a, # remark", "  b]", "claims:", "- a", "- b # remark", "  - c", "summary: >-", "    one", "    two"),
    *("summary: one", "  two", "placed: # remark", '  - place: "p"', "    claims:", "      - c", "participants: []"),
    *("  -", "    actor: a", "    role: |", "      x", "---", "  - - a", "    - b", "? k", ": v", "x: {a, b: [c: d]}"),
]


def form(file: str) -> Form:
    found = form_of_file(file)
    assert found
    return found


def laid(text: str, file: str = EVENT) -> str:
    made = laid_out(text, form(file), schema_line(file))
    assert laid_out(made, form(file), schema_line(file)) == made
    return made.removeprefix(schema_line(file) + "\n")


def plain(text: str) -> object:
    node, problems = read_yaml(text, "f")
    assert problems == []
    assert node is not None
    return folded_blanks(node.plain())


def folded_blanks(value: object) -> object:
    if isinstance(value, dict):
        return {key: folded_blanks(one) for key, one in value.items()}
    if isinstance(value, list):
        return [folded_blanks(one) for one in value]
    return " ".join(str(value).split())


@pytest.mark.parametrize("path", sorted(MINI.glob("data/**/*.yaml")), ids=lambda path: path.name)
def test_records_are_in_the_house_form(path: Path) -> None:
    file = path.relative_to(MINI).as_posix()
    assert laid_out(path.read_text("utf-8"), form(file), schema_line(file)) == path.read_text("utf-8")


@pytest.mark.parametrize(
    ("written", "made"),
    [
        ("type: war\ntitle: A\n", "title: A\ntype: war\n"),
        ("odd: 1\ntitle:  A\n", "odd: 1\ntitle: A\n"),
        (
            "dated:\n- {claims: [a],as_given: May, June, date: 1903}\n",
            "dated:\n  - {claims: [a],as_given: May, June, date: 1903}\n",
        ),
        ("title: 'A'\n", 'title: "A"\n'),
        ("title: 'A: b'\n", 'title: "A: b"\n'),
        ('title: "A"\n', 'title: "A"\n'),
        ("title:   A   \n", "title: A\n"),
        ("title: A\n  of two lines\n", "title: A of two lines\n"),
        ("claims: [ a,b , c ]\n", "claims: [a, b, c]\n"),
        ("claims: [a,\n  b]\n", "claims: [a, b]\n"),
        ("claims:\n- a\n-   b\n", "claims:\n  - a\n  - b\n"),
        ("dated:\n- {claims: [a], date: 1903}\n", 'dated:\n  - {date: "1903", claims: [a]}\n'),
        ("dated:\n    -   claims: [a]\n        date: 1903\n", 'dated:\n  - date: "1903"\n    claims: [a]\n'),
        ("dated:\n  -\n    date: 1903\n", 'dated:\n  - date: "1903"\n'),
        ("summary: One\n  two.\n", "summary: >-\n  One two.\n"),
        ("summary: >-\n      One\n      two.\n", "summary: >-\n  One\n  two.\n"),
        ("summary: |\n   One\n\n    two.\n", "summary: |\n  One\n\n   two.\n"),
        ("title: A\n\n\n\ntype: war\n\n\n", "title: A\n\ntype: war\n"),
        ("\n\ntitle: A", "title: A\n"),
        ("---\ntitle: A\n", "title: A\n"),
        ("title: A\nclaims: []\nsummary:\n", "title: A\nclaims: []\nsummary:\n"),
    ],
)
def test_the_house_form(written: str, made: str) -> None:
    assert laid(written) == made
    assert plain(written) == plain(made)


@pytest.mark.parametrize(
    ("written", "made"),
    [
        ("# on the file\ntitle: A\n", "# on the file\ntitle: A\n"),
        (
            "# on the file\ntype: war\n# on the title\ntitle: A\n",
            "# on the file\n# on the title\ntitle: A\ntype: war\n",
        ),
        ("title: A   # beside\n", "title: A # beside\n"),
        ("claims: # beside\n- a # of a\n#above b\n- b\n", "claims: # beside\n  - a # of a\n  #above b\n  - b\n"),
        ("claims: [a, # of a\n  b]\ntype: war\n", "type: war\nclaims:\n  - a # of a\n  - b\n"),
        ("claims:\n  - a\n  # at the end\ntitle: A\n", "title: A\nclaims:\n  - a\n  # at the end\n"),
        ("claims:\n  - a\n# on the summary\nsummary: B\n", "claims:\n  - a\n# on the summary\nsummary: B\n"),
        ("summary: >- # beside\n  A\n", "summary: >- # beside\n  A\n"),
        ("dated:\n  - # on it\n    date: 1903\n", 'dated:\n  # on it\n  - date: "1903"\n'),
        ("title: A # not # two\ntype: war # b\n", "title: A # not # two\ntype: war # b\n"),
        ("title: A\n# last\n", "title: A\n# last\n"),
        ('title: "A # no remark"\n', 'title: "A # no remark"\n'),
    ],
)
def test_comments_stay_with_what_they_are_about(written: str, made: str) -> None:
    assert laid(written) == made
    assert plain(written) == plain(made)


def test_claims_keep_their_order_and_the_lines_between_them() -> None:
    written = "# on all\n\n- kind: fact\n  id: b\n  anchor: {to: d e, from: a b}\n\n# on a\n- id: a\n"
    made = '# on all\n- id: b\n  kind: fact\n  anchor: {from: "a b", to: "d e"}\n\n# on a\n- id: a\n'
    assert laid(written, CLAIMS) == made


def test_the_line_of_the_schema_is_put_right() -> None:
    assert laid_out("title: A\n", form(EVENT), schema_line(EVENT)) == HEAD + "title: A\n"
    assert (
        laid_out("# yaml-language-server: $schema=x.json\ntitle: A\n", form(EVENT), HEAD.strip()) == HEAD + "title: A\n"
    )
    assert schema_line("data/redirects.yaml") == "# yaml-language-server: $schema=schema/redirects.json"
    assert schema_line(CLAIMS) + "\n" == CLAIM_HEAD


def test_only_files_of_records_have_a_form() -> None:
    assert form_of_file("data/schema/event.yaml") is None
    assert form_of_file("docs/index.md") is None
    assert form_of_file("data/other.yaml") is None


@given(st.lists(st.sampled_from(LINES), max_size=12))
def test_any_yaml_says_the_same_afterwards_and_then_stays_as_it_is(lines: list[str]) -> None:
    text = "\n".join(lines) + "\n"
    node, _ = read_yaml(text, "f")
    if node is None or isinstance(node.value, str):
        return
    made = laid(text, EVENT)
    assert plain(made) == plain(text)
    assert made.count("# remark") == text.count("# remark")
    assert not any(line != line.rstrip() for line in made.split("\n"))


TEXTS = st.text(st.sampled_from(list(" ab:-#,[]{}'\"\\|>&*!%@`?\nä“\u200c\xa0.=<1/~")), max_size=12)


@given(TEXTS)
def test_any_text_is_read_as_it_was_written(text: str) -> None:
    for before, after in (("k: ", ""), ("- ", ""), ("[", "]"), ("{k: ", "}")):
        node, problems = read_yaml(f"{before}{on_one_line(text, in_flow=before[0] in '[{')}{after}\n", "f")
        assert problems == []
        assert node is not None
        assert node.plain() in ([text], {"k": text})


@given(TEXTS)
def test_any_text_broken_into_lines_is_read_as_it_was_written(text: str) -> None:
    if lines := folded(text, 2):
        node, _ = read_yaml("k: " + "\n".join(lines), "f")
        assert node is not None
        assert node.plain() == {"k": text}


def test_a_file_of_no_known_form_keeps_the_order_of_its_keys() -> None:
    assert laid_out("b: 1\na:   2\n", PLAIN, "") == "b: 1\na: 2\n"
