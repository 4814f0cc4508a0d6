from __future__ import annotations

import pytest

from dossier.reading.markdown_file import read_document


def heading_ids(text: str) -> list[str]:
    return [block.id for block in read_document(text, "docs/t.md", "t").blocks if block.level > 0]


@pytest.mark.parametrize(
    ("heading", "id_"),
    [
        ("The oath", "the-oath"),
        ("The *oath* & `more` ##", "the-oath-more"),
        ("On [[brisa|it]] and [[brisa]] [@a-c01]", "on-it-and"),
        ("The oath {: #sworn .wide }", "sworn"),
        ("The oath {#sworn}", "sworn"),
        ("The oath {: .wide }", "the-oath-wide"),
        ("…", "section"),
        ("نقابة المصابيح", "نقابة-المصابيح"),
        ("LG: نقابة", "lg-نقابة"),
        ("История", "история"),
        ("दिल्ली", "दिल्ली"),
        ("ʿUmar’s Ḥakīm — Łódź", "umars-hakim-lodz"),
        ("نقابة {#guild}", "guild"),
    ],
)
def test_a_heading_has_an_id_by_its_words_or_its_own(heading: str, id_: str) -> None:
    assert heading_ids(f"# {heading}") == [id_]


def test_no_two_things_on_a_page_have_the_same_id() -> None:
    text = "# P1\n\nWords [@a-c01].\n{: #p1 }\n\n## Cited 1\n\n## Oath\n\n## Oath\n\n## Sworn {#oath}\n"
    assert heading_ids(text) == ["p1-p1", "cited-1_1", "oath_1", "oath_2", "oath"]


def test_a_heading_that_comes_again_is_told_apart_by_what_it_stands_within() -> None:
    parts = (
        "# T",
        "## 2014",
        "### Leaders",
        "## 2015",
        "### Leaders",
        "#### Leaders",
        "### Leaders",
        "## نقابة",
        "### نقابة",
    )
    text = "\n\n".join(parts)
    found = [
        "t",
        "2014",
        "leaders",
        "2015",
        "2015-leaders",
        "2015-leaders-leaders",
        "leaders_1",
        "نقابة",
        "نقابة-نقابة",
    ]
    assert heading_ids(text) == found


def test_one_that_comes_again_under_the_same_is_told_apart_by_the_paragraph_under_it() -> None:
    text = (
        "# T\n\n## Oath\n\nA.\n{: #p1 }\n\n## Oath\n\nB.\n{: #p7 }\n\n### Oath\n\n### Oath\n\nC.\n{: #p8 }\n\n## Oath\n"
    )
    assert heading_ids(text) == ["t", "oath", "oath-p7", "oath-p7-oath", "oath-p8", "oath_1"]


def test_an_id_can_be_the_name_of_a_file() -> None:
    assert len(heading_ids(f"# {'نقابة ' * 100}")[0].encode()) <= 200


def test_citations_are_numbered_through_the_page_and_links_are_not() -> None:
    text = "# T [@a-c01]\n\nOne [[brisa]] [@a-c02; @a-c03], `[@a-c04]`.\n\n| a [@a-c05] | b [@a-c01] |\n"
    marks = [mark for block in read_document(text, "docs/t.md", "t").blocks for mark in block.marks]
    assert [(mark.keys[0], mark.id) for mark in marks] == [
        ("a-c01", "cited-1"),
        ("brisa", ""),
        ("a-c02", "cited-2"),
        ("a-c05", "cited-3"),
        ("a-c01", "cited-4"),
    ]


def test_other_blocks_have_no_id() -> None:
    assert [block.id for block in read_document("# T\n\nOne.\n\n- two\n", "docs/t.md", "t").blocks] == ["t", "", ""]
