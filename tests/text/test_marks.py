from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from markdown import Markdown

from dossier.renderers.markdown_extension import DossierExtension, makeExtension
from dossier.text.marks import Malformed, Mark, SourceCount, find_marks, marks_of_words, without_code, without_marks
from tests.support.rendering import rendered

CITED_OR_LINKED = re.compile(r'data-(?:cite-claims|link-record)="([^"]*)"')

# Marks in indented text are checked though it may be code: in a list or a footnote it is none.
INDENTED = re.compile(r"^ {4}", re.MULTILINE)

# Pieces of prose: marks, things that look like them, code, and what may stand around them.
PIECES = st.sampled_from(
    [
        *(
            "[@a-c01]",
            "[@a; @b]",
            "[@a;\n@b]",
            "[[a]]",
            "[[a|some words]]",
            "[[count:a/b|three]]",
            "[[count:a/b|all\nthree]]",
            "[[count:of:3|no\nsource]]",
            "[[a|two\nlines]]",
            "[[a|two\n",
            "lines]]",
            "[@a;",
            "@b]",
        ),
        *("`[@no]`", "``[[no]] ` ``", "`\\`", "\\[@no]", "\\\\[@yes]", "\\`", "[x](y/)", " *so* ", " **so** "),
        *("\n```\n[@no]\n```\n", "\n~~~text\n[[no]]\n\n`\n~~~\n", "\n````\n```\n[[no]]\n````\n"),
        *(
            "\n",
            "\n\n",
            "\n- ",
            "\n1. ",
            "\n> ",
            "\n# ",
            " ",
            " ",
            "word",
            ".",
            ",",
            "(",
            ")",
            "!",
            "“",
            "”",
            "`",
            "[",
            "]",
        ),
    ]
)
PROSE = st.lists(PIECES, max_size=12).map("".join)


def keys(text: str) -> list[str]:
    return [" ".join(mark.keys) for mark in find_marks(text) if isinstance(mark, Mark) and mark.keys]


def malformed(text: str) -> list[tuple[str, int, int]]:
    return [(mark.text, mark.line, mark.column) for mark in find_marks(text) if isinstance(mark, Malformed)]


def test_marks_are_found_with_keys_words_and_positions() -> None:
    text = "One [@a-c01; @b-c02].\n\nTwo ([[lamp]]), [[guild|the guild]]’s [@c]!"
    assert list(find_marks(text, 5)) == [
        Mark(("a-c01", "b-c02"), "", True, 5, 5),
        Mark(("lamp",), "", False, 7, 6),
        Mark(("guild",), "the guild", False, 7, 17),
        Mark(("c",), "", True, 7, 39),
    ]


def test_a_count_links_the_question_and_names_the_position() -> None:
    (mark,) = find_marks("[[count:when-founded/around-1898|All\nthree]] say so.")
    assert mark == Mark(
        ("when-founded",), "All three", False, 1, 1, count=SourceCount("position", "when-founded", "around-1898")
    )


@pytest.mark.parametrize(
    ("what", "keys", "count"),
    [
        ("a", ("a",), SourceCount("question", "a")),
        ("about:a", ("a",), SourceCount("about", "a")),
        ("sources", (), SourceCount("sources")),
        ("of:5", (), SourceCount("number", number=5)),
    ],
)
def test_what_else_is_counted(what: str, keys: tuple[str, ...], count: SourceCount) -> None:
    (mark,) = find_marks(f"[[count:{what}|three]] say so.")
    assert mark == Mark(keys, "three", False, 1, 1, count=count)


def test_a_mark_may_run_over_the_end_of_a_line_but_not_of_a_paragraph() -> None:
    assert keys("x [@a;\n@b] [[c|two\nwords]]") == ["a b", "c"]
    assert [mark.words for mark in find_marks("[[c|two\nwords]]") if isinstance(mark, Mark)] == ["two words"]
    assert keys("x [@a;\n\n@b] [[c|two\n \nwords]]") == []
    assert malformed("x [@a;\n\n@b] [[c|two\n \nwords]]") == [("[@a;", 1, 3), ("[[c|two", 3, 5)]


@pytest.mark.parametrize(
    "text", ["# x [[a|two\nwords]]", "- [[a|two\n- words]]", "> [[a|two\n> words]]", "[[a|two\n1. words]]"]
)
def test_a_mark_may_not_run_from_one_block_into_another(text: str) -> None:
    assert keys(text) == []
    assert len(malformed(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "[@A]",
        "[@a, @b]",
        "[@a; b]",
        "[@]",
        "[@a",
        "[[a b]]",
        "[[a|]]",
        "[[A]]",
        "[[a]",
        "[[]]",
        "[[a",
        "[@a;@b;]",
        "[[a_b]]",
        "[[count:a/b]]",
        "[[count:a/b|]]",
        "[[count:a/b/c|three]]",
        "[[count:about:a/b|three]]",
        "[[count:of:some|three]]",
        "[[count:of:|three]]",
        "[[count:a/B|three]]",
    ],
)
def test_what_only_looks_like_a_mark_is_malformed(text: str) -> None:
    assert malformed(f"so {text}") == [(text, 1, 4)]


@pytest.mark.parametrize("text", ["[a]", "[a](b/)", "a@b", "@a", "[ @a]", "\\[@a]", "\\[[a]\\]", "`[@A]`", "[^1]"])
def test_other_brackets_are_left_alone(text: str) -> None:
    assert list(find_marks(text)) == []


