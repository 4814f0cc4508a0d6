from __future__ import annotations

import pytest

from dossier.reading.markdown_file import read_document
from tests.conftest import Broken, Change
from tests.support.changes import added, swapped

ARTICLE = "docs/sources/quay-2002.md"
TARN = "docs/sources/tarn-1931.md"

CASES = [
    pytest.param(
        {ARTICLE: added("\nOne more thought.\n")},
        "docs/sources/quay-2002.md:12:1: error[article-paragraphs] paragraph 4 has no number; "
        "end it with a line {: #p4 }",
        id="without a number",
    ),
    pytest.param(
        {ARTICLE: added("\nOne more thought.\n{: #p3 }\n")},
        "docs/sources/quay-2002.md:12:1: error[article-paragraphs] paragraph 4 is numbered 3; "
        "end it with a line {: #p4 }",
        id="with the number of another",
    ),
    pytest.param(
        {ARTICLE: swapped("{: #p3 }", "\n{: #p3 }")},
        "docs/sources/quay-2002.md:9:1: error[article-paragraphs] paragraph 3 has no number; "
        "end it with a line {: #p3 }",
        id="with its number on its own",
    ),
    pytest.param(
        {ARTICLE: added("\n- One\n- Two\n{: #p4 }\n")},
        "docs/sources/quay-2002.md:12:1: error[article-paragraphs] a list, a table or a block quotation; "
        "restate it as a paragraph, which takes a number",
        id="that is a list",
    ),
    pytest.param(
        {ARTICLE: added("\n2014. It was the year.\n{: #p4 }\n")},
        "docs/sources/quay-2002.md:12:1: error[article-paragraphs] begins with “2014.”, which makes it a list; "
        "write “2014\\.”",
        id="that begins with a year and a full stop",
    ),
    pytest.param(
        {ARTICLE: added("\n- It was the year.\n{: #p4 }\n")},
        "docs/sources/quay-2002.md:12:1: error[article-paragraphs] begins with “-”, which makes it a list; "
        "begin it with a word",
        id="that begins with a dash",
    ),
    pytest.param(
        {ARTICLE: added("\n    It was the year.\n{: #p4 }\n")},
        "docs/sources/quay-2002.md:12:1: error[article-paragraphs] begins with blanks, which make it code; "
        "begin it at the margin",
        id="that is indented",
    ),
    pytest.param(
        {ARTICLE: added("\nIt was the year.\n===\n{: #p4 }\n")},
        "docs/sources/quay-2002.md:12:1: error[article-paragraphs] a line of “=”, which makes it a heading; "
        "take the line out",
        id="that is underlined",
    ),
    pytest.param(
        {ARTICLE: added("\nIt was more\n> than five men.\n{: #p4 }\n")},
        "docs/sources/quay-2002.md:12:1: error[article-paragraphs] a line begins with “>”, which makes it a block "
        "quotation; write “\\>”, or begin it with a word",
        id="that holds a line like a quotation",
    ),
    pytest.param(
        {ARTICLE: added("\n# 5 of them left.\n{: #p4 }\n")},
        "docs/sources/quay-2002.md:12:1: error[article-paragraphs] begins with “#”, which makes it a heading; "
        "write “\\#”, or put an empty line before and after a heading",
        id="that begins like a heading",
    ),
    pytest.param(
        {TARN: added("\nOne more thought.\n{: #p5 }\n")},
        "data/sources/tarn-1931.yaml:17:5: error[article-paragraphs] capture.fingerprints: "
        "4, but 5 paragraphs in docs/sources/tarn-1931.md; number the article as the capture is numbered",
        id="beyond the capture",
    ),
    pytest.param(
        {"docs/sources/quay-2022.md": "# Lamps\n"},
        'docs/sources/quay-2022.md:1:1: error[article-paragraphs] no source "quay-2022"; '
        "write data/sources/quay-2022.yaml, or take the page out",
        id="of an unknown source",
    ),
    pytest.param(
        {"docs/sources/lamp-guild.md": "# Lamps\n"},
        'docs/sources/lamp-guild.md:1:1: error[article-paragraphs] no source "lamp-guild"; '
        "write data/sources/lamp-guild.yaml, or take the page out",
        id="of a record that is no source",
    ),
    pytest.param(
        {ARTICLE: None},
        "data/sources/quay-2002.yaml:2:1: error[article-paragraphs] no restated article; "
        "write docs/sources/quay-2002.md",
        id="of no article",
    ),
]


@pytest.mark.parametrize("start", ["2014\\. It was", "\\# 5 of", "\\> 5 of", "1) It was", "*2014*. It was"])
def test_a_paragraph_that_begins_as_it_should(start: str) -> None:
    document = read_document(
        f"# T\n\n{start} the year.\n{{: #p1 }}\n", "docs/sources/quay-2002.md", "sources/quay-2002"
    )
    assert [(block.level, block.number) for block in document.blocks] == [(1, None), (0, 1)]
    assert document.paragraphs[1].plain == f"{start} the year.".replace("\\", "").replace("*", "")


@pytest.mark.parametrize(("files", "line"), CASES)
def test_a_paragraph(broken: Broken, files: dict[str, Change], line: str) -> None:
    assert [one.partition("; this also concerns")[0] for one in broken(files)] == [line]


def test_only_the_first_wrong_number_of_an_article_is_told(broken: Broken) -> None:
    lines = broken({TARN: lambda text: text.replace("#p1 ", "#p2 ", 1).replace("#p3 ", "#p9 ")})
    assert [line for line in lines if "article-paragraphs" in line] == [
        "docs/sources/tarn-1931.md:5:1: error[article-paragraphs] paragraph 1 is numbered 2; "
        "end it with a line {: #p1 }; this also concerns data/claims/tarn-1931.yaml:6, data/claims/tarn-1931.yaml:31, "
        "data/claims/tarn-1931.yaml:39 and 1 other place"
    ]


def test_an_article_that_cannot_be_read_is_not_missing(broken: Broken) -> None:
    assert broken({ARTICLE: b"\xff"}) == [
        "docs/sources/quay-2002.md:1:1: error[encoding] not UTF-8; save the file as UTF-8"
    ]


def test_the_article_of_a_source_that_cannot_be_read_has_one(broken: Broken) -> None:
    lines = broken({"data/sources/quay-2002.yaml": swapped("label: Quay 2002", "label:")})
    assert lines == [
        "data/sources/quay-2002.yaml:10:7: error[empty-value] label: empty; "
        "fill it in; where nothing is known, leave the key out"
    ]


def test_what_makes_a_list_of_a_paragraph_is_told_alone(broken: Broken) -> None:
    """That a paragraph is lacking follows from it, and is no fault of its own."""
    (line,) = broken({TARN: swapped("By 1903 the guild", "1903. The guild")})
    assert line.startswith(
        "docs/sources/tarn-1931.md:9:1: error[article-paragraphs] begins with “1903.”, which makes it a list"
    )
