"""Whatever stands in a file: it is read, or lines say what is wrong; nothing raises, hangs or gets out of its page."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import markdown
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dossier.captures.clean import clean
from dossier.captures.compare import fingerprint
from dossier.captures.html_page import page_text
from dossier.checking.rules import check, document_markup
from dossier.checking.validation import validate
from dossier.corpus.corpus import Listed, link
from dossier.load import read
from dossier.model.records import MODELS, Kind
from dossier.reading.limits import page_limits
from dossier.reading.markdown_file import read_document
from dossier.reading.yaml_file import read_yaml
from dossier.renderers.markdown_extension import DossierExtension
from dossier.text.marks import find_marks, marks_of_words, without_marks
from tests.support.full import unless_full
from tests.support.hostile import is_told
from tests.support.paths import MINI

pytestmark = pytest.mark.slow

QUICK = settings(max_examples=unless_full([30], [60])[0], deadline=None, suppress_health_check=list(HealthCheck))
SIGNS = [
    '<script>', '\'">', '{{ 7*7 }}', '<!-- slot:content -->', '[[lamp-guild]]', '[@tarn-1931-c01]',
    'javascript:', '&lt;', '\u202e', '\u200b', '\x00', '\ud800', '2015-01', 'true', 'null', '.nan',
    '1e999', '-1', '{: .a }', '`', '|', '\n\n', '#', '*', '\\', ']]>',
]  # fmt: skip
STRANGE = st.sampled_from(SIGNS)
WORDS = st.one_of(
    st.text(max_size=30), STRANGE, st.lists(st.one_of(st.text(max_size=5), STRANGE), max_size=5).map("".join)
)
KEYS = sorted({key for model in MODELS.values() for key in model.model_fields} | {"lat", "from", "to", "low", "kind"})
VALUES = st.recursive(
    WORDS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.one_of(st.sampled_from(KEYS), WORDS), inner, max_size=6)
    ),
    max_leaves=20,
)
MARKS = [
    '[@', ']', '[[', ']]', '|', '`', '```\n', '\n', '\n\n', '*', '_', '<', 'a', 'b-c01', '; @',
    '{:', ' #p1 }', '> ', '- ', '1. ', '# ', '![', '](', ')', 'https://a.b', 'javascript:', ' ',
    '\\', '&', ';', '~~~\n', '"', '“', '---\n', '    ', '{', '=', '}',
]  # fmt: skip
PAGES = st.lists(st.one_of(st.sampled_from(MARKS), st.text(max_size=4)), max_size=60).map("".join)


@QUICK
@given(st.text(max_size=300))
def test_any_text_is_yaml_or_a_problem(text: str) -> None:
    node, problems = read_yaml(text, "f")
    assert (node is None) == bool(problems)
    assert not problems or is_told(list(map(str, problems)))


@QUICK
@given(st.sampled_from(sorted(MODELS)), VALUES)
def test_any_structure_is_a_record_or_problems(kind: Kind, value: object) -> None:
    text = yaml.safe_dump(value, allow_unicode=True)
    node, problems = read_yaml(text, "f")
    if node is not None:
        record, problems = validate(MODELS[kind], node, "f", {"id": "a"}, {})
        assert (record is None) == bool(problems)
    assert not problems or is_told(list(map(str, problems)))


def mutations(text: str, chance: random.Random) -> Iterator[str]:
    """Without a line, with one twice, with two exchanged, with a stretch taken out and with something strange in it."""
    lines = text.split("\n")
    place, other = (chance.randrange(len(lines)) for _ in range(2))
    yield "\n".join(lines[:place] + lines[place + 1 :])
    yield "\n".join([*lines[: place + 1], *lines[place:]])
    lines[place], lines[other] = lines[other], lines[place]
    yield "\n".join(lines)
    start = chance.randrange(len(text))
    yield text[:start] + text[start + chance.randrange(1, 40) :]
    strange = chance.choice(
        [":", "-", "[", "{", "\t", "<b>", "[[x]]", "[@x]", '"', "'", "#", "&a", "*a", "!x", "|", ">", "\x07", "\u202e"]
    )
    yield text[:start] + strange + text[start:]


@pytest.mark.parametrize("seed", range(unless_full([4], [12])[0]))
def test_a_dossier_with_a_broken_file_is_checked_to_the_end(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    root = tmp_path / "mini"
    shutil.copytree(MINI, root)
    files = sorted([*root.rglob("*.yaml"), *root.rglob("*.md")])
    for path in chance.sample(files, 6):
        text = path.read_text("utf-8")
        for mutation in mutations(text, chance):
            path.write_text(mutation, "utf-8")
            corpus, problems = read(root)
            problems += check(corpus)
            assert not problems or is_told(list(map(str, problems)))
        path.write_text(text, "utf-8")


@QUICK
@given(PAGES)
def test_any_prose_is_read_and_rendered(text: str) -> None:
    document = read_document(text, "docs/a.md", "a")
    assert [block.line for block in document.blocks] == sorted(block.line for block in document.blocks)
    list(find_marks(text))
    list(marks_of_words(text))
    without_marks(text)
    list(page_limits(text, "f"))
    corpus = link({}, [document], Listed(), Listed())
    problems = [str(problem) for problem in check(corpus)]
    assert not problems or is_told(problems)
    if not list(document_markup.check(corpus)):
        html = markdown.markdown(text, extensions=["attr_list", "tables", "toc", DossierExtension()])
        assert "<script" not in html
        assert 'href="javascript:' not in html.lower()
        assert " onclick=" not in html


@QUICK
@given(st.lists(st.one_of(st.text(max_size=40), STRANGE), max_size=40).map("\n".join))
def test_any_capture_is_cleaned(text: str) -> None:
    cleaned = clean(text)
    assert len({fingerprint(paragraph) for paragraph in cleaned.paragraphs}) <= len(cleaned.paragraphs)
    cleaned.article()
    cleaned.report()


@pytest.mark.parametrize(
    "html",
    ["", "<p>", "<" * 50_000, "<b>" * 3_000, "<!--" * 10_000, "&amp;" * 10_000, "<p>a</p>" * 5_000, "\x00<p>\x00"],
)  # fmt: skip
def test_any_saved_page_is_read(html: str) -> None:
    assert "<script" not in page_text(f"<html><body>{html}</body></html>").text


@pytest.mark.parametrize("sign", ["a ", "a\n", "\n", " ", "-", "1.", "“", "* ", "http://a.b ", "A\n\n", "é", "Ã©"])
def test_a_long_capture_of_one_sign_is_cleaned(sign: str) -> None:
    clean(sign * (2**17 // len(sign)))