def test_marks_in_code_are_none() -> None:
    assert keys("`[@a]` ``[[b]] ` `` [[c]]\n\n```yaml\n[@d]\n```\n\n~~~\n[[e]]\n~~~\n[@f]") == ["c", "f"]


def test_marks_in_what_only_resembles_code_are_marks() -> None:
    assert keys("\\`[@a]\\`") == ["a"]
    assert keys("```\n[@a]\n") == ["a"]
    assert keys("- one\n\n    two [@a]") == ["a"]
    assert keys("``` a b\n[[a]]\n```") == ["a"]


def test_a_backtick_without_its_pair_on_the_line_is_malformed() -> None:
    assert malformed("one ` two\nthree ` four") == [("`", 1, 5), ("`", 2, 7)]
    assert malformed("``one`") == [("``", 1, 1), ("`", 1, 6)]
    message = next(mark.message for mark in find_marks("`") if isinstance(mark, Malformed))
    assert message == "a backtick without its pair on the line"


def test_a_records_words_have_no_code() -> None:
    assert list(marks_of_words("`[@a]` \\[[b]] ` [[C]]")) == [
        Mark(("a",), "", True, 1, 2),
        Mark(("b",), "", False, 1, 9),
        Malformed("[[C]]", 1, 17),
    ]


@given(PROSE)
def test_what_is_found_is_what_is_rendered(text: str) -> None:
    assume(not INDENTED.search(text))
    if not malformed(text):
        assert keys(text) == CITED_OR_LINKED.findall(rendered(text))


@given(PROSE)
def test_code_is_blanked_in_place(text: str) -> None:
    lines, blanked = text.split("\n"), without_code(text).split("\n")
    assert len(lines) == len(blanked)
    assert all(not after or len(after) == len(before) for before, after in zip(lines, blanked, strict=True))


@given(PROSE)
def test_a_text_without_code_holds_no_code(text: str) -> None:
    assert without_code(without_code(text)) == without_code(text)


@given(st.text())
def test_any_text_can_be_searched_for_marks(text: str) -> None:
    for mark in [*find_marks(text), *marks_of_words(text)]:
        assert 1 <= mark.line <= text.count("\n") + 1
        assert mark.column >= 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It burned [@a-c01; @b].", "It burned."),
        ("The [[lamp-guild]] and [[north-head|a cape]].", "The Lamp-Guild and a cape."),
        ("[[a]] [@b] [@c] and", "A and"),
        ("Write `[@a]` or ``[[b]]`` [@c].", "Write `[@a]` or ``[[b]]``."),
        ("", ""),
    ],
)
def test_the_words_without_marks(text: str, words: str) -> None:
    assert without_marks(text, str.title) == words


def test_a_count_shows_its_words() -> None:
    assert without_marks("[[count:a/b|Two papers]] say so [@c].", str.title) == "Two papers say so."


def test_a_link_without_words_and_without_names_shows_its_id() -> None:
    assert without_marks("the [[lamp-guild]]") == "the lamp-guild"


def test_marks_are_rendered_as_neutral_elements() -> None:
    assert rendered("So [@a; @b], [[c]] and [[d|the *best* & last]].") == (
        '<p>So <span data-cite-claims="a b" id="cited-1"></span>, <span data-link-record="c"></span> and '
        '<span data-link-record="d">the <em>best</em> &amp; last</span>.</p>'
    )


def test_a_count_is_rendered_as_a_link_to_its_question() -> None:
    assert rendered("[[count:a/b|All\nthree]] say so.") == (
        '<p><span data-link-record="a">All\nthree</span> say so.</p>'
    )


def test_a_count_that_is_of_no_record_is_rendered_as_its_words() -> None:
    assert rendered("[[count:sources|All *three*]] & [[count:about:a|two]].") == (
        '<p><span>All <em>three</em></span> &amp; <span data-link-record="a">two</span>.</p>'
    )


def test_a_numbered_paragraph_has_a_number_and_a_slot_for_its_margin() -> None:
    assert rendered("One [[a]].\n{: #p12 }") == (
        '<div class="numbered"><p data-paragraph="12" id="p12"><span aria-level="2" role="heading">'
        '<a aria-label="12" class="paragraph-number" href="#p12">12</a></span>'
        '<span data-sentence="1">One <span data-link-record="a"></span>.</span></p>\n'
        '<div class="margin"><!-- slot:margin-p12 --></div></div>'
    )


def test_a_number_is_a_heading_below_the_one_before_it() -> None:
    html = rendered("# One\n\nTwo\n{: #p1 }\n\n## Three\n\nFour\n{: #p2 }\n\nFive\n{: #p3 }")
    assert re.findall(r'aria-level="(\d)"', html) == ["2", "3", "3"]


def test_other_ids_and_other_elements_take_no_number() -> None:
    html = rendered("One\n{: #part }\n\n## Two {: #p2 }\n\n- three\n{: #p3 }")
    assert "numbered" not in html
    assert "slot:" not in html


def test_a_renderer_can_make_the_extension_by_name() -> None:
    assert isinstance(makeExtension(), DossierExtension)
    assert "data-link-record" in Markdown(extensions=["dossier.renderers.markdown_extension"]).convert("[[a]]")
